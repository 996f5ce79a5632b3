import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { schemaVersion } from '../../src/renderer/store/versions/index.ts';
import { seededRandom } from '../builders/random.ts';
import { openDriver, type DriverOptions, type OpenDriver } from './driver/open-driver.ts';

async function newBook(options: Pick<DriverOptions, 'onDisk'> = {}): Promise<OpenDriver> {
  const store = await openDriver({ ...options, clock: '2026-11-23T09:00:00Z' });
  await store.call('create', { name: 'Book', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
  return store;
}

/** The engine packs what it stores; a text of one letter would need no room. */
function incompressible(characters: number): string {
  const random = seededRandom(1);
  let text = '';
  while (text.length < characters) text += random.next().toString(36).slice(2);
  return text;
}

const add = (store: OpenDriver, name: string) =>
  store.call('run', { kind: 'createAccount', values: { name } });

/** The text of every journal file, oldest first. */
async function journalText(store: OpenDriver): Promise<string> {
  const files = await readdir(path.join(store.folder, 'data'), { recursive: true });
  const journals = files.filter((file) => /journal.*\.ndjson$/.test(file)).sort();
  const texts = await Promise.all(
    journals.map((file) => readFile(path.join(store.folder, 'data', file), 'utf8')),
  );
  return texts.join('');
}

test('what is shown as saved is in the host’s journal, change set by change set, and in the sentinel', async () => {
  const store = await newBook();
  await add(store, 'Journal one');
  await add(store, 'Journal two');
  await store.call('undo');
  await store.call('saved');
  const text = await journalText(store);
  expect(text).toContain('Journal one');
  expect(text).toContain('Journal two');
  const { meta } = await store.call('stored');
  const verified = await store.page.evaluate(() => indexedDB.databases());
  expect(verified.some((database) => database.name?.startsWith('groundwork-'))).toBe(true);
  const registry = JSON.parse(await readFile(path.join(store.folder, 'data', 'workspaces.json'), 'utf8')) as {
    workspaces: { id: string }[];
  };
  const [entry] = registry.workspaces;
  const sentinelFiles = (await readdir(path.join(store.folder, 'data'), { recursive: true })).filter((file) =>
    file.endsWith('sentinel.json'),
  );
  const sentinel = JSON.parse(
    await readFile(path.join(store.folder, 'data', sentinelFiles[0] ?? ''), 'utf8'),
  ) as { through: number; accounts: number; workspaceId: string };
  expect(sentinel).toMatchObject({ through: meta?.through, accounts: 1, workspaceId: entry?.id });
  await store.close();
});

test('while the host is away edits go on and are not shown as saved; when it is back they reach it', async () => {
  const store = await newBook();
  await store.call('saved');
  await store.page.route('**/call/journal.append', (route) => route.abort());
  await add(store, 'Written while away');
  await expect.poll(async () => (await store.call('saveState')).kind).toBe('unreachable');
  expect(await journalText(store)).not.toContain('Written while away');
  await store.page.unroute('**/call/journal.append');
  await store.call('saved');
  expect(await journalText(store)).toContain('Written while away');
  await store.close();
});

test('what a crash kept from the journal goes out at the next start @even', async () => {
  let store = await newBook({ onDisk: true });
  await store.call('saved');
  await store.page.route('**/call/journal.append', (route) => route.abort());
  await add(store, 'Unsent');
  store = await store.restart();
  expect(await store.call('state')).toEqual({ kind: 'open' });
  await expect.poll(async () => (await store.call('status')).complete).toBe(true);
  await store.call('saved');
  expect(await journalText(store)).toContain('Unsent');
  await store.close();
});

test('an emptied database is told as lost, never as a first run', async () => {
  let store = await newBook();
  await add(store, 'Precious');
  await store.call('saved');
  await store.call('close');
  await store.call('loseDatabase');
  store = await store.restart();
  expect(await store.call('state')).toEqual({
    kind: 'recovery',
    why: {
      kind: 'lost',
      expected: { accounts: 1, through: 2 },
      found: { kind: 'missing', through: null },
    },
  });
  const names = await store.page.evaluate(async () => (await indexedDB.databases()).map((it) => it.name));
  expect(names).toEqual([]);
  await store.close();
});

test('a reload takes the store over from the page that is closing', { tag: '@long' }, async () => {
  const store = await newBook();
  await add(store, 'Before');
  for (let round = 0; round < 5; round += 1) await store.reload();
  expect(await store.call('state')).toEqual({ kind: 'open' });
  const { ids } = await store.call('view', { filter: {}, sort: { key: 'name' } });
  expect(ids).toHaveLength(1);
  await store.close();
});

test('a store of a newer schema is refused before anything opens', { tag: '@long' }, async () => {
  let store = await newBook();
  await store.call('saved');
  await store.call('close');
  await store.page.evaluate(async () => {
    const [found] = (await indexedDB.databases()).filter((it) => !it.name?.includes('cache'));
    await new Promise((resolve, reject) => {
      const request = indexedDB.open(found?.name ?? '', 70);
      request.onsuccess = () => {
        request.result.close();
        resolve(undefined);
      };
      request.onerror = reject;
    });
  });
  store = await store.restart();
  expect(await store.call('state')).toEqual({
    kind: 'stopped',
    why: { kind: 'newer-schema', found: 7, known: schemaVersion },
  });
  await store.close();
});

test('with no room left nothing is half-written, and the message says so', async () => {
  const store = await openDriver({ onDisk: true, quotaBytes: 2_000_000 });
  await store.call('create', { name: 'Book', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
  await add(store, 'Before');
  const outcome = await store.call('run', {
    kind: 'createAccount',
    values: { name: 'Too much', description: incompressible(8_000_000) },
  });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'quota' } });
  expect((await store.call('stored')).accounts.map((account) => account.name)).toEqual(['Before']);
  await store.call('saved');
  expect((await add(store, 'Small enough')).ok).toBe(true);
  await store.close();
});

test(
  'the next start shows the last first page at once and ends equal to a start without cache',
  { tag: '@long' },
  async () => {
    let store = await openDriver({ onDisk: true, clock: '2026-11-23T09:00:00Z' });
    await store.call('create', { name: 'Book', bdr: '', timeZone: 'UTC', then: 'sample' });
    const query = { filter: {}, sort: { key: 'board' }, groupBy: 'status' } as const;
    // Answered once nothing is left to be decided.
    await store.call('ask', 'mix', null);
    const first = await store.call('view', query);
    const rows = await store.call('rows', first.ids);
    await store.call('close');
    store = await store.restart();
    const cached = await store.call('view', query);
    await store.call('ask', 'mix', null);
    expect(cached).toEqual(first);
    expect(await store.call('rows', cached.ids)).toEqual(rows);
    const { ids: byResearch } = await store.call('view', {
      filter: { text: 'kubernetes' },
      sort: { key: 'name' },
    });
    expect(byResearch.length).toBeGreaterThan(0);
    await store.close();
  },
);

test('the new day arrives with the host’s clock', async () => {
  const store = await newBook();
  await store.call('run', {
    kind: 'createAccount',
    values: { name: 'Due', bdrNextStepDate: '2026-11-23' as never, website: 'due.example' },
  });
  const findings = async () => {
    const { ids } = await store.call('view', { filter: {}, sort: { key: 'name' } });
    return (await store.call('rows', ids))[0]?.findings.map((finding) => finding.rule);
  };
  expect(await findings()).not.toContain('CLK-3');
  store.host.control.advanceClock(24 * 3600 * 1000);
  await expect.poll(findings).toContain('CLK-3');
  await expect.poll(async () => (await store.call('status')).today).toBe('2026-11-24');
  await store.close();
});
