import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { printSeed, seededRandom } from '../builders/random.ts';
import { tally } from '../run/tally.ts';
import { openDriver, type OpenDriver } from './driver/open-driver.ts';

/** 45 packs of a thousand: five transactions to stage, five to apply. */
const accounts = 45_000;
const batchedAbove = 40_000;
const steps = 10;

async function newBook(): Promise<OpenDriver> {
  const store = await openDriver({ onDisk: true });
  await store.call('create', { name: 'Book', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
  await store.call('run', { kind: 'createAccount', values: { name: 'There before' } });
  await store.call('saved');
  return store;
}

const counted = async (store: OpenDriver): Promise<{ live: number; told: number | undefined }> => {
  const { accounts: stored, meta } = await store.call('stored');
  return { live: stored.length, told: meta?.accounts };
};

test(
  'an import too large for one transaction is one change set, and is undone as one',
  { tag: '@long' },
  async () => {
    test.setTimeout(180_000);
    const store = await newBook();
    const applied = await store.call('applyLarge', { accounts, batchedAbove });
    expect(applied).toMatchObject({ ok: true, value: { n: 3, steps } });
    expect(await counted(store)).toEqual({ live: accounts + 1, told: accounts + 1 });
    expect(await store.call('leftOver')).toEqual({ gate: false, packs: 0 });
    await store.call('saved');
    expect(await store.call('undoLarge', batchedAbove)).toBe(4);
    expect(await counted(store)).toEqual({ live: 1, told: 1 });
    expect(await store.call('redo')).toMatchObject({ ok: true, n: 5 });
    expect(await counted(store)).toEqual({ live: accounts + 1, told: accounts + 1 });
    await store.close();
  },
);

test(
  'cancelled while it is staged nothing of it stays; cancelled later it is done to the end',
  { tag: '@long' },
  async () => {
    test.setTimeout(120_000);
    const store = await newBook();
    const cancelled = await store.call('applyLarge', { accounts, batchedAbove, cancelAfter: 3 });
    expect(cancelled).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await counted(store)).toEqual({ live: 1, told: 1 });
    expect(await store.call('leftOver')).toEqual({ gate: false, packs: 0 });
    const late = await store.call('applyLarge', { accounts, batchedAbove, cancelAfter: 7 });
    expect(late).toMatchObject({ ok: true, value: { n: 3 } });
    expect(await counted(store)).toEqual({ live: accounts + 1, told: accounts + 1 });
    await store.close();
  },
);

test(
  'killed between any two of its transactions it is wholly there or wholly absent',
  { tag: '@long' },
  async () => {
    const seed = printSeed('large import, killed');
    const all = Array.from({ length: steps }, (_, at) => at + 1);
    const isLong = process.env['GROUNDWORK_LONG'] === '1';
    const chosen = isLong
      ? all
      : seededRandom(seed)
          .shuffle(all.slice(0, 5))
          .slice(0, 1)
          .concat(5 + (seed % 5));
    test.setTimeout(60_000 + chosen.length * 60_000);
    for (const step of chosen) {
      let store = await newBook();
      const halted = store.page.waitForEvent('console', (message) => message.text() === 'standing still');
      const applying = store
        .call('applyLarge', { accounts, batchedAbove, haltAfter: step })
        .catch(() => 'killed');
      await halted;
      execFileSync('pkill', ['-9', '-f', path.join(store.folder, 'profile')]);
      expect(await applying).toBe('killed');
      store = await store.restart();
      store = await store.restart();
      // What was staged whole is rolled forward, what was not is taken back.
      const live = step >= 5 ? accounts + 1 : 1;
      const found = await counted(store);
      expect(step === 5 ? [1, accounts + 1] : [live], `step ${step}, seed ${seed}`).toContain(found.live);
      expect(found.told).toBe(found.live);
      expect(await store.call('leftOver')).toEqual({ gate: false, packs: 0 });
      expect(await store.call('run', { kind: 'createAccount', values: { name: 'After' } })).toMatchObject({
        ok: true,
      });
      await store.call('saved');
      await store.close();
    }
    tally('kills', chosen.length, seed);
  },
);
