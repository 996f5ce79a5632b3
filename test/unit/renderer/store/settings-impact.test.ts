import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import { seededRandom } from '../../../builders/random.ts';
import { NodeStore } from './node-store.ts';

let store: NodeStore;
/** Each test has a store of its own. */
let seed = 5200;
beforeEach(async () => {
  seed += 1;
  store = await NodeStore.create(seededRandom(seed), () => undefined);
});
afterEach(() => store.close());

async function addWorking(name: string): Promise<string> {
  const created = await store.session.run({
    kind: 'createAccount',
    values: { name, employeesZoomInfo: 5000, dbQs: 84 },
  });
  if (!created.ok) throw new Error(created.error.message.id);
  const [id = ''] = created.changed;
  const moved = await store.session.run({ kind: 'moveAccounts', ids: [id], to: 'Queued' });
  if (!moved.ok) throw new Error(moved.error.message.id);
  const entered = await store.session.run({ kind: 'moveAccounts', ids: [id], to: 'Actively Working' });
  if (!entered.ok) throw new Error(entered.error.message.id);
  return id;
}

const impact = (values: Partial<RuleSettings>) => store.session.ask('settingsImpact', { values });
const none = { clocks: [], priorities: [] };

it('tells whose clocks would run out, with the names, and leaves alone what stays (AW-9)', async () => {
  const id = await addWorking('Amber Works');
  const tight = await impact({ researchDays: 1 });
  expect(tight.decided).toEqual({ clocks: [{ id, from: 'in time', to: 'running out' }], priorities: [] });
  expect(tight.names).toEqual({ [id]: 'Amber Works' });
  expect((await impact({ researchDays: 9 })).decided).toEqual(none);
});

it('tells who would be suggested another Priority, on both sides of the edge (PR-4)', async () => {
  const id = await addWorking('Amber Works');
  // One known signal: a score of 15.
  expect((await impact({ weakScoreUnder: 15 })).decided).toEqual({
    clocks: [],
    priorities: [{ id, from: 3, to: 2 }],
  });
  expect((await impact({ weakScoreUnder: 16 })).decided).toEqual(none);
});

it('says nothing of either for a limit, and nothing at all for values that cannot be', async () => {
  await addWorking('Amber Works');
  await addWorking('Birch Mills');
  const lower = await impact({ limitLarge: 1 });
  expect(lower.decided).toEqual(none);
  expect(lower.impact.overLimits).toMatchObject([{ used: 2, limit: 1, over: 1 }]);
  const wrong = await impact({ weakScoreUnder: 61 });
  expect(wrong.problem?.id).toBe('settings.above');
  expect(wrong.decided).toEqual(none);
});

it('changes nothing itself', async () => {
  await addWorking('Amber Works');
  await impact({ researchDays: 1, weakScoreUnder: 15 });
  expect((await store.session.ask('rules', null)).history).toEqual([]);
  expect((await impact({ researchDays: 10 })).decided).toEqual(none);
});
