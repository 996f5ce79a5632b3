import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { RestorePreview } from '../../src/renderer/store/backup/backup-state.ts';
import { tally } from '../run/tally.ts';
import { printSeed, runs, seededRandom } from '../builders/random.ts';
import { schemaVersion } from '../../src/renderer/store/versions/index.ts';
import { openDriver, type OpenDriver } from './driver/open-driver.ts';
import { longList } from './whole-store.ts';
import { backupFiles } from './workspace-files.ts';

const seed = printSeed('restore');

type Row = Record<string, unknown> & { readonly id: string };

/** Everything that a person entered, by table and id, tombstones and derived keys aside. */
async function entered(store: OpenDriver): Promise<Record<string, Record<string, unknown>>> {
  const tables = await store.call('tables');
  const values = (name: string): Record<string, unknown> =>
    Object.fromEntries(
      ((tables[name] ?? []) as Row[])
        .filter((row) => row['deleted'] === undefined)
        .map(({ id, values: own, ...rest }) => [id, own ?? rest]),
    );
  return {
    accounts: values('accounts'),
    prospects: values('prospects'),
    opportunities: values('opportunities'),
    documents: values('documents'),
    customFields: values('customFields'),
    settings: values('settings'),
  };
}

async function backUp(store: OpenDriver): Promise<string> {
  const made = await store.call('backUp', 'by-hand');
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.id;
}

