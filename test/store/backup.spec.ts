import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { printSeed } from '../builders/random.ts';
import { tally } from '../run/tally.ts';
import { differences, restoredFrom } from './backup-comparison.ts';
import { readBackupFile, type ReadBackup } from './backup-reader.ts';
import { openDriver, type OpenDriver } from './driver/open-driver.ts';
import { livedIn, longList } from './whole-store.ts';
import { backupFiles } from './workspace-files.ts';

const seed = printSeed('backup');
const clock = '2026-11-23T09:00:00Z';
const minute = 60_000;

const add = (store: OpenDriver, name: string) =>
  store.call('run', { kind: 'createAccount', values: { name } });

async function newBook(...names: readonly string[]): Promise<OpenDriver> {
  const store = await openDriver({ clock });
  await store.call('create', { name: 'Book', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
  for (const name of names) await add(store, name);
  await store.call('saved');
  return store;
}

async function backUp(store: OpenDriver): Promise<string> {
  const made = await store.call('backUp', 'by-hand');
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.id;
}

async function newestFile(store: OpenDriver): Promise<ReadBackup> {
  const path = (await backupFiles(store.folder)).at(-1);
  if (path === undefined) throw new Error('There is no backup.');
  return readBackupFile(path);
}

test('a backup holds every record, every deletion, the whole history and what undo would take @odd', async () => {
  const store = await openDriver({ clock });
  await livedIn(store, seed);
  await backUp(store);
  const backup = await newestFile(store);
  expect(await differences(store, backup)).toEqual([]);
  const { meta, accounts, prospects, opportunities } = await store.call('stored');
  expect(backup.end).toMatchObject({
    through: meta?.through,
    undoTop: meta?.undoTop,
    redoTop: meta?.redoTop,
    live: {
      accounts: accounts.length,
      prospects: prospects.length,
      opportunities: opportunities.length,
    },
  });
  expect(backup.manifest).toMatchObject({
    storeId: meta?.storeId,
    generation: 1,
    format: 2,
    schema: 3,
    workspaceName: 'Lived in',
  });
  expect(backup.changePacks.size).toBeGreaterThan(0);
  expect(store.errors).toEqual([]);
  await store.close();
});

test(
  'every backup made while 500 commands run is one moment of the store, also on an empty machine',
  { tag: '@long' },
  async () => {
    test.setTimeout(300_000);
    const store = await openDriver({ clock });
    await livedIn(store, seed + 10);
    const { through: before } = await store.call('status');
    const over = new AbortController();
    void store.call('runSequence', { seed: seed + 11, steps: 500 }).then(() => over.abort());
    const made: { readonly file: Buffer; readonly through: number }[] = [];
    const throughs = (): number[] => made.map(({ through }) => through);
    while (!over.signal.aborted) {
      await backUp(store);
      const path = (await backupFiles(store.folder)).at(-1) ?? '';
      const backup = await readBackupFile(path);
      expect(await differences(store, backup), `seed ${seed + 11}`).toEqual([]);
      const through = Number(backup.end['through']);
      made.push({ file: await readFile(path), through });
      await expect
        .poll(async () => over.signal.aborted || (await store.call('status')).through >= through + 90, {
          timeout: 60_000,
        })
        .toBe(true);
    }
    const { through: after } = await store.call('status');
    expect(throughs().some((through) => through > before && through < after)).toBe(true);
    expect(store.errors).toEqual([]);
    await store.close();

    for (const { file, through } of made) {
      const empty = await restoredFrom(file, `change ${through}, seed ${seed + 11}`, clock);
      await empty.close();
    }
    tally('restores', made.length, seed);
    console.log(
      `backup: ${made.length} made while changes ${before} to ${after} were, at ${throughs().join(', ')}; each restored on an empty machine, equal`,
    );
  },
);

test(
  'an import that is applied while a backup is made is wholly in it or not at all',
  { tag: '@long' },
  async () => {
    test.setTimeout(120_000);
    const store = await openDriver({ clock });
    await livedIn(store, seed + 20);
    for (let round = 0; round < 3; round += 1) {
      const applying = store.call('applyLarge', { accounts: 3000, batchedAbove: 500 });
      await backUp(store);
      expect(await differences(store, await newestFile(store)), `seed ${seed + 20}`).toEqual([]);
      await applying;
      await add(store, `After ${round}`);
    }
    await store.close();
  },
);

test('when nothing changed since the newest backup, that one is the answer', { tag: '@long' }, async () => {
  const store = await newBook('One');
  const first = await backUp(store);
  expect(await backUp(store)).toBe(first);
  expect(await backupFiles(store.folder)).toHaveLength(1);
  expect((await store.call('backups')).newest?.id).toBe(first);
  await add(store, 'Two');
  expect(await backUp(store)).not.toBe(first);
  await store.close();
});

test(
  'the newest backup is known after a restart, and missed when its file is gone',
  { tag: '@long' },
  async () => {
    let store = await newBook('One');
    const first = await backUp(store);
    store = await store.restart();
    expect((await store.call('backups')).newest?.id).toBe(first);
    expect(await backUp(store)).toBe(first);
    const [path = ''] = await backupFiles(store.folder);
    await writeFile(path, (await readFile(path)).subarray(0, 200));
    expect(await backUp(store)).not.toBe(first);
    await store.close();
  },
);

test('an hour after the first edit that no backup has, one is made; none when nothing changed', async () => {
  const store = await newBook('One');
  store.host.control.advanceClock(59 * minute);
  // Long enough for a backup to be made, if one were.
  await add(store, 'Two');
  await store.call('saved');
  expect(await backupFiles(store.folder)).toHaveLength(0);
  store.host.control.advanceClock(2 * minute);
  await expect.poll(async () => (await store.call('backups')).newest?.reason).toBe('hourly');
  expect((await newestFile(store)).end).toMatchObject({ through: 3 });
  store.host.control.advanceClock(120 * minute);
  store.host.control.advanceClock(120 * minute);
  await store.call('checkIntegrity');
  expect(await backupFiles(store.folder)).toHaveLength(1);
  await store.close();
});

test(
  'edits that a window closed on are backed up at the next start, when the first is an hour old',
  { tag: '@long' },
  async () => {
    let store = await newBook('One');
    store.host.control.advanceClock(90 * minute);
    const nowMs = Date.parse(clock) + 90 * minute;
    store = await store.restart({
      between: async (folder) => {
        // Whatever the first window made of the moved clock.
        for (const file of await backupFiles(folder)) await writeFile(file, '');
      },
    });
    store.host.control.setClock(new Date(nowMs).toISOString());
    await expect.poll(async () => (await store.call('backups')).newest?.reason).toBe('hourly');
    await store.close();
  },
);

test('twenty megabytes of journal are backed up at once', { tag: '@long' }, async () => {
  test.setTimeout(120_000);
  const store = await newBook('One');
  // The host's clock stands still: only the size can be the reason.
  await store.page.evaluate(async () => {
    const description = 'A description of some length. '.repeat(30_000);
    for (let at = 0; at < 23; at += 1) {
      await window.driver.run({ kind: 'createAccount', values: { name: `Long ${at}`, description } });
    }
  });
  await store.call('saved');
  store.host.control.advanceClock(1000);
  await expect
    .poll(async () => (await store.call('backups')).newest?.reason, { timeout: 60_000 })
    .toBe('journal-size');
  await store.close();
});

test('a quitting app is answered after a backup of what is not in one', async () => {
  const store = await newBook('One');
  const made = await store.call('backUp', 'quit');
  expect(made).toMatchObject({ ok: true, value: { reason: 'quit', state: 'verified' } });
  const tables = await store.call('tables');
  expect(tables['meta']).toMatchObject([{ clean: true }]);
  await add(store, 'Two');
  expect((await store.call('tables'))['meta']).not.toMatchObject([{ clean: true }]);
  await store.close();
});

test('before an import there is a backup; without one a person may go on', async () => {
  const store = await newBook('One');
  await store.call('importList', 'list.csv', longList(5));
  expect((await newestFile(store)).end).toMatchObject({ through: 2 });
  expect((await store.call('backups')).newest?.reason).toBe('before-import');
  await store.page.route('**/call/backup.begin', (route) => route.abort());
  expect(await store.call('planList', 'more.csv', longList(5, 'More'))).toBe(5);
  expect(await store.call('applyPlanned')).toMatchObject({
    ok: false,
    error: { backupFailed: true, error: { code: 'host' } },
  });
  expect((await store.call('status')).accounts).toBe(6);
  expect(await store.call('applyPlanned', { withoutBackup: true })).toMatchObject({ ok: true });
  expect((await store.call('status')).accounts).toBe(11);
  expect((await store.call('backups')).problem).not.toBe(null);
  await store.close();
});

test('a backup that the host cannot finish leaves nothing behind, and the next one works', async () => {
  const store = await newBook('One');
  await store.page.route('**/call/backup.finish', (route) => route.abort());
  expect(await store.call('backUp', 'by-hand')).toMatchObject({ ok: false, error: { code: 'host' } });
  expect((await store.call('backups')).problem).not.toBe(null);
  await store.page.unroute('**/call/backup.finish');
  await expect.poll(async () => (await store.call('backUp', 'by-hand')).ok).toBe(true);
  expect((await store.call('backups')).problem).toBe(null);
  expect(await backupFiles(store.folder)).toHaveLength(1);
  await store.close();
});
