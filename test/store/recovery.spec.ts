import { execFileSync } from 'node:child_process';
import { cp, readdir, readFile, rename, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { printSeed } from '../builders/random.ts';
import { openDriver, type OpenDriver } from './driver/open-driver.ts';
import { livedIn, longList, wholeStore } from './whole-store.ts';
import {
  backupFiles,
  deleteBackups,
  deleteJournal,
  editJournal,
  editSentinel,
  journalNumbers,
  journalText,
  numberOf,
  readSentinel,
  sentinelFile,
  workspaceDir,
} from './workspace-files.ts';

const seed = printSeed('recovery');

const add = (store: OpenDriver, name: string) =>
  store.call('run', { kind: 'createAccount', values: { name } });

async function newBook(...names: readonly string[]): Promise<OpenDriver> {
  const store = await openDriver({ onDisk: true, clock: '2026-11-23T09:00:00Z' });
  await store.call('create', { name: 'Book', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
  for (const name of names) await add(store, name);
  await store.call('saved');
  return store;
}

async function accountNames(store: OpenDriver): Promise<string[]> {
  return (await store.call('stored')).accounts.map(({ name }) => name);
}

const loseProfile = (folder: string): Promise<void> =>
  rm(path.join(folder, 'profile'), { recursive: true, force: true });

/** Rebuilds, opens at once in the same page, and looks whether what undo takes is what a person did last. */
async function rebuildAndOpen(store: OpenDriver) {
  const rebuilt = await store.call('rebuild');
  if (!rebuilt.ok) throw new Error(JSON.stringify(rebuilt.error));
  expect(await store.call('retry')).toBe('open');
  await store.call('ready');
  await store.call('saved');
  return rebuilt.value;
}

test('a lost store comes back from the journal alone: rows, history, undo and redo @odd', async () => {
  let store = await openDriver();
  await livedIn(store, seed);
  const before = await wholeStore(store);
  const { through } = await store.call('status');
  store = await store.restart({ profile: 'empty', between: deleteBackups });
  expect(await store.call('state')).toMatchObject({
    kind: 'recovery',
    why: { kind: 'lost', expected: { through }, found: { kind: 'missing' } },
  });
  expect(await store.call('recoveryPlan')).toMatchObject({
    ok: true,
    value: { base: 'journal', backup: null, through, fromJournal: through, missing: [] },
  });
  const { progress, ...rebuilt } = await rebuildAndOpen(store);
  expect(rebuilt).toMatchObject({ through: through + 1, missing: [], setAside: null, unreadable: 0 });
  expect(progress.at(-1)).toEqual({ what: 'rebuild', done: 1000, of: 1000 });
  expect(await wholeStore(store, through)).toEqual(before);
  const { meta, changeSets } = await store.call('stored');
  expect(meta).toMatchObject({ generation: 2, through: through + 1 });
  expect(changeSets.at(-1)).toMatchObject({ command: 'rebuild', origin: 'system' });
  // The journal follows, with the new generation, and the next start finds all of it equal.
  expect(await readSentinel(store.folder)).toMatchObject({ generation: 2, through: through + 1 });
  store = await store.restart();
  expect(await store.call('state')).toEqual({ kind: 'open' });
  expect(await wholeStore(store, through)).toEqual(before);
  expect(await store.call('undo')).toMatchObject({ ok: true });
  expect(store.errors).toEqual([]);
  await store.close();
});

test(
  'an older copy of the database catches up from the journal, and says by how much',
  { tag: '@long' },
  async () => {
    let store = await openDriver({ onDisk: true });
    await livedIn(store, seed);
    const { through } = await store.call('status');
    store = await store.restart({
      between: (folder) => cp(path.join(folder, 'profile'), path.join(folder, 'older'), { recursive: true }),
    });
    await store.call('runSequence', { seed: seed + 2, steps: 20 });
    await store.call('importList', 'more.csv', longList(230, 'Later'));
    await store.call('undo');
    await store.call('runSequence', { seed: seed + 3, steps: 20 });
    await store.call('undo');
    await store.call('saved');
    const after = await wholeStore(store);
    const replayed = (await store.call('status')).through - through;
    store = await store.restart({ profile: 'older' });
    expect(await store.call('state')).toEqual({ kind: 'open', replayed });
    expect(await wholeStore(store)).toEqual(after);
    expect(await store.call('redo')).toMatchObject({ ok: true });
    await store.close();
  },
);

test(
  'where the journal cannot fill the gap, what is missing is named exactly',
  { tag: '@long' },
  async () => {
    let store = await newBook('One', 'Two');
    store = await store.restart({
      between: (folder) => cp(path.join(folder, 'profile'), path.join(folder, 'older'), { recursive: true }),
    });
    store.host.control.setClock('2026-11-23T09:20:00Z');
    await add(store, 'Three');
    await add(store, 'Four');
    await store.call('saved');
    store = await store.restart({ profile: 'older', between: deleteJournal });
    expect(await store.call('state')).toEqual({
      kind: 'recovery',
      why: {
        kind: 'lost',
        expected: { accounts: 4, through: 5 },
        found: { kind: 'behind', through: 3 },
      },
    });
    const missing = [
      { from: 4, to: 5, since: '2026-11-23T09:00:00.000Z', until: '2026-11-23T09:20:00.000Z' },
    ];
    const plan = await store.call('recoveryPlan');
    expect(plan).toMatchObject({ ok: true, value: { base: 'found', through: 3, fromJournal: 0 } });
    expect(plan.ok && plan.value.missing).toEqual([{ ...missing[0], since: null }]);
    const rebuilt = await rebuildAndOpen(store);
    expect(rebuilt).toMatchObject({ accounts: 2, through: 6, missing });
    expect(rebuilt.setAside).toMatch(/set-aside$/);
    expect(await accountNames(store)).toEqual(['One', 'Two']);
    // Undo passes over what is lost and goes on before it.
    expect(await store.call('undo')).toMatchObject({ ok: true, n: 7 });
    expect(await accountNames(store)).toEqual(['One']);
    await store.call('saved');
    expect(await journalNumbers(store.folder)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    store = await store.restart({ profile: 'older' });
    expect(await store.call('state')).toEqual({ kind: 'open' });
    await store.close();
  },
);

test(
  'a hole in the journal: what follows it comes back, what it held is named, parts of it are kept',
  { tag: '@long' },
  async () => {
    let store = await newBook('One', 'Two', 'Three');
    const stored = await store.call('stored');
    const [one, two] = stored.accounts;
    const edit = (id: string, owner: string) =>
      store.call('run', { kind: 'editAccounts', ids: [id], patch: { owner } });
    await edit(one?.id ?? '', 'First owner');
    await edit(one?.id ?? '', 'Second owner');
    await edit(two?.id ?? '', 'Owner of the lost one');
    await store.call('saved');
    const { through } = await store.call('status');
    // Change 3 made the second account, change 5 gave the first one its first owner.
    store = await store.restart({
      between: async (folder) => {
        await editJournal(folder, (lines) => lines.filter((line) => ![3, 5].includes(numberOf(line) ?? 0)));
        await loseProfile(folder);
      },
    });
    const rebuilt = await rebuildAndOpen(store);
    expect(rebuilt.missing.map(({ from, to }) => [from, to])).toEqual([
      [3, 3],
      [5, 5],
    ]);
    const after = await store.call('stored');
    expect(after.accounts.map(({ name, owner }) => [name, owner])).toEqual([
      ['One', 'Second owner'],
      ['Three', undefined],
    ]);
    expect(after.changeSets.map(({ n }) => n)).toEqual(
      Array.from({ length: through + 1 }, (_, at) => at + 1),
    );
    expect(after.meta).toMatchObject({ accounts: 2, through: through + 1 });
    const held = await store.call('heldRows');
    expect(held).toHaveLength(1);
    expect(JSON.parse(held[0]?.text ?? '')).toEqual({
      id: two?.id,
      values: { owner: 'Owner of the lost one' },
    });
    await store.close();
  },
);

test(
  'another store under the same workspace is set aside, and the one of the data folder comes back',
  { tag: '@long' },
  async () => {
    let store = await newBook('Of the data folder');
    const away = async (folder: string): Promise<void> => {
      await rename(await workspaceDir(folder), path.join(folder, 'away'));
      await loseProfile(folder);
    };
    const id = path.basename(await workspaceDir(store.folder));
    store = await store.restart({ between: away });
    expect(await store.call('state')).toEqual({ kind: 'open' });
    await add(store, 'Of another store');
    await store.call('saved');
    store = await store.restart({
      between: async (folder) => {
        const place = path.join(folder, 'data', 'workspaces', id);
        await rm(place, { recursive: true });
        await rename(path.join(folder, 'away'), place);
      },
    });
    expect(await store.call('state')).toMatchObject({
      kind: 'recovery',
      why: { kind: 'lost', found: { kind: 'other-store', through: 2 } },
    });
    const rebuilt = await rebuildAndOpen(store);
    expect(rebuilt).toMatchObject({ accounts: 1, missing: [] });
    expect(rebuilt.setAside).toMatch(/set-aside$/);
    expect(await accountNames(store)).toEqual(['Of the data folder']);
    await store.close();
  },
);

test(
  'a database that went another way than the journal is told, set aside and rebuilt',
  { tag: '@long' },
  async () => {
    let store = await newBook('Common');
    store = await store.restart({
      between: (folder) =>
        cp(folder, `${folder}-twin`, { recursive: true, filter: (from) => !from.includes('Singleton') }),
    });
    await add(store, 'Here');
    await store.call('saved');
    const port = Number(new URL(store.host.origin).port);
    const { folder } = store;
    const twinFolder = `${folder}-twin`;
    store = await store.restart({
      between: async () => {
        const twin = await openDriver({ onDisk: true, folder: twinFolder, port });
        await add(twin, 'There');
        await twin.call('saved');
        await twin.close();
        await loseProfile(folder);
        await rename(path.join(twinFolder, 'profile'), path.join(folder, 'profile'));
        await rm(twinFolder, { recursive: true });
      },
    });
    expect(await store.call('state')).toMatchObject({
      kind: 'recovery',
      why: { kind: 'lost', expected: { through: 3 }, found: { kind: 'forked', through: 3 } },
    });
    const rebuilt = await rebuildAndOpen(store);
    expect(rebuilt).toMatchObject({ accounts: 2, missing: [] });
    expect((await accountNames(store)).sort()).toEqual(['Common', 'Here']);
    await store.close();
  },
);

test('a database without its last change set is damaged, not a shorter one', { tag: '@long' }, async () => {
  let store = await newBook('One', 'Two');
  await store.call('close');
  await store.page.evaluate(async () => {
    const found = (await indexedDB.databases()).find(({ name }) => name?.includes('cache') === false);
    const request = indexedDB.open(found?.name ?? '');
    const database = await new Promise<IDBDatabase>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    const transaction = database.transaction('changeSets', 'readwrite');
    transaction.objectStore('changeSets').delete(3);
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  });
  store = await store.restart();
  expect(await store.call('state')).toMatchObject({
    kind: 'recovery',
    why: { kind: 'lost', found: { kind: 'damaged', through: 3 } },
  });
  expect(await rebuildAndOpen(store)).toMatchObject({ accounts: 2, missing: [] });
  await store.close();
});

test(
  'files of the engine that are cut off are noticed, and the store comes back',
  { tag: '@long' },
  async () => {
    let store = await newBook('One', 'Two');
    const before = await wholeStore(store);
    store = await store.restart({
      between: async (folder) => {
        const files = await readdir(path.join(folder, 'profile', 'Default', 'IndexedDB'), {
          recursive: true,
          withFileTypes: true,
        });
        for (const file of files) {
          if (file.isFile()) await truncate(path.join(file.parentPath, file.name), 37);
        }
      },
    });
    const state = await store.call('state');
    expect(state.kind).toBe('recovery');
    expect(['missing', 'damaged']).toContain((state.why as { found: { kind: string } }).found.kind);
    expect(await rebuildAndOpen(store)).toMatchObject({ accounts: 2, missing: [] });
    expect(await wholeStore(store, 3)).toEqual(before);
    await store.close();
  },
);

test(
  'two browsers on one data folder: the one that was left behind is refused, and can be brought up',
  { tag: '@long' },
  async () => {
    let store = await newBook('First browser');
    store = await store.restart({ profile: 'second' });
    expect(await store.call('state')).toMatchObject({ kind: 'recovery', why: { kind: 'lost' } });
    await rebuildAndOpen(store);
    await add(store, 'Second browser');
    await store.call('saved');
    store = await store.restart({ profile: 'profile' });
    expect(await store.call('state')).toEqual({ kind: 'recovery', why: { kind: 'older-generation' } });
    expect(await rebuildAndOpen(store)).toMatchObject({ accounts: 2, missing: [] });
    expect((await store.call('stored')).meta).toMatchObject({ generation: 3 });
    store = await store.restart({ profile: 'second' });
    expect(await store.call('state')).toEqual({ kind: 'recovery', why: { kind: 'older-generation' } });
    await store.close();
  },
);

test(
  'a profile of a newer browser, or a store of a newer Groundwork, is refused before it is opened',
  { tag: '@long' },
  async () => {
    let store = await newBook('One');
    const { engine, schema } = await readSentinel(store.folder);
    store = await store.restart({
      between: (folder) => editSentinel(folder, { engine: 'Chromium 999.1.2.3' }),
    });
    expect(await store.call('state')).toEqual({
      kind: 'stopped',
      why: { kind: 'older-engine', found: engine, needed: 'Chromium 999.1.2.3' },
    });
    store = await store.restart({
      between: (folder) => editSentinel(folder, { engine, schema: schema + 1 }),
    });
    expect(await store.call('state')).toEqual({
      kind: 'stopped',
      why: { kind: 'newer-schema', found: schema + 1, known: schema },
    });
    store = await store.restart({ between: (folder) => editSentinel(folder, { schema }) });
    expect(await store.call('state')).toEqual({ kind: 'open' });
    await store.close();
  },
);

test('a lost sentinel changes nothing, and is written again', { tag: '@long' }, async () => {
  let store = await newBook('One');
  store = await store.restart({ between: async (folder) => rm(await sentinelFile(folder)) });
  expect(await store.call('state')).toEqual({ kind: 'open' });
  await add(store, 'Two');
  await store.call('saved');
  expect(await readSentinel(store.folder)).toMatchObject({ through: 3, accounts: 2 });
  await store.close();
});

test('a journal that was cut or deleted is written again at the next start', { tag: '@long' }, async () => {
  let store = await newBook('One', 'Two', 'Three');
  const before = await journalText(store.folder);
  store = await store.restart({
    between: (folder) => editJournal(folder, (lines) => lines.slice(0, 3)),
  });
  expect(await store.call('state')).toEqual({ kind: 'open' });
  await store.call('saved');
  expect(await journalText(store.folder)).toBe(before);
  store = await store.restart({ between: deleteJournal });
  await store.call('saved');
  expect(await journalText(store.folder)).toBe(before);
  await store.close();
});

test(
  'a host that is restarted under a living page gets back what its folder lost meanwhile',
  { tag: '@long' },
  async () => {
    let store = await newBook('One', 'Two');
    await store.restartHost();
    await add(store, 'Three');
    await store.call('saved');
    await store.restartHost(deleteJournal);
    await add(store, 'Four');
    await store.call('saved');
    expect(await journalNumbers(store.folder)).toEqual([1, 2, 3, 4, 5]);
    await store.restartHost((folder) => editJournal(folder, (lines) => lines.slice(0, 3)));
    // Nothing is edited: the page looks by itself.
    await expect.poll(() => journalNumbers(store.folder), { timeout: 20_000 }).toEqual([1, 2, 3, 4, 5]);
    store = await store.restart({ between: loseProfile });
    expect(await rebuildAndOpen(store)).toMatchObject({ accounts: 4, missing: [] });
    await store.close();
  },
);

test(
  'a journal folder that is deleted under a living page and its host is written again',
  { tag: '@long' },
  async () => {
    let store = await newBook('One', 'Two');
    await deleteJournal(store.folder);
    await add(store, 'Three');
    await store.call('saved');
    expect(await journalNumbers(store.folder)).toEqual([1, 2, 3, 4]);
    store = await store.restart({ between: loseProfile });
    expect(await rebuildAndOpen(store)).toMatchObject({ accounts: 3, missing: [] });
    await store.close();
  },
);

test(
  'a rebuild that is killed anywhere leaves a lost store, and the next one succeeds',
  { tag: '@long' },
  async () => {
    test.setTimeout(240_000);
    let store = await openDriver({ onDisk: true });
    await livedIn(store, seed);
    await store.call('importList', 'many.csv', longList(3000, 'Many'));
    await store.call('saved');
    const before = await wholeStore(store);
    const { through } = await store.call('status');
    store = await store.restart({ between: loseProfile });
    for (const after of [10, 200, 500, 900]) {
      const rebuilding = store.call('rebuild').catch(() => 'killed');
      await new Promise((resolve) => setTimeout(resolve, after));
      execFileSync('pkill', ['-9', '-f', path.join(store.folder, 'profile')]);
      await rebuilding;
      store = await store.restart();
      const { kind } = await store.call('state');
      // Only a rebuild that had come to its end may have left a store.
      if (kind === 'open') break;
      expect(kind).toBe('recovery');
    }
    if ((await store.call('state')).kind === 'recovery') await rebuildAndOpen(store);
    expect(await wholeStore(store, through)).toEqual(before);
    store = await store.restart();
    expect(await store.call('state')).toEqual({ kind: 'open' });
    await store.close();
  },
);

/** Damages a file in the middle; its size and times stay, so that nothing about it looks changed. */
async function damage(file: string): Promise<void> {
  const { atime, mtime } = await stat(file);
  const bytes = await readFile(file);
  const middle = Math.floor(bytes.length / 2);
  bytes.fill(0x55, middle, middle + 40);
  await writeFile(file, bytes);
  await utimes(file, atime, mtime);
}

/** A store with a backup, and with changes after it. @returns number of the last change set of the backup */
async function backedUp(store: OpenDriver, again = 0): Promise<number> {
  const made = await store.call('backUp', 'by-hand');
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  await store.call('runSequence', { seed: seed + 10 + again, steps: 15 });
  await store.call('undo');
  await store.call('saved');
  return made.value.end?.through ?? 0;
}

/** Leaves of the journal only what comes after change set `after`. */
const cutJournal = (folder: string, after: number): Promise<void> =>
  editJournal(folder, (lines) => lines.filter((line) => (numberOf(line) ?? Infinity) > after));

test('from the newest backup and the journal after it everything comes back @even', async () => {
  test.setTimeout(150_000);
  let store = await openDriver();
  await livedIn(store, seed);
  const { through: inBackup } = await store.call('status');
  // Is backed up before it writes.
  await store.call('importList', 'more.csv', longList(220, 'After'));
  await store.call('runSequence', { seed: seed + 10, steps: 15 });
  await store.call('undo');
  await store.call('saved');
  const before = await wholeStore(store);
  const { through } = await store.call('status');
  store = await store.restart({ profile: 'empty', between: (folder) => cutJournal(folder, inBackup) });
  expect(await store.call('recoveryPlan')).toMatchObject({
    ok: true,
    value: {
      base: 'backup',
      backup: { reason: 'before-import', end: { through: inBackup } },
      passedOver: [],
      through,
      fromJournal: through - inBackup,
      missing: [],
    },
  });
  expect(await rebuildAndOpen(store)).toMatchObject({ through: through + 1, missing: [] });
  expect(await wholeStore(store, through)).toEqual(before);
  // What came from several places is in one place again.
  await expect
    .poll(async () => (await backupFiles(store.folder)).map((file) => path.basename(file)).join(' '))
    .toContain('_rebuilt');
  for (let step = 0; step < 5; step += 1) {
    expect(await store.call('undo')).toMatchObject({ ok: true });
  }
  await store.call('saved');
  store = await store.restart();
  expect(await store.call('state')).toEqual({ kind: 'open' });
  await store.close();
});

for (const when of ['before the start', 'while it is being read'] as const) {
  test(
    `the newest backup turns out damaged ${when}: an older one and the journal give everything`,
    { tag: '@long' },
    async () => {
      test.setTimeout(150_000);
      let store = await openDriver({ onDisk: true });
      await livedIn(store, seed);
      const older = await backedUp(store);
      const newest = await backedUp(store, 1);
      const before = await wholeStore(store);
      const { through } = await store.call('status');
      const file = (await backupFiles(store.folder)).at(-1) ?? '';
      store = await store.restart({
        between: async (folder) => {
          await loseProfile(folder);
          await cutJournal(folder, older);
          // A new name, time or size is noticed at the start already.
          if (when === 'before the start') {
            await damage(file);
            await utimes(file, new Date(), new Date());
          }
        },
      });
      const plan = await store.call('recoveryPlan');
      if (when === 'before the start') {
        expect(plan).toMatchObject({
          value: { backup: { end: { through: older } }, passedOver: [{ state: 'damaged' }], missing: [] },
        });
      } else {
        expect(plan).toMatchObject({ value: { backup: { end: { through: newest } }, missing: [] } });
        await damage(file);
      }
      expect(await rebuildAndOpen(store)).toMatchObject({ through: through + 1, missing: [], unreadable: 0 });
      expect(await wholeStore(store, through)).toEqual(before);
      await store.close();
    },
  );
}

test(
  'with nothing but a damaged backup, what it still holds comes back and the rest is named',
  { tag: '@long' },
  async () => {
    let store = await newBook('One');
    await store.call('importList', 'list.csv', longList(2500));
    const inBackup = await backedUp(store);
    store = await store.restart({
      between: async (folder) => {
        await loseProfile(folder);
        await cutJournal(folder, inBackup);
        for (const file of await backupFiles(folder)) {
          await damage(file);
          await utimes(file, new Date(), new Date());
        }
      },
    });
    expect(await store.call('recoveryPlan')).toMatchObject({ value: { backup: { state: 'damaged' } } });
    const rebuilt = await rebuildAndOpen(store);
    expect(rebuilt.unreadable).toBeGreaterThan(0);
    expect(rebuilt.accounts).toBeGreaterThan(100);
    const { changeSets, meta } = await store.call('stored');
    expect(changeSets.map(({ n }) => n)).toEqual(changeSets.map((_, at) => at + 1));
    expect(meta?.accounts).toBe(rebuilt.accounts);
    const lost = changeSets.filter(({ command }) => command === 'lost').map(({ n }) => n);
    const named = rebuilt.missing.flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, at) => from + at),
    );
    expect(named).toEqual(lost);
    expect((await add(store, 'Goes on')).ok).toBe(true);
    await store.close();
  },
);

test(
  'with nothing left but the sentinel, all is named as missing and work can begin again',
  { tag: '@long' },
  async () => {
    let store = await newBook('One', 'Two');
    store = await store.restart({
      between: async (folder) => {
        await loseProfile(folder);
        await deleteJournal(folder);
      },
    });
    const rebuilt = await rebuildAndOpen(store);
    expect(rebuilt).toMatchObject({
      accounts: 0,
      through: 4,
      missing: [{ from: 1, to: 3, since: null, until: '2026-11-23T09:00:00.000Z' }],
    });
    expect((await add(store, 'Again')).ok).toBe(true);
    await store.call('saved');
    store = await store.restart();
    expect(await store.call('state')).toEqual({ kind: 'open' });
    expect(await accountNames(store)).toEqual(['Again']);
    await store.close();
  },
);

test('a backup brought to a new machine becomes the whole workspace there', { tag: '@long' }, async () => {
  test.setTimeout(150_000);
  let store = await openDriver({ onDisk: true });
  await livedIn(store, seed);
  const before = await wholeStore(store);
  const made = await store.call('backUp', 'by-hand');
  expect(made.ok).toBe(true);
  const file = (await backupFiles(store.folder)).at(-1) ?? '';
  const base64 = (await readFile(file)).toString('base64');
  await store.close();

  store = await openDriver({ onDisk: true });
  expect(await store.call('state')).toEqual({ kind: 'first-run' });
  expect(await store.call('adopt', base64)).toBe('recovery');
  expect(await store.call('recoveryPlan')).toMatchObject({
    value: { base: 'backup', backup: { reason: 'from-file' }, fromJournal: 0, missing: [] },
  });
  const rebuilt = await rebuildAndOpen(store);
  expect(rebuilt).toMatchObject({ missing: [], setAside: null });
  expect(await wholeStore(store, rebuilt.through - 1)).toEqual(before);
  expect(await store.call('undo')).toMatchObject({ ok: true });
  await store.call('saved');
  store = await store.restart();
  expect(await store.call('state')).toEqual({ kind: 'open' });
  await store.close();
});
