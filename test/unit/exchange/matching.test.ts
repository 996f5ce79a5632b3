import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/shared/accounts/account.ts';
import type { PreviewRow } from '../../../src/shared/exchange/preview.ts';
import { caseTail, crmIdKey } from '../../../src/shared/exchange/match-keys.ts';
import { addUp, applied, fileOf, memoryStore, planned, sessionOn, words } from './memory-store.ts';

const header = 'CRM id,Account Name,Website,Billing Country,Billing City,Industry\n';
const book = (...accounts: Account[]): ReturnType<typeof memoryStore> => memoryStore({ accounts });
const kinds = ['new', 'changed', 'identical', 'merged', 'skipped', 'undecided', 'refused'] as const;

/** What becomes of each row, in the order of the file. */
async function outcomes(store: ReturnType<typeof memoryStore>, rows: string): Promise<PreviewRow[]> {
  const session = sessionOn(store);
  addUp(await planned(session, fileOf(header + rows)));
  return kinds.flatMap((kind) => session.page(kind, 0, 1000).rows).sort((a, b) => a.index - b.index);
}

const shown = (row: PreviewRow | undefined): string =>
  [row?.kind, row?.matchedBy, row?.why && words(row.why)].filter(Boolean).join(' ');

describe('EX-3: which account a row is about', () => {
  const crm15 = '001Wj00000tQWvr';
  const crm18 = crm15 + caseTail(crm15);
  const acme: Account = {
    id: 'acme',
    name: 'Acme, Inc.',
    crmId: crm18,
    website: 'https://www.acme.com',
    billingCountry: 'United States',
  };
  const brix: Account = { id: 'brix', name: 'Brix', website: 'brix.com', billingCountry: 'Germany' };
  const plain: Account = { id: 'plain', name: 'Plain & Simple', billingCountry: 'United States' };

  it('compares the two forms of a Salesforce id, but not ids of other kinds', () => {
    expect(crmIdKey(crm18)).toBe(crmIdKey(crm15));
    expect(crmIdKey(`${crm15}AAA`)).not.toBe(crmIdKey(crm15));
    expect(crmIdKey(' 123 ')).toBe('123');
  });

  it.each([
    ['the CRM id, though everything else differs', `${crm15},Other,other.com,France,,x`, 'changed crmId'],
    ['the domain of another address', ',Acme Incorporated,http://shop.ACME.com/#1,,,', 'changed domain'],
    ['name and country', ',plain and simple,,USA,,', 'changed name'],
    ['name alone when the file has no country', ',PLAIN & SIMPLE,,,,Tools', 'changed name'],
    ['nothing in another country', ',Plain & Simple,,France,,', 'new'],
    ['nothing when legal forms differ', ',Acme GmbH,,,,', 'new'],
    ['nothing by free mail', ',Zenit,gmail.com,,,', 'new'],
    ['nothing by a shared host', ',Zenit,https://facebook.com/zenit,,,', 'new'],
    ['another CRM id of the same kind', '001Wj00000zzzzz,Acme,acme.com,,,', 'new'],
    [
      'asks: the CRM id against the domain',
      `${crm15},Acme,brix.com,,,`,
      'undecided The CRM id points to one account, the domain to another.',
    ],
    [
      'asks: another kind of CRM id',
      '12345,Acme,acme.com,,,',
      'undecided An account has this domain, but another CRM id.',
    ],
    [
      'asks: the domain against the name',
      ',Plain & Simple,brix.com,,,',
      'undecided The domain points to one account, the name to another.',
    ],
    [
      'asks: the name against the domain',
      ',Brix,brix.org,Germany,,',
      'undecided An account has this name, but another domain.',
    ],
  ])('%s', async (_, row, expected) => {
    const [first] = await outcomes(book(acme, brix, plain), row);
    expect(shown(first)).toBe(expected);
  });

  it('free-mail and shared-host domains never match, even between equal ones', async () => {
    const rows = await outcomes(
      book({ id: 'a', name: 'A', website: 'gmail.com' }, { id: 'b', name: 'B', website: 'acme.github.io' }),
      ',C,gmail.com,,,\n,D,acme.github.io,,,\n,E,acme.github.io,,,\n',
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['new', 'new', 'new']);
  });

  it('of several with one domain the name decides, else a person', async () => {
    const store = book(
      { id: 'g', name: 'Sony Group', website: 'sony.com' },
      { id: 'm', name: 'Sony Music', website: 'sony.com' },
    );
    const rows = await outcomes(store, ',Sony Music,sony.com,,,\n,Sony Pictures,sony.com,,,\n');
    expect(rows.map(shown)).toEqual([
      'identical domain',
      'undecided 2 accounts have this domain, and none this name.',
    ]);
    expect(rows[1]?.candidates.map(({ name }) => name)).toEqual(['Sony Group', 'Sony Music']);
  });

  it('of several with one name the one that stays as it is, else a person', async () => {
    const store = book(
      { id: '1', name: 'Fit', billingCity: 'Bern' },
      { id: '2', name: 'Fit', billingCity: 'Rome' },
    );
    const rows = await outcomes(store, ',Fit,,,Rome,\n,Fit,,,Oslo,\n');
    expect(rows.map(shown)).toEqual(['identical name', 'undecided 2 accounts have this name.']);
  });
});