async function preview(store: OpenDriver, id: string) {
  const answer = await store.call('previewRestore', id);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

type Table = keyof RestorePreview['counts'];

/** What a restore from `now` to `then` has to do, worked out from both as they are. */
function expectedCounts(
  now: Record<string, unknown> = {},
  then: Record<string, unknown> = {},
): { added: number; changed: number; removed: number; same: number } {
  const counts = { added: 0, changed: 0, removed: 0, same: 0 };
  for (const id of new Set([...Object.keys(now), ...Object.keys(then)])) {
    const [a, b] = [canonical(now[id]), canonical(then[id])];
    if (now[id] === undefined) counts.added += 1;
    else if (then[id] === undefined) counts.removed += 1;
    else if (a === b) counts.same += 1;
    else counts.changed += 1;
  }
  return counts;
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

test('a restore brings back what was, and undo takes it back: random stores @odd', async () => {
  const rounds = process.env['GROUNDWORK_BRIEF'] === '1' ? 2 : runs(5);
  test.setTimeout(60_000 + rounds * 30_000);
  const store = await openDriver({ clock: '2026-11-23T09:00:00Z' });
  await store.call('create', { name: 'Restores', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
  const random = seededRandom(seed);
  for (let round = 0; round < rounds; round += 1) {
    const where = `round ${round}, seed ${seed}`;
    await store.call('runSequence', { seed: random.int(1, 1e9), steps: random.int(5, 40) });
    const then = await entered(store);
    const id = await backUp(store);
    await store.call('runSequence', { seed: random.int(1, 1e9), steps: random.int(5, 40) });
    if (random.chance(0.4)) {
      await store.call('importList', 'list.csv', longList(random.int(1, 230), `Round${round}`));
    }
    const now = await entered(store);
    const { through } = await store.call('status');

    const { counts, samples, unreadable } = await preview(store, id);
    for (const table of Object.keys(counts) as Table[]) {
      expect(counts[table], `${table}, ${where}`).toEqual(expectedCounts(now[table], then[table]));
    }
    expect(unreadable).toBe(0);
    const { added, changed, removed } = counts.accounts;
    expect(samples).toHaveLength(Math.min(200, added + changed + removed));
    expect((await store.call('status')).through, 'a preview writes nothing').toBe(through);

    const outcome = await store.call('restore', id);
    expect(outcome, where).toMatchObject({ ok: true });
    expect(await entered(store), where).toEqual(then);
    if (!outcome.ok || outcome.n === null) continue;
    expect(outcome.n).toBe(through + 1);
    expect(await store.call('undo')).toMatchObject({ ok: true });
    expect(await entered(store), `undone, ${where}`).toEqual(now);
    expect(await store.call('redo')).toMatchObject({ ok: true });
    expect(await entered(store), `redone, ${where}`).toEqual(then);
    if (random.chance(0.5)) await store.call('undo');
  }
  const { meta, changeSets } = await store.call('stored');
  expect(changeSets.map(({ n }) => n)).toEqual(changeSets.map((_, at) => at + 1));
  expect(meta?.through).toBe(changeSets.length);
  tally('restores', rounds, seed);
  console.log(`restore: ${rounds} restored, undone and redone, equal each time (seed ${seed})`);
  expect(store.errors).toEqual([]);
  await store.close();
});

async function twoAccounts(): Promise<{ store: OpenDriver; first: string; id: string }> {
  const store = await openDriver({ clock: '2026-11-23T09:30:00Z' });
  await store.call('create', { name: 'Book', bdr: 'Ada', timeZone: 'Europe/Berlin', then: 'empty' });
  const made = await store.call('run', { kind: 'createAccount', values: { name: 'First', owner: 'Sal' } });
  const [first = ''] = made.ok ? made.changed : [];
  const id = await backUp(store);
  await store.call('run', { kind: 'editAccounts', ids: [first], patch: { owner: 'Ann', priority: 1 } });
  await store.call('run', { kind: 'createAccount', values: { name: 'Second' } });
  await store.call('saved');
  return { store, first, id };
}

test('a restore backs up first, says what it did, and is in the timeline', async () => {
  const { store, first, id } = await twoAccounts();
  const { counts, samples, backup } = await preview(store, id);
  expect(counts.accounts).toEqual({ added: 0, changed: 1, removed: 1, same: 0 });
  expect(samples).toEqual([
    { id: first, name: 'First', before: { owner: 'Ann', priority: 1 }, after: { owner: 'Sal' } },
    { id: expect.any(String), name: 'Second', before: { name: 'Second' }, after: null },
  ]);
  expect(backup.id).toBe(id);
  const outcome = await store.call('restore', id);
  expect(outcome).toMatchObject({
    ok: true,
    label: { id: 'command.restored-backup', params: { day: '2026-11-23', time: '10:30' } },
  });
  expect((await store.call('backups')).newest).toMatchObject({
    reason: 'before-restore',
    end: { through: 4 },
  });
  expect(await store.call('timeline', first, 1)).toMatchObject([
    { origin: 'restore', before: { owner: 'Ann', priority: 1 }, after: { owner: 'Sal' } },
  ]);
  const { ids } = await store.call('view', { filter: {}, sort: { key: 'name' } });
  expect(ids).toEqual([first]);
  await store.call('saved');
  await store.close();
});

test('without a backup of the present state nothing is restored', { tag: '@long' }, async () => {
  const { store, id } = await twoAccounts();
  await store.page.route('**/call/backup.begin', (route) => route.abort());
  expect(await store.call('restore', id)).toMatchObject({
    ok: false,
    error: { message: { id: 'restore.no-backup' } },
  });
  expect(await store.call('status')).toMatchObject({ through: 4, accounts: 2 });
  await store.close();
});

test('a deletion is undone by a restore, with the people of the account and its place on the board', async () => {
  const store = await openDriver();
  await store.call('create', { name: 'Book', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
  const made = await store.call('run', { kind: 'createAccount', values: { name: 'Gone' } });
  const [account = ''] = made.ok ? made.changed : [];
  await store.call('run', { kind: 'moveAccounts', ids: [account], to: 'Queued' });
  await store.call('run', { kind: 'createProspect', values: { accountId: account, name: 'Pat' } });
  const before = await entered(store);
  const id = await backUp(store);
  await store.call('run', { kind: 'deleteAccounts', ids: [account] });
  expect(await store.call('status')).toMatchObject({ accounts: 0, prospects: 0 });
  await store.call('restore', id);
  expect(await entered(store)).toEqual(before);
  expect(await store.call('status')).toMatchObject({ accounts: 1, prospects: 1 });
  expect((await store.call('account', account))?.prospects).toMatchObject([{ name: 'Pat' }]);
  await store.close();
});

test('commands given while a restore is applied come after it', { tag: '@long' }, async () => {
  const { store, first, id } = await twoAccounts();
  const restoring = store.call('restore', id);
  const renamed = store.call('run', { kind: 'editAccounts', ids: [first], patch: { priority: 3 } });
  expect(await restoring).toMatchObject({ ok: true });
  expect(await renamed).toMatchObject({ ok: true });
  const { changeSets } = await store.call('stored');
  expect(changeSets.map(({ n }) => n)).toEqual(changeSets.map((_, at) => at + 1));
  await store.close();
});

/** Accounts enough that their backup has several compressed parts. */
async function manyParts(): Promise<OpenDriver> {
  const store = await openDriver();
  await store.call('create', { name: 'Parts', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
  await store.page.evaluate(async () => {
    const description = 'A description of some length. '.repeat(1000);
    for (let at = 0; at < 90; at += 1) {
      await window.driver.run({ kind: 'createAccount', values: { name: `Account ${at}`, description } });
    }
  });
  return store;
}

test(
  'of a damaged backup what can be read is offered, and nothing is taken for deleted',
  { tag: '@long' },
  async () => {
    test.setTimeout(120_000);
    const store = await manyParts();
    const id = await backUp(store);
    const then = await entered(store);
    const all = Object.keys(then['accounts'] ?? {});
    await store.call('run', { kind: 'editAccounts', ids: all, patch: { owner: 'Everyone' } });
    await store.call('run', { kind: 'createAccount', values: { name: 'Newer' } });
    const [file = ''] = await backupFiles(store.folder);
    const bytes = await readFile(file);
    const starts = memberStarts(bytes);
    expect(starts.length).toBeGreaterThan(3);
    // In the middle of the second part: only accounts lie there.
    bytes.fill(0x55, (starts[1] ?? 0) + 40, (starts[1] ?? 0) + 80);
    await writeFile(file, bytes);

    const { counts, backup, unreadable } = await preview(store, id);
    expect(backup.state).toBe('damaged');
    expect(unreadable).toBeGreaterThan(0);
    expect(counts.accounts.changed).toBeGreaterThan(0);
    expect(counts.accounts.changed).toBeLessThan(all.length);
    expect(counts.accounts).toMatchObject({ added: 0, removed: 0 });
    const before = await entered(store);
    expect(await store.call('restore', id)).toMatchObject({ ok: true });
    const after = (await entered(store))['accounts'] ?? {};
    expect(Object.keys(after)).toHaveLength(all.length + 1);
    const back = all.filter(
      (account) => canonical(after[account]) === canonical(then['accounts']?.[account]),
    );
    const left = all.filter(
      (account) => canonical(after[account]) === canonical(before['accounts']?.[account]),
    );
    expect(back).toHaveLength(counts.accounts.changed);
    expect(left).toHaveLength(all.length - counts.accounts.changed);
    expect(await store.call('undo')).toMatchObject({ ok: true });
    expect(await entered(store)).toEqual(before);
    await store.close();
  },
);

const memberStart = Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0]);

function memberStarts(bytes: Buffer): number[] {
  const starts: number[] = [];
  for (let at = bytes.indexOf(memberStart); at !== -1; at = bytes.indexOf(memberStart, at + 1)) {
    starts.push(at);
  }
  return starts;
}

test('cut off, bit-flipped and foreign files never count, and never take anything away', async () => {
  test.setTimeout(180_000);
  const { store, id } = await twoAccounts();
  const [file = ''] = await backupFiles(store.folder);
  const whole = await readFile(file);
  const random = seededRandom(seed);
  const now = await entered(store);
  const { counts: sound } = await preview(store, id);
  for (let round = 0; round < runs(12); round += 1) {
    const bytes = Buffer.from(whole);
    const how = random.pick(['cut', 'flip', 'foreign'] as const);
    const at = random.int(1, bytes.length - 2);
    if (how === 'flip') bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(0, 7));
    const written =
      how === 'cut' ? bytes.subarray(0, at) : how === 'flip' ? bytes : Buffer.from('Name,Website\nAcme,\n');
    await writeFile(file, written);
    const where = `${how} at ${at}, seed ${seed}`;
    const answer = await store.call('previewRestore', id);
    if (answer.ok && answer.value.backup.state === 'verified') {
      // A bit that says nothing, such as the operating system in a gzip header.
      expect(how, where).toBe('flip');
      expect(answer.value.counts, where).toEqual(sound);
    } else if (answer.ok) expect(answer.value.counts.accounts.removed, where).toBe(0);
    else expect(['restore.nothing-readable', 'restore.gone']).toContain(answer.error.message.id);
    expect(await entered(store)).toEqual(now);
  }
  await writeFile(file, whole);
  expect(await preview(store, id)).toMatchObject({ backup: { state: 'verified' }, unreadable: 0 });
  await store.close();
});

test('a backup that is not there and one of a newer Groundwork are refused in words', async () => {
  const { store, id } = await twoAccounts();
  expect(await store.call('previewRestore', '2020-01-01T00-00-00-000Z_hourly')).toMatchObject({
    ok: false,
    error: { code: 'not-found', message: { id: 'restore.gone' } },
  });
  await store.page.route('**/call/backup.list', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll(
      `"schema":${schemaVersion}`,
      `"schema":${schemaVersion + 1}`,
    );
    await route.fulfill({ response: answer, body });
  });
  expect(await store.call('restore', id)).toMatchObject({
    ok: false,
    error: { code: 'invalid', message: { id: 'restore.newer' } },
  });
  expect(await store.call('status')).toMatchObject({ accounts: 2 });
  await store.close();
});
