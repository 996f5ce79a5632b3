import path from 'node:path';
import { chromium, expect, test, type Page } from '@playwright/test';
import { browserLaunchOptions } from '../run/ensure-browser.ts';
import { openDriver, type OpenDriver } from './driver/open-driver.ts';
import { longList } from './whole-store.ts';

async function newBook(): Promise<OpenDriver> {
  const store = await openDriver();
  await store.call('create', { name: 'Book', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
  await store.call('saved');
  return store;
}

const add = (store: OpenDriver, name: string) =>
  store.call('run', { kind: 'createAccount', values: { name } });

const addIn = (page: Page, name: string) =>
  page.evaluate((wanted) => window.driver.run({ kind: 'createAccount', values: { name: wanted } }), name);

/** Another window of the same browser. */
async function secondWindow(store: OpenDriver): Promise<Page> {
  const page = await store.page.context().newPage();
  await page.goto(store.host.newAddress());
  await page.waitForFunction(() => 'driver' in window);
  return page;
}

async function takeOver(page: Page): Promise<void> {
  expect(await page.evaluate(() => window.driver.takeOver())).toBe('open');
  await page.evaluate(() => window.driver.ready());
}

const namesIn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await window.driver.stored()).accounts.map(({ name }) => name));

const takenOver = { ok: false, error: { code: 'taken-over', message: { id: 'store.taken-over' } } };

test('a second window is told that the store is in use, and does not hang @odd', async () => {
  const store = await newBook();
  const opening = Date.now();
  const second = await secondWindow(store);
  const begun = Date.now();
  expect(await second.evaluate(() => window.driver.state())).toEqual({
    kind: 'stopped',
    why: { kind: 'in-use' },
  });
  // Five seconds; on a machine where just opening a window takes long, so much longer.
  expect(Date.now() - begun).toBeLessThan(Math.max(5000, 3 * (begun - opening)));
  expect((await add(store, 'Still writing')).ok).toBe(true);
  await store.close();
});

test('a window that takes over has every edit; the other one is told and writes nothing more', async () => {
  const store = await newBook();
  await add(store, 'Before');
  const second = await secondWindow(store);
  await takeOver(second);
  await expect.poll(() => store.call('takenOver')).toBe(true);
  expect(await add(store, 'Too late')).toEqual(takenOver);
  expect(await store.call('undo')).toEqual(takenOver);
  expect(await store.call('redo')).toEqual(takenOver);
  // What it showed stays readable.
  const { ids } = await store.call('view', { filter: {}, sort: { key: 'name' } });
  expect(await store.call('account', ids[0] ?? '')).toMatchObject({ account: { name: 'Before' } });
  expect((await addIn(second, 'After')).ok).toBe(true);
  await second.evaluate(() => window.driver.saved());
  expect(await namesIn(second)).toEqual(['Before', 'After']);
  // And back again: the newest window that was asked for has it.
  expect(await store.call('takeOver')).toBe('open');
  await store.call('ready');
  expect((await add(store, 'Back here')).ok).toBe(true);
  expect(await addIn(second, 'Never')).toEqual(takenOver);
  expect(await namesIn(store.page)).toEqual(['Before', 'After', 'Back here']);
  await store.close();
});

test(
  'a window whose store sleeps while another takes over does not write when it wakes',
  { tag: '@long' },
  async () => {
    const store = await newBook();
    const [worker] = store.page.workers();
    const fellAsleep = store.page.waitForEvent('console', (message) => message.text() === 'asleep');
    const asleep = worker?.evaluate(() => {
      console.log('asleep');
      const until = performance.now() + 8000;
      while (performance.now() < until);
    });
    await fellAsleep;
    const late = add(store, 'Typed before the other window');
    const second = await secondWindow(store);
    await takeOver(second);
    expect((await addIn(second, 'Of the other window')).ok).toBe(true);
    await asleep;
    expect(await late).toEqual(takenOver);
    expect(await namesIn(second)).toEqual(['Of the other window']);
    const { changeSets, meta } = await second.evaluate(() => window.driver.stored());
    expect(changeSets.map(({ n }) => n)).toEqual([1, 2]);
    expect(meta?.through).toBe(2);
    await store.close();
  },
);

test(
  'an import that was planned before another window took over is refused, wholly',
  { tag: '@long' },
  async () => {
    const store = await newBook();
    const second = await secondWindow(store);
    const answer = await store.page.evaluate(async (list) => {
      const planned = await window.driver.planList('list.csv', list);
      return planned;
    }, longList(300));
    expect(answer).toBe(300);
    await takeOver(second);
    expect(await store.call('applyPlanned')).toMatchObject({
      ok: false,
      error: { error: { code: 'taken-over' } },
    });
    expect(await namesIn(second)).toEqual([]);
    expect(await second.evaluate(() => window.driver.leftOver())).toEqual({ gate: false, packs: 0 });
    await store.close();
  },
);

test('a window that lost the store does not keep it from being deleted', async () => {
  const store = await newBook();
  const second = await secondWindow(store);
  await takeOver(second);
  await second.evaluate(() => window.driver.close());
  await second.evaluate(() => window.driver.loseDatabase());
  expect(await second.evaluate(() => window.driver.retry())).toBe('recovery');
  await store.close();
});

test(
  'a page is told when its store was rebuilt in another browser, and writes nothing more',
  { tag: '@long' },
  async () => {
    const store = await newBook();
    await add(store, 'Before');
    await store.call('saved');
    const other = await chromium.launchPersistentContext(path.join(store.folder, 'other'), {
      ...browserLaunchOptions(),
      headless: true,
    });
    try {
      const page = other.pages()[0] ?? (await other.newPage());
      await page.goto(store.host.newAddress());
      await page.waitForFunction(() => 'driver' in window);
      expect(await page.evaluate(() => window.driver.rebuild())).toMatchObject({ ok: true });
      expect(await page.evaluate(() => window.driver.retry())).toBe('open');
      await page.evaluate(() => window.driver.saved());
      // The first command that meets the newer journal is kept, but never shown as saved; then it is told.
      await add(store, 'Meets it');
      await expect.poll(() => store.call('takenOver')).toBe(true);
      expect((await store.call('saveState')).kind).toBe('unreachable');
      expect(await add(store, 'Never')).toEqual(takenOver);
      expect(await namesIn(page)).toEqual(['Before']);
    } finally {
      await other.close();
    }
    await store.close();
  },
);
