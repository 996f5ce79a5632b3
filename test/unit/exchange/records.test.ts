import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/shared/accounts/account.ts';
import { prospectValues } from '../../../src/shared/accounts/prospect.ts';
import { decideContact } from '../../../src/shared/priorities/contact.ts';
import { peopleSequenced } from '../../../src/shared/statuses/sequencing.ts';
import type { Prospect } from '../../../src/shared/accounts/prospect.ts';
import type { IsoDate } from '../../../src/shared/clock.ts';
import { recogniseSubject } from '../../../src/shared/exchange/records/record-columns.ts';
import { rowKinds } from '../../../src/shared/exchange/plan.ts';
import { say } from '../../../src/shared/rule-book/messages.ts';
import { printSeed, runs, seededRandom } from '../../builders/random.ts';
import { addUp, fileOf, memoryStore, sessionOn, type MemoryStore } from './memory-store.ts';

const accounts: readonly Account[] = [
  { id: 'a', name: 'Acme', website: 'acme.com', crmId: '001000000000001', status: 'Actively Working' },
  { id: 'b', name: 'Beta GmbH', website: 'beta.de', status: '' },
  { id: 'c', name: 'Twin', status: '' },
  { id: 'd', name: 'Twin', status: '' },
];

async function planned(store: MemoryStore, csv: string, name = 'people.csv') {
  const session = sessionOn(store);
  const report = await session.inspect(
    fileOf(csv, name),
    {},
    { onProgress: () => undefined, signal: new AbortController().signal },
  );
  if (!report.ok) throw new Error(say(report.error));
  const plan = await session.setMapping(report.value.columns.map(({ suggestion }) => suggestion.mapping));
  if (!plan.ok) throw new Error(plan.error.map(({ message }) => say(message)).join(' '));
  const apply = () => session.apply(() => undefined, new AbortController().signal);
  return { session, report: report.value, plan: plan.value, apply };
}

describe('what a list is about', () => {
  it.each([
    [['First Name', 'Last Name', 'Email', 'Company'], 'people'],
    [['Contact Name', 'Title'], 'people'],
    [['Opportunity Name', 'Account Name', 'Stage', 'Close Date'], 'opportunities'],
    [['Stage', 'Close Date'], 'opportunities'],
    [['Account Name', 'Website', 'Employees'], 'accounts'],
    [['Company', 'Email'], 'accounts'],
  ] as const)('%j is a list of %s', (headers, subject) => {
    expect(recogniseSubject(headers)).toBe(subject);
  });
});

