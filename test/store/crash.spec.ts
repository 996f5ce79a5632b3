import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { printSeed, seededRandom } from '../builders/random.ts';
import { openDriver, type OpenDriver } from './driver/open-driver.ts';

const kills = process.env['GROUNDWORK_LONG'] === '1' ? 20 : 3;

/** Ends the whole browser at once, as a crash or a power switch would. */
async function killBrowser(store: OpenDriver): Promise<void> {
  try {
    if (process.platform === 'win32') {
      const cdp = await store.page.context().newCDPSession(store.page);
      await cdp.send('Browser.crash');
    } else execFileSync('pkill', ['-9', '-f', path.join(store.folder, 'profile')]);
  } catch {
    // It was gone before the answer came.
  }
}

/**
 * Writes accounts one after another, noting outside the browser each one that was shown as saved.
 * @returns when the browser is gone
 */
async function writeUntilKilled(store: OpenDriver, prefix: string, ledger: Set<string>): Promise<void> {
  for (let at = 0; ; at += 1) {
    const name = `${prefix}-${at}`;
    try {
      const outcome = await store.call('run', { kind: 'createAccount', values: { name } });
      if (!outcome.ok) throw new Error(outcome.error.code);
      await store.call('saved');
      ledger.add(name);
    } catch {
      return;
    }
  }
}

const storedNames = async (store: OpenDriver): Promise<Set<string>> =>
  new Set((await store.call('stored')).accounts.map((account) => account.name));

test('a killed browser loses no edit that was shown as saved', async () => {
  test.setTimeout(300_000);
  const seed = printSeed('crash');
  const random = seededRandom(seed);
  const ledger = new Set<string>();
  let store = await openDriver();
  await store.call('create', { name: 'Crash', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
  for (let kill = 1; kill <= kills; kill += 1) {
    const writing = writeUntilKilled(store, `kill${kill}`, ledger);
    await new Promise((resolve) => setTimeout(resolve, random.int(100, 1500)));
    await killBrowser(store);
    await writing;
    // A damaged store shows only at the second start after a kill: reopen, write, close, reopen, compare.
    store = await store.restart();
    expect((await store.call('state')).kind, `after kill ${kill}, seed ${seed}`).toBe('open');
    await store.call('run', { kind: 'createAccount', values: { name: `between-${kill}` } });
    await store.call('saved');
    ledger.add(`between-${kill}`);
    store = await store.restart();
    expect((await store.call('state')).kind, `second start after kill ${kill}, seed ${seed}`).toBe('open');
    const names = await storedNames(store);
    expect([...ledger].filter((name) => !names.has(name))).toEqual([]);
    const { meta, changeSets } = await store.call('stored');
    expect(changeSets.map((changeSet) => changeSet.n)).toEqual(changeSets.map((_, at) => at + 1));
    expect(meta?.accounts).toBe(names.size);
  }
  await store.call('saved');
  await store.close();
  console.log(`crash: ${kills} kills, ${ledger.size} saved edits, 0 lost (seed ${seed})`);
});