describe('rows of one file about one account', () => {
  it('are merged: blanks are filled, the first row holds, contradictions are listed', async () => {
    const store = memoryStore();
    const session = sessionOn(store);
    const plan = await planned(
      session,
      fileOf(`${header}1,Acme,acme.com,,,\n1,Acme,,France,,Tools\n1,Acme,,Spain,,Tools\n`),
    );
    addUp(plan);
    expect(plan.counts).toMatchObject({ new: 1, merged: 2 });
    const [, last] = session.page('merged', 0, 10).rows;
    expect(last).toMatchObject({
      into: 2,
      conflicts: [{ field: 'Billing Country', kept: 'France', dropped: 'Spain' }],
    });
    await applied(session);
    expect(store.accounts()).toMatchObject([
      { name: 'Acme', website: 'acme.com', billingCountry: 'France', industry: 'Tools' },
    ]);
  });

  it('ask when only a weak sign joins them: another name at the domain, another place under the name', async () => {
    const rows = await outcomes(
      memoryStore(),
      ',Sony Group,sony.com,,,\n,Sony Music,sony.com,,,\n,Fit,,,Bern,\n,Fit,,,Rome,\n,Fit,,,Bern,\n',
    );
    expect(rows.map(shown)).toEqual([
      'new',
      'undecided An earlier row has the same domain under another name.',
      'new',
      'undecided An earlier row has the same name in another place.',
      'merged name',
    ]);
  });

  it('ask when the row before gave the account of that name another name', async () => {
    const renamed: Account = { id: 'brix', name: 'Brix', crmId: '2' };
    const rows = await outcomes(memoryStore({ accounts: [renamed] }), '2,Acme,,,,\n,Brix,,,,\n');
    expect(rows.map(shown)).toEqual([
      'changed crmId',
      'undecided An earlier row gives the account of this name another name.',
    ]);
    const again = await outcomes(memoryStore({ accounts: [renamed] }), ',Brix,,,,\n2,Acme,,,,\n');
    expect(again.map(shown)).toEqual(['identical name', 'merged crmId']);
  });

  it('go where a person sends them', async () => {
    const store = memoryStore({ accounts: [{ id: 'b', name: 'Brix' }] });
    const session = sessionOn(store);
    await planned(session, fileOf(`${header},Sony Group,sony.com,,,\n,Sony Music,sony.com,,,Music\n`));
    expect(session.decide(1, { kind: 'row', row: 0 }).counts).toMatchObject({ new: 1, merged: 1 });
    expect(session.decide(1, { kind: 'skip' }).counts).toMatchObject({ new: 1, skipped: 1 });
    expect(session.decide(1, { kind: 'account', id: 'b' }).counts).toMatchObject({ new: 1, changed: 1 });
    expect(session.decide(1, null).counts).toMatchObject({ new: 1, undecided: 1 });
    expect(session.decide(1, { kind: 'new' }).counts).toMatchObject({ new: 2 });
    await applied(session);
    const again = sessionOn(store);
    const plan = await planned(
      again,
      fileOf(`${header},Sony Group,sony.com,,,\n,Sony Music,sony.com,,,Music\n`),
    );
    expect(plan.counts).toMatchObject({ identical: 2 });
  });

  it('can be decided all at once', async () => {
    const file = `${header}${['Group', 'Music', 'Games', 'Music'].map((part) => `,Sony ${part},sony.com,,,`).join('\n')}\n`;
    for (const [choice, counts] of [
      ['new', { new: 4, undecided: 0 }],
      ['skip', { new: 1, skipped: 3 }],
      ['first', { new: 1, merged: 3 }],
    ] as const) {
      const session = sessionOn(memoryStore());
      await planned(session, fileOf(file));
      const plan = session.decideAll(choice);
      addUp(plan);
      expect(plan.counts).toMatchObject(counts);
    }
  });
});

