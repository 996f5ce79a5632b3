import { expect, test } from '@playwright/test';
import type {
  IntegrityFinding,
  IntegrityReport,
} from '../../src/renderer/store/integrity/integrity-report.ts';
import { sayStrictly } from '../../src/shared/rule-book/messages.ts';
import { openDriver, type OpenDriver } from './driver/open-driver.ts';
import { longList } from './whole-store.ts';
import { backupFiles, editJournal } from './workspace-files.ts';

type Row = Record<string, unknown> & { readonly id: string };

/** One account with a person, one without. */
async function newBook(): Promise<{ store: OpenDriver; acme: string; beta: string; pat: string }> {
  const store = await openDriver({ clock: '2026-11-23T09:00:00Z' });
  await store.call('create', { name: 'Book', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
  const make = async (name: string): Promise<string> => {
    const made = await store.call('run', {
      kind: 'createAccount',
      values: { name, priority: 1, custom: { region: 'East' } },
    });
    return made.ok ? (made.changed[0] ?? '') : '';
  };
  const acme = await make('Acme');
  const beta = await make('Beta');
  await store.call('run', { kind: 'createProspect', values: { accountId: acme, name: 'Pat', title: 'CTO' } });
  const [pat] = (await rows(store, 'prospects')).map(({ id }) => id);
  await store.call('saved');
  // The check at start is over: what a test damages now is found by the check that it asks for.
  await store.call('integrity');
  return { store, acme, beta, pat: pat ?? '' };
}

const rows = async (store: OpenDriver, table: string): Promise<Row[]> =>
  ((await store.call('tables'))[table] ?? []) as Row[];

async function rowOf(store: OpenDriver, table: string, id: string): Promise<Row> {
  const row = (await rows(store, table)).find((it) => it.id === id);
  if (!row) throw new Error(`There is no row ${id} in ${table}.`);
  return row;
}

/** The findings as kind and words; every message must have all it says. */
const told = ({ findings }: IntegrityReport): [IntegrityFinding['kind'], string][] =>
  findings.map(({ kind, message }) => [kind, sayStrictly(message)]);

/** The page ends at once, without a last word. */
async function crashPage(store: OpenDriver): Promise<void> {
  const crashed = store.page.waitForEvent('crash');
  const cdp = await store.page.context().newCDPSession(store.page);
  void cdp.send('Page.crash').catch(() => undefined);
  await crashed;
}

const deleteCache = (store: OpenDriver): Promise<void> =>
  store.page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.includes('cache')) continue;
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = resolve;
        request.onerror = reject;
      });
    }
  });

const values = (row: Row): Record<string, unknown> => row['values'] as Record<string, unknown>;

test('a sound store has no findings: at the first start, at the next, when asked, after an import @even', async () => {
  let { store } = await newBook();
  await store.call('importList', 'list.csv', longList());
  await store.call('undo');
  await store.call('redo');
  await store.call('saved');
  expect(await store.call('checkIntegrity')).toMatchObject({ rows: 246, changeSets: 7, findings: [] });
  store = await store.restart();
  expect((await store.call('integrity'))?.findings).toEqual([]);
  expect(store.errors).toEqual([]);
  await store.close();
});

const damages: readonly [string, (row: Row) => object, RegExp, 'whole' | 'mended' | 'never'][] = [
  [
    'a number where a text belongs',
    (row) => ({ ...row, values: { ...values(row), owner: 7 } }),
    /Owner/,
    'mended',
  ],
  [
    'a choice that there is none of',
    (row) => ({ ...row, values: { ...values(row), status: 'Busy' } }),
    /Status/i,
    'mended',
  ],
  ['no name', (row) => ({ ...row, values: { ...values(row), name: undefined } }), /Name/, 'never'],
  ['no values at all', ({ values: _gone, ...row }) => row, /./, 'never'],
  ['values that are a text', (row) => ({ ...row, values: 'Acme' }), /./, 'never'],
  [
    'a custom field that is a list',
    (row) => ({ ...row, values: { ...values(row), custom: { region: ['East'], tier: 'A' } } }),
    /custom\.region/i,
    'mended',
  ],
  [
    'a date that is none',
    (row) => ({ ...row, values: { ...values(row), renewalDate: 'soon' } }),
    /./,
    'mended',
  ],
];

