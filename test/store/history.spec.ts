import { expect, test } from '@playwright/test';
import { printSeed, seededRandom } from '../builders/random.ts';
import { openDriver, type OpenDriver } from './driver/open-driver.ts';
import { randomCommand } from './random-commands.ts';

/** What undo and redo must bring back: everything that a person entered, places on the board included. */
const snapshot = async (store: OpenDriver): Promise<string> => (await store.call('fingerprint')).digest;

const isLong = process.env['GROUNDWORK_LONG'] === '1';
const sequences = isLong ? 12 : 3;
const steps = 200;

test.describe('random commands, undone and redone over restarts', () => {
  for (let round = 0; round < sequences; round += 1) {
    test(`sequence ${round + 1} of ${sequences}`, async () => {
      test.setTimeout(240_000);
      const seed = printSeed(`history sequence ${round + 1}`) + round;
      const random = seededRandom(seed);
      let store = await openDriver({ clock: '2026-11-23T09:00:00Z' });
      await store.call('create', { name: 'Model', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
      const states = [await snapshot(store)];
      for (let step = 0; step < steps; step += 1) {
        const outcome = await store.call('run', randomCommand(random, await store.call('fingerprint')));
        if (outcome.ok && outcome.n !== null) states.push(await snapshot(store));
      }
      expect(states.length, `seed ${seed}`).toBeGreaterThan(steps / 3);

      const restartAt = random.int(1, states.length - 2);
      for (let at = states.length - 2; at >= 0; at -= 1) {
        expect((await store.call('undo')).ok).toBe(true);
        expect(await snapshot(store), `undone to ${at}, seed ${seed}`).toBe(states[at]);
        if (at === restartAt) store = await store.restart();
      }
      expect((await store.call('undo')).ok).toBe(false);
      for (let at = 1; at < states.length; at += 1) {
        expect((await store.call('redo')).ok).toBe(true);
        expect(await snapshot(store), `redone to ${at}, seed ${seed}`).toBe(states[at]);
        if (at === restartAt) store = await store.restart();
      }
      expect((await store.call('redo')).ok).toBe(false);
      expect(store.errors).toEqual([]);
      await store.close();
    });
  }
});

test('a new command clears redo, and undo goes on below it', async () => {
  const store = await openDriver();
  await store.call('create', { name: 'Book', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
  const add = (name: string) => store.call('run', { kind: 'createAccount', values: { name } });
  await add('One');
  await add('Two');
  await store.call('undo');
  await add('Three');
  expect(await store.call('redo')).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } });
  await store.call('undo');
  await store.call('undo');
  expect((await store.call('status')).accounts).toBe(0);
  await store.call('redo');
  const { ids } = await store.call('view', { filter: {}, sort: { key: 'name' } });
  expect((await store.call('rows', ids)).map((row) => row?.name)).toEqual(['One']);
  await store.close();
});

test('undo lists what it leaves over a limit (AW-6)', async () => {
  const store = await openDriver();
  await store.call('create', { name: 'Book', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
  const ids: string[] = [];
  for (const name of ['A', 'B']) {
    const made = await store.call('run', {
      kind: 'createAccount',
      values: { name, employeesImported: 3000 },
    });
    ids.push(...(made.ok ? made.changed : []));
  }
  await store.call('run', { kind: 'moveAccounts', ids, to: 'Actively Working' });
  await store.call('run', { kind: 'changeSettings', patch: { limitLarge: 1 } });
  await store.call('run', { kind: 'moveAccounts', ids: ids.slice(0, 1), to: 'Queued' });
  const undone = await store.call('undo');
  expect(undone).toMatchObject({
    ok: true,
    breaks: [{ rule: 'AW-6', message: { params: { segment: 'Large', used: 2, limit: 1 } } }],
  });
  // Taking back the lowered limit breaks nothing.
  expect(await store.call('undo')).toMatchObject({ ok: true, breaks: [] });
  await store.close();
});

test('the sample comes in as one change set and one undo takes it out again', async () => {
  const store = await openDriver();
  await store.call('create', { name: 'Book', bdr: '', timeZone: 'UTC', then: 'sample' });
  const { accounts, prospects } = await store.call('status');
  expect(accounts).toBeGreaterThan(500);
  const { changeSets, historyEntries, accounts: stored } = await store.call('stored');
  expect(changeSets).toHaveLength(2);
  expect(stored).toHaveLength(accounts);
  // Accounts, prospects, the BDR's name, and the workspace's own first change.
  expect(historyEntries).toBe(accounts + prospects + 2);
  const [first] = stored;
  const timeline = await store.call('timeline', first?.id ?? '', 5);
  expect(timeline.at(-1)?.label.id).toBe('command.loaded-sample');
  await store.call('undo');
  expect(await store.call('status')).toMatchObject({ accounts: 0, prospects: 0 });
  expect((await store.call('status')).settings.bdr).toBe('');
  await store.call('redo');
  expect(await store.call('status')).toMatchObject({ accounts, prospects });
  await store.close();
});