describe('people', () => {
  it('finds their account by CRM id, domain, mail domain and name, never by free mail', async () => {
    const store = memoryStore({ accounts });
    const { session, report, plan, apply } = await planned(
      store,
      [
        'Contact Name,Email,Account ID,Website,Company Name',
        'Ada,ada@gmail.com,001000000000001,,',
        'Bob,bob@gmail.com,,www.beta.de,',
        'Cleo,cleo@acme.com,,,',
        'Dan,,,,beta gmbh',
        'Eve,eve@gmail.com,,,',
        'Fay,,,,Twin',
        ',gus@acme.com,,,',
      ].join('\n'),
    );
    expect(report.subject).toBe('people');
    expect(plan.counts).toMatchObject({ read: 7, new: 4, refused: 2, undecided: 1 });
    const refused = session.page('refused', 0, 10).rows;
    expect(
      refused.map(({ row, problems: [first] }) => [row, first?.column, first && say(first.message)]),
    ).toEqual([
      [6, 'Company Name', expect.stringContaining('EX-3: no account of the book')],
      [8, 'Contact Name', 'The person has no name. Fill it in.'],
    ]);
    expect(
      session.page('undecided', 0, 10).rows[0]?.candidates.map((one) => one.kind === 'account' && one.id),
    ).toEqual(['c', 'd']);
    session.decide(5, { kind: 'account', id: 'd' });
    expect((await apply()).ok).toBe(true);
    const people = store.records('people') as readonly Prospect[];
    expect(Object.fromEntries(people.map(({ name, accountId }) => [name, accountId]))).toEqual({
      Ada: 'a',
      Bob: 'b',
      Cleo: 'a',
      Dan: 'b',
      Fay: 'd',
    });
    expect(store.changeSets).toHaveLength(1);
  });

  it('matches by mail, then by name within the account, and keeps the earlier sequence (AW-10)', async () => {
    const store = memoryStore({
      accounts,
      people: [
        {
          id: 'p',
          accountId: 'a',
          name: 'Ada Old',
          email: 'ada@acme.com',
          sequencedOn: '2026-09-01' as IsoDate,
          endedOn: '2026-09-20' as IsoDate,
        },
        { id: 'q', accountId: 'a', name: 'Bob' },
        { id: 'r', accountId: 'b', name: 'Bob' },
      ],
    });
    const csv = [
      'Name,Email,Account Name,Sequence,Sequenced on,Do Not Call,Title',
      'Ada New,ADA@acme.com,Acme,Autumn,2026-11-10,yes,',
      'Bob,,Acme,,,,CTO',
    ].join('\n');
    const { session, plan, apply } = await planned(store, csv);
    expect(plan.counts).toMatchObject({ read: 2, changed: 2 });
    expect(session.page('changed', 0, 5).rows[1]?.fields).toEqual([
      { field: 'Title', before: '', after: 'CTO' },
    ]);
    await apply();
    const [ada, bob, other] = store.records('people') as readonly Prospect[];
    expect(ada).toEqual({
      id: 'p',
      accountId: 'a',
      name: 'Ada New',
      email: 'ADA@acme.com',
      sequenceName: 'Autumn',
      sequencedOn: '2026-11-10',
      doNotCall: true,
      earlierSequences: [{ on: '2026-09-01', ended: '2026-09-20' }],
    });
    expect(bob).toMatchObject({ id: 'q', title: 'CTO' });
    expect(other).toEqual({ id: 'r', accountId: 'b', name: 'Bob' });
    const day = (text: string): IsoDate => text as IsoDate;
    const sequenced = [ada, bob, other].flatMap((one) => one ?? []);
    expect(peopleSequenced(sequenced, day('2026-11-10'), day('2026-11-10'))).toBe(1);
    expect(peopleSequenced(sequenced, day('2026-08-01'), day('2026-09-01'))).toBe(1);
    // PR-10 runs on what was imported.
    expect(ada && decideContact(ada, 'call', 'US').outcome).toBe('refused');
    expect(ada && decideContact(ada, 'mail', 'US').outcome).toBe('allowed');
    const again = await planned(store, csv);
    expect(again.plan.counts).toMatchObject({ read: 2, identical: 2 });
  });

  it('a row that fits several persons is given to one, made a new person, or skipped', async () => {
    const people = ['p', 'q'].map((id) => ({ id, accountId: 'c', name: 'Bob', title: id }));
    const csv = 'Contact Name,Account Name,Title\nBob,Twin,CFO\nBob,Twin,CTO\nBob,Twin,CIO\nBob,Acme,CEO';
    const store = memoryStore({ accounts, people });
    const { session, plan, apply } = await planned(store, csv);
    // Of which Twin is not clear yet, so that nothing new can be made.
    expect(plan).toMatchObject({ counts: { undecided: 3, new: 1 }, canBeNew: 0 });
    expect(session.page('undecided', 0, 9).rows.map(({ asNew }) => asNew)).toEqual(Array(3).fill(undefined));
    expect(session.decideAll('new').counts.undecided).toBe(3);
    for (const row of [0, 1, 2]) session.decide(row, { kind: 'account', id: 'c' });
    const [first] = session.page('undecided', 0, 9).rows;
    expect(first?.candidates.map(({ name }) => name)).toEqual(['Bob, p', 'Bob, q']);
    expect(first?.asNew).toEqual({ kind: 'new', at: 'c' });
    session.decide(0, first?.asNew ?? null);
    session.decide(1, { kind: 'account', id: 'q' });
    const decided = session.decide(2, { kind: 'skip' });
    addUp(decided);
    expect(decided.counts).toMatchObject({ new: 2, changed: 1, skipped: 1, undecided: 0 });
    expect((await apply()).ok).toBe(true);
    const now = (store.records('people') as readonly Prospect[]).map(({ accountId, title }) => [
      accountId,
      title,
    ]);
    expect(now).toEqual([
      ['c', 'p'],
      ['c', 'CTO'],
      ['c', 'CFO'],
      ['a', 'CEO'],
    ]);
  });

  it('all rows that can be are made new at once; opportunities likewise', async () => {
    const opportunities = ['o', 'r'].map((id) => ({ id, accountId: 'a', name: 'Renewal', stage: id }));
    const store = memoryStore({ accounts, opportunities });
    const csv = 'Opportunity Name,Account Name,Stage\nRenewal,Acme,Won\nRenewal,Acme,Lost\nRenewal,Twin,Lost';
    const { session, plan } = await planned(store, csv);
    expect(plan).toMatchObject({ subject: 'opportunities', counts: { undecided: 3 }, canBeNew: 2 });
    const all = session.decideAll('new');
    addUp(all);
    expect(all.counts).toMatchObject({ new: 2, undecided: 1 });
    // Taken back, the row is open again.
    expect(session.decide(0, null).counts).toMatchObject({ new: 1, undecided: 2 });
  });

  it('refuses a cell that cannot be right, with its row, column and reason', async () => {
    const { session, plan } = await planned(
      memoryStore({ accounts }),
      'Name,Account Name,Persona,MQL date,Do not call\nAda,Acme,king,2026-13-40,perhaps',
    );
    expect(plan.counts).toMatchObject({ read: 1, refused: 1 });
    expect(session.page('refused', 0, 1).rows[0]?.problems.map(({ column }) => column)).toEqual([
      'Persona',
      'MQL date',
      'Do not call',
    ]);
  });

  it('needs something to know the account by', async () => {
    const session = sessionOn(memoryStore({ accounts }));
    await session.inspect(
      fileOf('Name,Title\nAda,CTO'),
      { subject: 'people' },
      { onProgress: () => undefined, signal: new AbortController().signal },
    );
    const plan = await session.setMapping([
      { target: { kind: 'record', key: 'name' } },
      { target: { kind: 'record', key: 'title' } },
    ]);
    expect(plan.ok).toBe(false);
  });
});