describe('EX-4: blanks', () => {
  const accounts: Account[] = [
    { id: 'a', name: 'Acme', industry: 'Tools', accountResearch: 'Notes', custom: { x: '1' } },
  ];
  const csv = 'Name,Industry,Account Research,x\nAcme,,N/A,\n';

  it('never erase', async () => {
    const plan = await planned(sessionOn(memoryStore({ accounts })), fileOf(csv));
    expect(plan.counts).toMatchObject({ identical: 1 });
  });

  it('erase where asked, column by column, but never a name', async () => {
    const store = memoryStore({ accounts });
    const session = sessionOn(store);
    const report = await session.inspect(fileOf(csv), {}, {});
    if (!report.ok) throw new Error('refused');
    const mapping = report.value.columns.map(({ suggestion }, at) => ({
      ...suggestion.mapping,
      blankErases: at !== 2,
    }));
    const plan = await session.setMapping(mapping);
    expect(plan.ok && plan.value.counts).toMatchObject({ changed: 1 });
    expect(session.page('changed', 0, 1).rows[0]?.fields).toEqual([
      { field: 'Industry', before: 'Tools', after: '' },
      { field: 'x', before: '1', after: '' },
    ]);
    await applied(session);
    expect(store.accounts()).toEqual([{ id: 'a', name: 'Acme', accountResearch: 'Notes' }]);
  });
});

