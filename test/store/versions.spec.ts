import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { engineVersion } from '../../src/renderer/store/database.ts';
import { schemaVersion, schemaVersions } from '../../src/renderer/store/versions/index.ts';
import type { ChangeSet } from '../../src/shared/history/change-set.ts';
import { dumpDatabases, loadDatabases, writeHostFiles, type FrozenStore } from '../fixtures/frozen-store.ts';
import { frozenDir, readFrozen, type Frozen } from '../fixtures/read-frozen.ts';
import { openDriver, type DriverOptions, type OpenDriver } from './driver/open-driver.ts';
import { backupFiles } from './workspace-files.ts';

/** A machine on which the frozen store lies as it was left, before this Groundwork is started on it. */
async function thaw(frozen: Frozen, options: DriverOptions = {}): Promise<OpenDriver> {
  return openDriver({
    clock: '2026-12-01T09:00:00Z',
    ...options,
    prepare: async (page, folder) => {
      await writeHostFiles(path.join(folder, 'data'), frozen.files);
      await loadDatabases(page, frozen.databases);
    },
  });
}

const recordsOf = (frozen: FrozenStore, table: string): readonly object[] =>
  frozen.databases[0]?.stores.find(({ name }) => name === table)?.records ?? [];

const byNumber = (rows: readonly object[]): readonly ChangeSet[] =>
  (rows as ChangeSet[]).toSorted((a, b) => a.n - b.n);

test('every released version of the schema is frozen', async () => {
  const names = (await readdir(frozenDir)).sort();
  // The version in the making is frozen when it is released.
  const released = schemaVersions.slice(0, names.length).map(({ number }) => `version-${number}.json`);
  expect(names).toEqual(released);
  expect(names.length).toBeGreaterThanOrEqual(schemaVersions.length - 1);
});

for (const name of ['version-1.json', 'version-2.json']) {
  // What the newest frozen version shows holds for older ones too; that they open is tested each time.
  const older = name === 'version-2.json' ? [] : ['@long'];
  test(`${name}: opens, has everything, and undo goes on`, async () => {
    const frozen = await readFrozen(name);
    let store = await thaw(frozen);
    expect(await store.call('state')).toEqual({ kind: 'open' });
    expect((await store.call('fingerprint')).digest).toBe(frozen.fingerprint);
    const { meta, changeSets, historyEntries } = await store.call('stored');
    const old = byNumber(recordsOf(frozen, 'changeSets'));
    expect(changeSets).toEqual(old);
    const packed = recordsOf(frozen, 'changePacks') as { changes: readonly object[] }[];
    const entries = [...old, ...packed].reduce((sum, { changes = [] }) => sum + changes.length, 0);
    expect(historyEntries).toBe(entries);
    const [facts] = recordsOf(frozen, 'meta') as { through: number; accounts: number; undoTop: number }[];
    // Who holds the store, and that it was closed in order, is written anew at every start.
    const { holder: _holder, clean: _clean, ...lasting } = { holder: '', clean: true, ...facts };
    expect(meta).toMatchObject({ ...lasting, schema: schemaVersion, opportunities: 0 });
    // What version 2 and older kept in the settings stands in the rules.
    const { rules, settings } = await store.call('status');
    expect(rules).toMatchObject({
      limitMidMarket: 150,
      limitLarge: 12,
      limitSmb: 40,
      fiscalYearFirstMonth: 2,
    });
    expect(Object.keys(settings).sort()).toEqual(['bdr', 'name', 'timeZone']);

    // Step by step back to before the first import, and forth again.
    let undone = 0;
    while ((await store.call('undo')).ok) undone += 1;
    expect(undone).toBeGreaterThan(20);
    expect((await store.call('stored')).accounts).toEqual([]);
    for (let step = 0; step < undone; step += 1) {
      expect(await store.call('redo')).toMatchObject({ ok: true });
    }
    expect((await store.call('fingerprint')).digest).toBe(frozen.fingerprint);
    await store.call('saved');
    store = await store.restart();
    expect(await store.call('state')).toEqual({ kind: 'open' });
    expect((await store.call('fingerprint')).digest).toBe(frozen.fingerprint);
    expect(store.errors).toEqual([]);
    await store.close();
  });

  test(`${name}: a lost one is rebuilt from its journal alone`, { tag: older }, async () => {
    const frozen = await readFrozen(name);
    const store = await openDriver({
      clock: '2026-12-01T09:00:00Z',
      prepare: (_page, folder) => writeHostFiles(path.join(folder, 'data'), frozen.files),
    });
    expect(await store.call('state')).toMatchObject({ kind: 'recovery' });
    expect(await store.call('rebuild')).toMatchObject({ ok: true, value: { missing: [], unreadable: 0 } });
    await store.call('retry');
    await store.call('ready');
    expect((await store.call('fingerprint')).digest).toBe(frozen.fingerprint);
    expect(store.errors).toEqual([]);
    await store.close();
  });

  test(`${name}: is backed up as it is before it is upgraded`, { tag: older }, async () => {
    const frozen = await readFrozen(name);
    const store = await thaw(frozen);
    const [file = '', ...more] = await backupFiles(store.folder);
    expect(more).toEqual([]);
    expect(path.basename(file)).toContain('before-migration');
    const text = gunzipSync(await readFile(file)).toString('utf8');
    expect(text.split('\n')[0]).toContain(`"schema":${frozen.version},`);
    const accounts = text.split('\n').filter((line) => /^.{77}"line":\d+,"kind":"account"/.test(line));
    expect(accounts).toHaveLength(recordsOf(frozen, 'accounts').length);
    // Read by this version it says just what the upgraded store holds.
    const preview = await store.call('previewRestore', path.basename(file, '.groundwork-backup'));
    if (!preview.ok) throw new Error(JSON.stringify(preview.error));
    for (const counts of Object.values(preview.value.counts)) {
      expect(counts).toMatchObject({ added: 0, changed: 0, removed: 0 });
    }
    expect(preview.value.counts).toMatchObject({ settings: { same: 1 }, documents: { same: 1 } });
    await store.close();
  });

  test(`${name}: without room for that backup nothing is upgraded`, { tag: '@long' }, async () => {
    const frozen = await readFrozen(name);
    const store = await thaw(frozen, { refuse: ['backup.begin'] });
    expect(await store.call('state')).toMatchObject({
      kind: 'stopped',
      why: { kind: 'upgrade-failed', backup: null },
    });
    expect(await presentVersions(store)).toEqual([engineVersion(frozen.version)]);
    await store.close();
  });

  test(`${name}: an upgrade that fails leaves the store as it was`, { tag: '@long' }, async () => {
    const frozen = await readFrozen(name);
    let store = await thaw(frozen, { fault: 'fails' });
    const { kind, why } = await store.call('state');
    expect(kind).toBe('stopped');
    expect(why).toMatchObject({ kind: 'upgrade-failed', message: 'Error: This upgrade fails.' });
    expect((why as { backup: string }).backup).toContain('before-migration');
    await isAsFrozen(store, frozen);
    expect(await store.call('retry')).toBe('stopped');
    await isAsFrozen(store, frozen);
    // Trying again needs no second copy of what did not change.
    expect(await backupFiles(store.folder)).toHaveLength(1);
    store = await store.restart();
    expect(await store.call('state')).toEqual({ kind: 'open' });
    expect((await store.call('fingerprint')).digest).toBe(frozen.fingerprint);
    await store.close();
  });

  test(`${name}: an upgrade that is killed leaves the store as it was`, { tag: '@long' }, async () => {
    const frozen = await readFrozen(name);
    let store = await thaw(frozen, { fault: 'hangs', onDisk: true });
    await expect.poll(() => store.call('openingProgress')).toMatchObject({ what: 'upgrade', done: 1, of: 1 });
    execFileSync('pkill', ['-9', '-f', path.join(store.folder, 'profile')]);
    store = await store.restart();
    expect(await store.call('state')).toEqual({ kind: 'open' });
    expect((await store.call('fingerprint')).digest).toBe(frozen.fingerprint);
    await store.call('saved');
    store = await store.restart();
    expect((await store.call('fingerprint')).digest).toBe(frozen.fingerprint);
    await store.close();
  });
}

