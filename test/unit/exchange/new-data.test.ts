import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/shared/accounts/account.ts';
import { fixedClock, type IsoDate } from '../../../src/shared/clock.ts';
import { countExport, writeExport } from '../../../src/renderer/workers/exchange/export-session.ts';
import { defaultRuleSettings } from '../../../src/shared/rule-book/settings.ts';
import {
  addUp,
  applied,
  fileOf,
  memoryStore,
  planned,
  sessionOn,
  today,
  values,
  words,
} from './memory-store.ts';

const book: readonly Account[] = [
  { id: 'a', name: 'Acme', crmId: '1', employeesZoomInfo: 1500, bdrAssigned: 'Pat' },
  { id: 'b', name: 'Brix', crmId: '2', employeesImported: 80 },
  { id: 'c', name: 'Cole', crmId: '3' },
];

const atOnce = [
  { from: '2000-01-01' as IsoDate, values: { ...defaultRuleSettings, segmentChange: 'atOnce' as const } },
];

const growth = [
  'CRM id,Account Name,Employees (ZoomInfo),Employees',
  '1,Acme,2000,',
  '2,Brix,,99',
  '3,Cole,,5000',
  '4,Dune,,5000',
].join('\n');

describe('SEG-4: a segment change that a file brings', () => {
  it('waits for its review: the segment stays, the preview says so, and nothing else waits', async () => {
    const store = memoryStore({ accounts: book });
    const session = sessionOn(store);
    const plan = await planned(session, fileOf(growth));
    addUp(plan);
    expect(plan).toMatchObject({ segmentsWaiting: 1, counts: { changed: 3, new: 1 } });
    const [acme, ...others] = session.page('changed', 0, 5).rows;
    expect(acme?.notes.map(words)).toEqual([
      'SEG-4: its new count makes it Large by itself; Mid-Market stays in force until the change is confirmed at review.',
    ]);
    expect(acme?.fields.map(({ field, after }) => [field, after])).toEqual([
      ['Employees (ZoomInfo)', '2000'],
      ['Confirmed Segment', 'Mid-Market'],
    ]);
    expect(others.flatMap(({ notes }) => notes)).toEqual([]);
    await applied(session);
    // One change set, so that one undo takes count and hold back together.
    expect(store.changeSets).toHaveLength(1);
    expect(store.accounts().map(({ name, segmentConfirmed }) => [name, segmentConfirmed])).toEqual([
      ['Acme', 'Mid-Market'],
      ['Brix', undefined],
      ['Cole', undefined],
      ['Dune', undefined],
    ]);
  });

  it('importing the same file again changes nothing; the old count ends the waiting', async () => {
    const store = memoryStore({ accounts: book });
    const first = sessionOn(store);
    await planned(first, fileOf(growth));
    await applied(first);
    expect(await planned(sessionOn(store), fileOf(growth))).toMatchObject({
      segmentsWaiting: 0,
      counts: { identical: 4 },
    });
    const back = sessionOn(store);
    await planned(back, fileOf('CRM id,Account Name,Employees (ZoomInfo)\n1,Acme,1500'));
    await applied(back);
    const [acme] = store.accounts();
    expect(acme && values(acme)).toEqual({
      name: 'Acme',
      crmId: '1',
      employeesZoomInfo: 1500,
      bdrAssigned: 'Pat',
    });
  });

  it('holds at once where the rules say so', async () => {
    const store = memoryStore({ accounts: book, ruleHistory: atOnce });
    const session = sessionOn(store);
    expect(await planned(session, fileOf(growth))).toMatchObject({ segmentsWaiting: 0 });
    await applied(session);
    expect(store.accounts().some(({ segmentConfirmed }) => segmentConfirmed !== undefined)).toBe(false);
  });

  it.each([
    ['another one', {}, '50,Large', 'Large'],
    [
      'the one that is held, though the old count is back',
      { employeesZoomInfo: 5000 },
      '1500,Mid-Market',
      'Mid-Market',
    ],
  ])(
    'a file that brings the confirmed segment itself has said what holds: %s',
    async (_what, part, cells, held) => {
      const [acme, ...others] = book;
      const before = { ...acme, ...part, segmentConfirmed: 'Mid-Market' } as Account;
      const store = memoryStore({ accounts: [before, ...others] });
      const session = sessionOn(store);
      const csv = `CRM id,Account Name,Employees (ZoomInfo),Confirmed Segment\n1,Acme,${cells}`;
      await planned(session, fileOf(csv));
      await applied(session);
      expect(store.accounts()[0]?.segmentConfirmed).toBe(held);
      expect((await planned(sessionOn(store), fileOf(csv))).counts).toMatchObject({ identical: 1 });
    },
  );
});