for (const [at, [what, damage, problem, back]] of damages.entries()) {
  const title = `an account with ${what} goes to quarantine, and back ${back === 'mended' ? 'without it' : 'never'}`;
  // One of each kind is enough for a run of everything.
  test(title, { tag: at < 3 ? [] : ['@long'] }, async () => {
    const { store, acme, beta } = await newBook();
    const before = await rowOf(store, 'accounts', beta);
    const bad = damage(before);
    await store.call('tamper', 'accounts', { put: [bad] });
    const report = await store.call('checkIntegrity');
    expect(told(report)).toEqual([['bad-row', expect.stringContaining('quarantine')]]);

    const [held] = await store.call('quarantined');
    expect(held).toMatchObject({ table: 'accounts', canPutBack: back === 'mended' });
    expect(JSON.parse(held?.text ?? '')).toEqual(JSON.parse(JSON.stringify(bad)));
    expect(held?.problems.join(' ')).toMatch(problem);
    expect(await store.call('status')).toMatchObject({ accounts: 1 });
    const { ids } = await store.call('view', { filter: {}, sort: { key: 'name' } });
    expect(ids).toEqual([acme]);
    expect((await rows(store, 'accounts')).map(({ id }) => id)).toEqual([acme]);
    // A second look finds nothing more.
    expect((await store.call('checkIntegrity')).findings).toEqual([]);

    const outcome = await store.call('run', { kind: 'putBackQuarantined', ids: [held?.id ?? ''] });
    expect(outcome.ok).toBe(back === 'mended');
    if (back === 'mended') {
      const mended = await rowOf(store, 'accounts', beta);
      expect(values(before)).toMatchObject(
        Object.fromEntries(Object.entries(values(mended)).filter(([key]) => key !== 'custom')),
      );
      expect(await store.call('quarantined')).toEqual([]);
      expect(await store.call('status')).toMatchObject({ accounts: 2 });
      expect((await store.call('checkIntegrity')).findings).toEqual([]);
      await store.call('undo');
      expect(await store.call('quarantined')).toHaveLength(1);
      expect(await store.call('status')).toMatchObject({ accounts: 1 });
    }
    expect(store.errors).toEqual([]);
    await store.close();
  });
}

test('a person that cannot be read goes to quarantine and back, but not without their account', async () => {
  const { store, acme, pat } = await newBook();
  const row = await rowOf(store, 'prospects', pat);
  await store.call('tamper', 'prospects', { put: [{ ...row, values: { ...values(row), title: 5 } }] });
  expect(told(await store.call('checkIntegrity'))).toEqual([['bad-row', expect.stringContaining('“Pat”')]]);
  const [held] = await store.call('quarantined');
  await store.call('run', { kind: 'deleteAccounts', ids: [acme] });
  const putBack = { kind: 'putBackQuarantined' as const, ids: [held?.id ?? ''] };
  expect(await store.call('run', putBack)).toMatchObject({
    ok: false,
    error: { message: { id: 'quarantine.no-account' } },
  });
  await store.call('undo');
  expect(await store.call('run', putBack)).toMatchObject({ ok: true });
  expect((await store.call('account', acme))?.prospects).toMatchObject([{ name: 'Pat' }]);
  await store.close();
});