test(
  'a window of an older Groundwork that does not let go is named, not waited for',
  { tag: '@long' },
  async () => {
    const frozen = await readFrozen('version-1.json');
    let old: Page | undefined;
    const store = await openDriver({
      onDisk: true,
      prepare: async (page, folder) => {
        await writeHostFiles(path.join(folder, 'data'), frozen.files);
        await loadDatabases(page, frozen.databases);
        // A window that sleeps, or whose code knows nothing of upgrades.
        old = await page.context().newPage();
        await old.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: '<p>' }));
        await old.goto(page.url());
        await old.evaluate((name) => {
          indexedDB.open(name).onsuccess = () => undefined;
        }, frozen.databases[0]?.name ?? '');
      },
    });
    const { why } = await store.call('state');
    expect(why).toMatchObject({ kind: 'failed' });
    expect((why as { message: string }).message).toContain('Close all other windows of Groundwork');
    await old?.close();
    expect(await store.call('retry')).toBe('open');
    await store.call('ready');
    expect((await store.call('fingerprint')).digest).toBe(frozen.fingerprint);
    await store.close();
  },
);

const presentVersions = (store: OpenDriver): Promise<(number | undefined)[]> =>
  store.page.evaluate(async () =>
    (await indexedDB.databases())
      .filter(({ name }) => !name?.includes('cache'))
      .map(({ version }) => version),
  );

async function isAsFrozen(store: OpenDriver, frozen: Frozen): Promise<void> {
  const [found] = await dumpDatabases(store.page);
  const [before] = frozen.databases;
  expect(found?.version).toBe(before?.version);
  expect(found?.stores.map(({ name }) => name)).toEqual(before?.stores.map(({ name }) => name));
  for (const { name, records } of before?.stores ?? []) {
    const now = found?.stores.find((table) => table.name === name)?.records;
    // Who holds the store is written anew at every start.
    if (name === 'meta') expect(now).toMatchObject([...records]);
    else expect(now).toEqual([...records]);
  }
}
