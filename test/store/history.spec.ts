import { expect, test } from '@playwright/test';
import { printSeed, seededRandom } from '../builders/random.ts';
import { tally } from '../run/tally.ts';
import { openDriver } from './driver/open-driver.ts';

const isLong = process.env['GROUNDWORK_LONG'] === '1';
/** A store lives through several sequences, each on top of what the ones before left. */
const stores = isLong ? 4 : 1;
const sequencesEach = isLong ? 8 : 1;
const steps = 200;

test.describe('random commands, undone and redone over restarts', () => {
  for (let number = 1; number <= stores; number += 1) {
    test(`store ${number}: ${sequencesEach} sequences of ${steps} commands`, async () => {
      test.setTimeout(60_000 + sequencesEach * 20_000);
      const seed = printSeed(`history, store ${number}`);
      const random = seededRandom(seed).fork(`store ${number}`);
      let store = await openDriver({ clock: '2026-11-23T09:00:00Z' });
      await store.call('create', { name: 'Model', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
      for (let sequence = 1; sequence <= sequencesEach; sequence += 1) {
        const run = await store.call('runSequence', { seed: random.int(0, 2 ** 31), steps });
        const what = `sequence ${sequence}, seed ${seed}`;
        expect(run.done, what).toBeGreaterThan(steps / 3);
        const stopAt = random.int(0, run.done);
        expect(await store.call('walk', run, { from: run.done, to: stopAt }), what).toEqual([]);
        if (random.chance(0.2)) store = await store.restart();
        expect(await store.call('walk', run, { from: stopAt, to: 0 }), what).toEqual([]);
        if (random.chance(0.1)) store = await store.restart();
        expect(await store.call('walk', run, { from: 0, to: run.done }), what).toEqual([]);
      }
      expect(store.errors).toEqual([]);
      await store.close();
      tally('sequences', sequencesEach, seed);
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
  await store.call('run', {
    kind: 'changeRules',
    values: { limitLarge: 1 },
    from: (await store.call('status')).today,
  });
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

test('the sample comes in as one change set and one undo takes it out again @even', async () => {
  const store = await openDriver();
  await store.call('create', { name: 'Book', bdr: '', timeZone: 'UTC', then: 'sample' });
  const { accounts, prospects, opportunities } = await store.call('status');
  expect(accounts).toBeGreaterThan(500);
  expect(opportunities).toBeGreaterThan(50);
  const { changeSets, historyEntries, accounts: stored } = await store.call('stored');
  expect(changeSets).toHaveLength(2);
  expect(stored).toHaveLength(accounts);
  const told = changeSets.map(({ counts: { created, updated, deleted } }) => created + updated + deleted);
  expect(historyEntries).toBe((told[0] ?? 0) + (told[1] ?? 0));
  // And the mapping with its rows, and exceptions.
  expect(told[1]).toBeGreaterThan(accounts + prospects + opportunities);
  const [first] = stored;
  const timeline = await store.call('timeline', first?.id ?? '', 5);
  expect(timeline.at(-1)?.label.id).toBe('command.loaded-sample');
  await store.call('undo');
  expect(await store.call('status')).toMatchObject({ accounts: 0, prospects: 0, opportunities: 0 });
  expect((await store.call('status')).settings.bdr).toBe('');
  await store.call('redo');
  expect(await store.call('status')).toMatchObject({ accounts, prospects, opportunities });
  await store.close();
});