test('rows in quarantine are let go, and undo brings them back', { tag: '@long' }, async () => {
  const { store, beta } = await newBook();
  const row = await rowOf(store, 'accounts', beta);
  await store.call('tamper', 'accounts', { put: [{ ...row, values: 'x' }] });
  await store.call('checkIntegrity');
  const [held] = await store.call('quarantined');
  const drop = { kind: 'dropQuarantined' as const, ids: [held?.id ?? ''] };
  expect(await store.call('run', drop)).toMatchObject({ ok: true });
  expect(await store.call('quarantined')).toEqual([]);
  expect(await store.call('run', drop)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  await store.call('undo');
  expect(await store.call('quarantined')).toEqual([held]);
  await store.close();
});

test('what was set aside stays out of undo: undo takes back what a person did', async () => {
  const { store, beta } = await newBook();
  const before = await store.call('status');
  const row = await rowOf(store, 'accounts', beta);
  await store.call('tamper', 'accounts', { put: [{ ...row, values: 'x' }] });
  await store.call('checkIntegrity');
  expect((await store.call('status')).undo).toEqual(before.undo);
  await store.call('undo');
  expect(await store.call('status')).toMatchObject({ prospects: 0 });
  await store.close();
});

test('a book with bad rows opens without them, and says so', { tag: '@long' }, async () => {
  const book = await newBook();
  const { acme, beta } = book;
  let { store } = book;
  await store.call('importList', 'list.csv', longList(20));
  await store.call('tamper', 'accounts', {
    put: [{ id: beta, nameKey: 'beta', column: '', boardKey: '~beta' }],
  });
  await store.call('close');
  // Without the cache the book is read from the accounts.
  await deleteCache(store);
  store = await store.restart();
  expect(await store.call('state')).toEqual({ kind: 'open' });
  const report = await store.call('integrity');
  expect(report?.findings).toMatchObject([{ kind: 'bad-row' }]);
  const { ids } = await store.call('view', { filter: {}, sort: { key: 'name' } });
  expect(ids).toHaveLength(21);
  expect(ids).toContain(acme);
  expect(store.errors).toEqual([]);
  await store.close();
});

test('derived keys that are wrong are worked out anew, without a change', async () => {
  const { store, acme, beta, pat } = await newBook();
  const { through } = await store.call('status');
  const [a, b, p] = [
    await rowOf(store, 'accounts', acme),
    await rowOf(store, 'accounts', beta),
    await rowOf(store, 'prospects', pat),
  ];
  await store.call('tamper', 'accounts', {
    put: [
      { ...a, nameKey: 'zzz', boardKey: 'q' },
      { ...b, column: 'Queued' },
    ],
  });
  await store.call('tamper', 'prospects', { put: [{ ...p, accountId: beta }] });
  expect(told(await store.call('checkIntegrity'))).toEqual([
    ['repaired', expect.stringContaining('2 records (accounts)')],
    ['repaired', expect.stringContaining('1 record (people)')],
  ]);
  expect([await rowOf(store, 'accounts', acme), await rowOf(store, 'accounts', beta)]).toEqual([a, b]);
  expect(await rowOf(store, 'prospects', pat)).toEqual(p);
  expect((await store.call('status')).through).toBe(through);
  await store.close();
});

test('a tombstone that is still in an index leaves it', { tag: '@long' }, async () => {
  const { store, beta } = await newBook();
  const row = await rowOf(store, 'accounts', beta);
  await store.call('run', { kind: 'deleteAccounts', ids: [beta] });
  const tombstone = await rowOf(store, 'accounts', beta);
  await store.call('tamper', 'accounts', { put: [{ ...tombstone, nameKey: row['nameKey'] }] });
  expect(told(await store.call('checkIntegrity'))).toMatchObject([['repaired', expect.any(String)]]);
  expect(await rowOf(store, 'accounts', beta)).toEqual(tombstone);
  await store.close();
});

test('counts that are wrong are set right, in sentinel and journal too', { tag: '@long' }, async () => {
  let { store } = await newBook();
  const [meta] = await rows(store, 'meta');
  await store.call('tamper', 'meta', { put: [{ ...meta, accounts: 7, prospects: 0 }] });
  expect(told(await store.call('checkIntegrity'))).toEqual([
    ['repaired', expect.stringContaining('2 accounts (it said 7), 1 person (it said 0)')],
  ]);
  expect(await store.call('status')).toMatchObject({ accounts: 2, prospects: 1 });
  await store.call('saved');
  store = await store.restart();
  expect(await store.call('state')).toEqual({ kind: 'open' });
  expect(await store.call('status')).toMatchObject({ accounts: 2, prospects: 1 });
  expect((await store.call('checkIntegrity')).findings).toEqual([]);
  await store.close();
});

test(
  'references that lead nowhere are told; a deleted parent is none of them (SEG-3)',
  { tag: '@long' },
  async () => {
    const { store, acme, beta, pat } = await newBook();
    const [a, p] = [await rowOf(store, 'accounts', acme), await rowOf(store, 'prospects', pat)];
    await store.call('run', { kind: 'deleteAccounts', ids: [beta] });
    await store.call('tamper', 'accounts', { put: [{ ...a, values: { ...values(a), parentId: beta } }] });
    expect((await store.call('checkIntegrity')).findings).toEqual([]);
    await store.call('tamper', 'accounts', { put: [{ ...a, values: { ...values(a), parentId: 'nobody' } }] });
    await store.call('tamper', 'prospects', {
      put: [{ ...p, accountId: 'nowhere', values: { ...values(p), accountId: 'nowhere' } }],
    });
    const report = await store.call('checkIntegrity');
    expect(told(report)).toEqual([
      ['dangling', expect.stringContaining('Acme names a parent')],
      ['dangling', expect.stringContaining('Pat belongs to an account')],
    ]);
    expect(report.findings[0]?.accountId).toBe(acme);
    await store.close();
  },
);

test(
  'settings that are damaged or gone stand at their default, are told, and are kept aside',
  { tag: '@long' },
  async () => {
    let { store } = await newBook();
    const [row] = await rows(store, 'settings');
    if (!row) throw new Error('There are no settings.');
    await store.call('tamper', 'settings', {
      put: [{ ...row, values: { ...values(row), bdr: 4, timeZone: 'Nowhere/Else' } }],
    });
    await store.call('close');
    store = await store.restart();
    expect(await store.call('state')).toEqual({ kind: 'open' });
    expect((await store.call('integrity'))?.findings).toMatchObject([{ kind: 'bad-row' }]);
    expect((await store.call('status')).settings).toMatchObject({
      bdr: '',
      timeZone: 'UTC',
    });
    expect(await store.call('quarantined')).toMatchObject([{ table: 'settings', canPutBack: false }]);
    expect((await store.call('checkIntegrity')).findings).toEqual([]);

    await store.call('tamper', 'settings', { delete: ['workspace'] });
    expect(told(await store.call('checkIntegrity'))).toMatchObject([['repaired', expect.any(String)]]);
    expect(await rows(store, 'settings')).toHaveLength(1);
    await store.close();
  },
);

test('a damaged custom field goes to quarantine; values under its key stay', { tag: '@long' }, async () => {
  const { store } = await newBook();
  await store.call('importList', 'list.csv', longList(2));
  const [field] = await rows(store, 'customFields');
  await store.call('tamper', 'customFields', { put: [{ ...field, label: 9 }] });
  expect(told(await store.call('checkIntegrity'))).toMatchObject([['bad-row', expect.any(String)]]);
  expect(await store.call('quarantined')).toMatchObject([{ table: 'customFields', canPutBack: false }]);
  await store.close();
});

test('holes and damage in the history are told and lead to a new backup', { tag: '@long' }, async () => {
  const { store } = await newBook();
  await store.call('importList', 'list.csv', longList());
  const changeSets = (await rows(store, 'changeSets')) as unknown as { n: number; label: unknown }[];
  const packed = changeSets.find((set) => 'packs' in set);
  await store.call('tamper', 'changeSets', {
    put: [{ ...changeSets[1], label: null }],
    delete: [3],
  });
  await store.call('tamper', 'changePacks', { delete: [[packed?.n ?? 0, 0]] });
  await store.call('run', { kind: 'createAccount', values: { name: 'Newer' } });
  const backups = await backupFiles(store.folder);
  expect(told(await store.call('checkIntegrity'))).toEqual([
    ['history', expect.stringContaining('Change 2')],
    ['history', expect.stringContaining('changes 3 to 3')],
    ['history', expect.stringContaining(`change ${packed?.n}`)],
  ]);
  expect(await backupFiles(store.folder)).toHaveLength(backups.length + 1);
  await store.close();
});

test('what undo would take is missed when it is gone', { tag: '@long' }, async () => {
  const { store } = await newBook();
  const { through } = await store.call('status');
  await store.call('tamper', 'changeSets', { delete: [through] });
  expect(told(await store.call('checkIntegrity')).map(([, words]) => words)).toEqual([
    expect.stringContaining(`changes ${through} to ${through}`),
    expect.stringContaining('undo or redo'),
  ]);
  await store.close();
});

test('damage in the journal is told by file and line when asked, and leads to a new backup', async () => {
  const { store } = await newBook();
  await editJournal(store.folder, (lines) =>
    lines.map((line, at) => (at === 1 ? line.replace('Book', 'Look') : line)),
  );
  const [first, ...others] = told(await store.call('checkIntegrity'));
  expect(first).toEqual(['history', expect.stringMatching(/The journal is damaged \(journal-.*, line 2\)/)]);
  expect(others.every(([kind, words]) => kind === 'history' && words.includes('journal'))).toBe(true);
  expect(await backupFiles(store.folder)).toHaveLength(1);
  await store.close();
});

test(
  'after a crash the check looks at the history too; after an orderly end it does not',
  { tag: '@long' },
  async () => {
    let { store } = await newBook();
    await store.call('close');
    store = await store.restart();
    expect(await store.call('integrity')).toMatchObject({ changeSets: 0 });
    await crashPage(store);
    store = await store.restart();
    expect(await store.call('integrity')).toMatchObject({ changeSets: 4 });
    await store.close();
  },
);

test('two hundred bad rows are one change, told one by one up to a hundred', { tag: '@long' }, async () => {
  const { store } = await newBook();
  await store.call('importList', 'list.csv', longList(230));
  const { through } = await store.call('status');
  const all = await rows(store, 'accounts');
  await store.call('tamper', 'accounts', {
    put: all.slice(0, 200).map((row) => ({ ...row, values: { ...values(row), priority: 9 } })),
  });
  const { findings } = await store.call('checkIntegrity');
  expect(findings).toHaveLength(101);
  expect(sayStrictly(findings.at(-1)?.message ?? { id: '' })).toBe('And 100 more of this kind.');
  expect(await store.call('status')).toMatchObject({ through: through + 1, accounts: 32 });
  const held = await store.call('quarantined');
  await store.call('run', { kind: 'putBackQuarantined', ids: held.map(({ id }) => id) });
  expect(await store.call('status')).toMatchObject({ through: through + 2, accounts: 232 });
  await store.call('saved');
  await store.close();
});