describe('SEG-4: sources that a file brings', () => {
  const csv = [
    'CRM id,Account Name,Industry,[User Input] Employee Count,[User Input] Employee Source',
    '1,Acme,Steel,2400,https://www.linkedin.com/company/acme',
    '2,Brix,Bricks,120,https://brix.example/report',
    '5,Elm,Wood,7,they told me',
    '6,Fir,Wood,lots,https://lnkd.in/x',
    // Enough sound counts for the column to be taken for one.
    ...Array.from({ length: 12 }, (_, at) => `${at + 7},Gum ${at},Wood,${at},`),
  ].join('\n');

  it('LinkedIn and what is no link are left out with row, column and reason; the rest of the row stands', async () => {
    const store = memoryStore({ accounts: book });
    const session = sessionOn(store);
    const plan = await planned(session, fileOf(csv));
    addUp(plan);
    expect(plan.counts).toMatchObject({ read: 16, changed: 2, new: 13, refused: 1 });
    const column = '[User Input] Employee Source';
    expect(plan.cellsLeftOut).toEqual([{ column, count: 2, firstRow: 2 }]);
    const told = (kind: 'changed' | 'new' | 'refused') =>
      session
        .page(kind, 0, 9)
        .rows.map(({ row, problems }) => [row, problems.map((it) => [it.column, words(it.message)])]);
    expect(told('changed')).toEqual([
      [
        2,
        [[column, expect.stringMatching(/^SEG-4: LinkedIn is not accepted as a source, so “https:.*filing/)]],
      ],
      [3, []],
    ]);
    expect(told('new').slice(0, 1)).toEqual([
      [4, [[column, expect.stringMatching(/^SEG-4: “they told me” is no link/)]]],
    ]);
    // A row that is refused for another cell says everything that is to be mended.
    expect(told('refused')).toEqual([
      [
        5,
        [
          ['[User Input] Employee Count', expect.stringContaining('“lots”')],
          [column, expect.stringContaining('LinkedIn')],
        ],
      ],
    ]);
    await applied(session);
    const [acme, brix, , elm] = store.accounts();
    expect(acme).toMatchObject({ industry: 'Steel', proposedEmployees: 2400 });
    expect([acme, brix, elm].map((it) => it?.proposedEmployeesSource)).toEqual([
      undefined,
      'https://brix.example/report',
      undefined,
    ]);
  });

  it('a source that is there already is not taken away by one that is refused', async () => {
    const accounts = [{ id: 'a', name: 'Acme', proposedPlaceSource: 'https://acme.example' }];
    const store = memoryStore({ accounts });
    const file = fileOf(
      'Account Name,Account Address - Manual Source - User\nAcme,https://de.linkedin.com/x',
    );
    const plan = await planned(sessionOn(store), file);
    expect(plan).toMatchObject({ counts: { identical: 1 }, cellsLeftOut: [{ count: 1 }] });
  });
});

describe('EX-5, SEG-4: the preset Segment review', () => {
  const waiting: readonly Account[] = [
    { id: 'a', name: 'Held', employeesImported: 5000, segmentConfirmed: 'Mid-Market' },
    { id: 'b', name: 'Proposed', employeesImported: 1999, proposedEmployees: 2000 },
    { id: 'c', name: 'Same segment', employeesImported: 1998, proposedEmployees: 1999 },
    {
      id: 'd',
      name: 'Elsewhere',
      proposedCountry: 'France',
      proposedPlaceSource: 'https://elsewhere.example',
    },
    { id: 'e', name: 'Below Top', parentId: 'f', employeesImported: 5000, segmentConfirmed: 'SMB' },
    { id: 'f', name: 'Top', employeesImported: 9000 },
    { id: 'g', name: 'Kept', employeesImported: 5000, segmentConfirmed: 'SMB', segmentDeclined: 'Large' },
    {
      id: 'h',
      name: 'Apart',
      parentId: 'f',
      standAlone: true,
      employeesImported: 50,
      proposedEmployees: 100,
    },
  ];
  const request = { preset: 'segment-review', ids: null } as const;
  const writing = { publicSector: false, style: { separator: ',', cells: 'safe' } } as const;
  const pace = { onProgress: () => undefined, signal: new AbortController().signal };
  const clock = fixedClock(`${today}T12:00:00Z`);

  it('holds what would change a segment, and proposed places; importing it again changes nothing', async () => {
    const store = memoryStore({ accounts: waiting });
    expect(await countExport(store, clock, request)).toEqual({ accounts: 4, publicSector: 0 });
    const file = await writeExport(store, clock, { ...request, ...writing }, pace);
    if (!file.ok) throw new Error(words(file.error));
    const bytes = new Uint8Array(await file.value.blob.arrayBuffer());
    const session = sessionOn(store);
    const plan = await planned(session, fileOf(bytes, file.value.name));
    expect(plan.counts).toMatchObject({ read: 4, identical: 4 });
    expect(session.page('identical', 0, 9).rows.map(({ name }) => name)).toEqual([
      'Apart',
      'Elsewhere',
      'Held',
      'Proposed',
    ]);
  });

  it('says so when nothing waits', async () => {
    const store = memoryStore({ accounts: book });
    const file = await writeExport(store, clock, { ...request, ...writing }, pace);
    expect(file.ok ? '' : words(file.error)).toMatch(/^SEG-4: nothing waits/);
  });
});

describe('PR-1: “None” in a file', () => {
  it('is an answer where the field is asked what it knows, and blank in any other', async () => {
    const store = memoryStore();
    const session = sessionOn(store);
    const csv = [
      'Account Name,Tech Used,AE Notes,Account Rank Notes,Industry,DB QS,Intent,Triggers,Region',
      'Acme,None,none,NONE,None,None,None,None,None',
      'Brix,n/a,-,null,,,,,',
    ].join('\n');
    expect((await planned(session, fileOf(csv))).counts).toMatchObject({ new: 2 });
    await applied(session);
    expect(store.accounts().map(values)).toEqual([
      { name: 'Acme', techUsed: 'None', aeNotes: 'none', accountRankNotes: 'NONE' },
      { name: 'Brix' },
    ]);
  });
});