describe('opportunities', () => {
  it('are known by CRM id wherever they are, else by name within the account', async () => {
    const store = memoryStore({
      accounts,
      opportunities: [
        { id: 'o', accountId: 'a', crmId: '006000000000001', name: 'Big', stage: '1-Open' },
        { id: 'n', accountId: 'b', name: 'Small' },
      ],
    });
    const csv = [
      'Opportunity ID,Opportunity Name,Account Name,Stage,Created Date,Owner',
      '006000000000001,Bigger,Beta GmbH,7-Closed Lost,2026-10-01,Sam',
      ',Small,Beta GmbH,2-Scoping,,',
      '006000000000002,Small,Beta GmbH,,,',
      ',Fresh,Nobody,,,',
    ].join('\n');
    const { session, plan, apply } = await planned(store, csv, 'opps.csv');
    expect(plan.subject).toBe('opportunities');
    expect(plan.counts).toMatchObject({ read: 4, changed: 2, merged: 1, refused: 1 });
    expect(session.page('changed', 0, 1).rows[0]?.notes.map(say)).toEqual([
      'The book has it at Acme; an import never moves it to another account.',
    ]);
    await apply();
    expect(store.records('opportunities')).toEqual([
      {
        id: 'o',
        accountId: 'a',
        crmId: '006000000000001',
        name: 'Bigger',
        stage: '7-Closed Lost',
        createdDate: '2026-10-01',
        owner: 'Sam',
      },
      { id: 'n', accountId: 'b', crmId: '006000000000002', name: 'Small', stage: '2-Scoping' },
    ]);
    const again = await planned(store, csv, 'opps.csv');
    expect(again.plan.counts).toMatchObject({ identical: 2, merged: 1, refused: 1, changed: 0, new: 0 });
  });
});

/** Cells that collide on purpose: few names, mails and days, and some that cannot be right. */
const pools: Readonly<Record<string, readonly string[]>> = {
  'Contact Name': ['Ada', 'Bob', ' ada ', 'Cleo', ''],
  Email: ['ada@acme.com', 'bob@beta.de', 'x@gmail.com', '', '', 'ADA@ACME.COM'],
  'Account ID': ['001000000000001', '', '', 'unknown'],
  'Company Name': ['Acme', 'Beta GmbH', 'Twin', 'Nobody', ''],
  'Sequenced on': ['2026-09-01', '2026-11-10', '11/12/2026', '', 'soon'],
  'Sequence ended on': ['2026-09-20', '2026-11-20', '2026-08-01', '', ''],
  'Do not call': ['yes', 'no', '', 'perhaps'],
  Title: ['CTO', 'CFO', ''],
};

describe('any list', () => {
  it('adds up, and a second import of it changes nothing', async () => {
    const seed = printSeed('records');
    const random = seededRandom(seed);
    for (let run = 0; run < runs(60); run += 1) {
      const store = memoryStore({
        accounts,
        people: [
          {
            id: 'p',
            accountId: 'a',
            name: 'Ada',
            email: 'ada@acme.com',
            sequencedOn: '2026-10-01' as IsoDate,
            endedOn: '2026-10-20' as IsoDate,
          },
          { id: 'q', accountId: 'b', name: 'Bob' },
        ],
      });
      const lines = Array.from({ length: random.int(1, 12) }, () =>
        Object.values(pools).map(random.pick).join(','),
      );
      const csv = [Object.keys(pools).join(','), ...lines].join('\n');
      const first = await planned(store, csv);
      const { counts } = first.plan;
      const sum = rowKinds.reduce((all, kind) => all + counts[kind], 0);
      expect(sum, csv).toBe(counts.read);
      expect(counts.read, csv).toBe(lines.length);
      const written = await first.apply();
      expect(written.ok, csv).toBe(true);
      for (const { id: _, ...values } of store.records('people'))
        expect(() => prospectValues.parse(values)).not.toThrow();
      const before = JSON.stringify(store.records('people'));
      const second = await planned(store, csv);
      expect(second.plan.counts.new + second.plan.counts.changed, csv).toBe(0);
      await second.apply();
      expect(JSON.stringify(store.records('people')), csv).toBe(before);
    }
  });
});