describe('what a plan does with fields that belong together', () => {
  const statusFile = (rows: string): File =>
    fileOf(`CRM id,Name,BDR Prospecting Status,Actively Working Start Date\n${rows}`);

  it('opens a stint with the start date, corrects it, and closes it on leaving', async () => {
    const store = memoryStore();
    const importing = async (rows: string): Promise<void> => {
      const session = sessionOn(store);
      await planned(session, statusFile(rows));
      await applied(session);
    };
    await importing('1,Acme,Actively Working,2026-10-01\n');
    expect(store.accounts()[0]?.stints).toEqual([{ start: '2026-10-01' }]);
    await importing('1,Acme,Actively Working,2026-10-05\n');
    expect(store.accounts()[0]?.stints).toEqual([{ start: '2026-10-05' }]);
    await importing('1,Acme,Queued,\n');
    expect(store.accounts()[0]).toMatchObject({
      status: 'Queued',
      stints: [{ start: '2026-10-05', end: '2026-11-21' }],
    });
    await importing('1,Acme,Actively Working,2026-11-21\n');
    expect(store.accounts()[0]?.stints).toHaveLength(2);
  });

  it('says when a start date cannot be taken', async () => {
    const session = sessionOn(memoryStore());
    await planned(session, statusFile('1,Acme,Queued,2026-10-01\n'));
    expect(session.page('new', 0, 1).rows[0]?.notes.map(words)).toEqual([
      'The Actively Working Start Date 2026-10-01 was not taken: the account is not Actively Working.',
    ]);
  });

  it('finds parents by CRM id or by a name that only one has, in file and book', async () => {
    const store = memoryStore({
      accounts: [
        { id: 'p', name: 'Parent Co', crmId: '77' },
        { id: 'o', name: 'Orphan', parentRef: 'Late Parent' },
      ],
    });
    const session = sessionOn(store);
    const csv =
      'CRM id,Name,Parent Account\n1,A,77\n2,B,parent co\n3,C,D\n4,D,\n5,E,Nobody\n6,F,F\n7,Late Parent,\n';
    const plan = await planned(session, fileOf(csv));
    addUp(plan);
    expect(plan.adopted).toBe(1);
    await applied(session);
    const by = Object.fromEntries(store.accounts().map((account) => [account.name, account]));
    expect([by['A']?.parentId, by['B']?.parentId, by['C']?.parentId]).toEqual(['p', 'p', by['D']?.id]);
    expect(by['E']).toMatchObject({ parentRef: 'Nobody' });
    expect(by['F']).not.toHaveProperty('parentId');
    expect(by['Orphan']).toMatchObject({ parentId: by['Late Parent']?.id });
    expect(by['Orphan']).not.toHaveProperty('parentRef');
    const again = await planned(sessionOn(store), fileOf(csv));
    expect(again.counts).toMatchObject({ identical: 7 });
    expect(again.adopted).toBe(0);
  });

  it('AW-1: gives accounts without a BDR to the workspace, as chosen', async () => {
    const store = memoryStore({ accounts: [{ id: 'a', name: 'Old' }], settings: { bdr: ' Pat ' } });
    const session = sessionOn(store);
    const csv = 'Name,BDR Assigned\nOld,\nNew,\nTaken,Kim\n';
    const plan = await planned(session, fileOf(csv));
    expect(plan).toMatchObject({ assigned: 1, counts: { new: 2, identical: 1 } });
    expect(session.setOptions({ assign: 'none' })).toMatchObject({ assigned: 0 });
    expect(session.setOptions({ assign: 'all' })).toMatchObject({ assigned: 2, counts: { changed: 1 } });
    await applied(session);
    expect(store.accounts().map(({ bdrAssigned }) => bdrAssigned)).toEqual(['Pat', 'Pat', 'Kim']);
    expect((await planned(sessionOn(store), fileOf(csv))).counts).toMatchObject({ identical: 3 });
  });

  it('shows a change field by field', async () => {
    const store = memoryStore({
      accounts: [{ id: 'a', name: 'Acme', employeesImported: { min: 150, max: 199 }, priority: 2 }],
    });
    const session = sessionOn(store);
    await planned(session, fileOf('Name,Employees,Priority,Region\nAcme,"1,200",P1,EMEA\n'));
    expect(session.page('changed', 0, 1).rows[0]?.fields).toEqual([
      { field: 'Priority', before: '2', after: '1' },
      { field: 'Employees', before: '150 to 199', after: '1200' },
      { field: 'Region', before: '', after: 'EMEA' },
    ]);
  });
});

describe('applying', () => {
  it('writes one change set, and none when nothing differs', async () => {
    const store = memoryStore();
    const session = sessionOn(store);
    const file = fileOf('Name,Region\nAcme,EMEA\nBrix,AMER\n', 'mine.csv');
    await planned(session, file);
    expect(await applied(session)).toMatchObject({ n: 2, created: 2, changed: 0 });
    expect(store.changeSets).toHaveLength(1);
    expect(store.labels[0]).toEqual({
      id: 'command.imported',
      params: { file: 'mine.csv', created: 2, changed: 0 },
    });
    const again = sessionOn(store);
    expect((await planned(again, file)).counts).toMatchObject({ identical: 2 });
    expect(await applied(again)).toMatchObject({ n: null });
    expect(store.changeSets).toHaveLength(1);
  });

  it('makes the preview anew when the book moved on', async () => {
    const store = memoryStore();
    const session = sessionOn(store);
    await planned(session, fileOf('Name\nAcme\n'));
    store.touch();
    const stale = await session.apply(() => undefined, new AbortController().signal);
    expect(stale.ok ? null : stale.error).toMatchObject({
      error: { code: 'stale-plan' },
      plan: { renewed: true, counts: { new: 1 } },
    });
    expect(await applied(session)).toMatchObject({ created: 1 });
  });
});
