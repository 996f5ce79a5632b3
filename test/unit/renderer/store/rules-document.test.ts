import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command, CommandOutcome, StoreStatus } from '../../../../src/renderer/store/api.ts';
import { openDatabase, type GroundworkDatabase } from '../../../../src/renderer/store/database.ts';
import type { FromStore } from '../../../../src/renderer/store/protocol.ts';
import { upcastChanges } from '../../../../src/renderer/store/upcast-changes.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import type { EntityChange } from '../../../../src/shared/history/change-set.ts';
import { defaultProfile } from '../../../../src/shared/priorities/score-profile.ts';
import { settingsOn, sinceEver } from '../../../../src/shared/rule-book/settings-history.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import type { BoardShown } from '../../../../src/shared/views/board-shown.ts';
import type { SavedView } from '../../../../src/shared/views/saved-view.ts';
import { shippedViews } from '../../../../src/shared/views/shipped-views.ts';
import { seededRandom } from '../../../builders/random.ts';
import { NodeStore } from './node-store.ts';

const today = '2026-11-23' as IsoDate;
const later = '2026-12-01' as IsoDate;

let store: NodeStore;
/** Each test has a store of its own. */
let seed = 2000;
let database: GroundworkDatabase;
let status: StoreStatus | undefined;
beforeEach(async () => {
  seed += 1;
  store = await NodeStore.create(seededRandom(seed), (message: FromStore) => {
    if (message.kind === 'status') status = message.status;
  });
  database = await openDatabase(store.workspaceId);
});
afterEach(async () => {
  database.close();
  await store.close();
});

const run = (command: Command): Promise<CommandOutcome> => store.session.run(command);
const history = async () => (await store.session.ask('rules', null)).history;

describe('the rules', () => {
  it('are there from the start and say the defaults', async () => {
    expect(await database.documents.get('rules')).toMatchObject({ type: 'rules' });
    expect(await store.session.ask('rules', null)).toEqual({ today, history: [] });
    await run({ kind: 'createAccount', values: { name: 'A' } });
    expect(status?.rules).toEqual(defaultRuleSettings);
  });

  it('change from a day on; a limit of today moves the meters, one of later does not', async () => {
    await run({ kind: 'changeRules', values: { limitLarge: 90 }, from: today });
    await run({ kind: 'changeRules', values: { limitLarge: 80 }, from: later });
    expect(status?.rules.limitLarge).toBe(90);
    expect(status?.meters.find(({ segment }) => segment === 'Large')?.limit).toBe(90);
    expect(settingsOn(await history(), later).limitLarge).toBe(80);
    expect(status?.undo).toEqual({
      id: 'command.changed-rule',
      params: { rule: 'Large limit', from: later },
    });
    await run({ kind: 'resetRules', keys: ['limitLarge'], from: today });
    expect(status?.rules.limitLarge).toBe(100);
    for (let step = 0; step < 3; step += 1) await store.session.undo();
    expect(await history()).toEqual([]);
    await store.session.redo();
    expect(status?.rules.limitLarge).toBe(90);
  });

  it('refuse what is out of bounds, contradicts itself, or reaches into the past', async () => {
    const refusal = async (command: Command): Promise<string> => {
      const outcome = await run(command);
      return outcome.ok ? 'taken' : outcome.error.message.id;
    };
    expect(await refusal({ kind: 'changeRules', values: { limitLarge: 0 }, from: today })).toBe(
      'settings.out-of-bounds',
    );
    expect(await refusal({ kind: 'changeRules', values: { midMarketFrom: 2000 }, from: today })).toBe(
      'settings.segments-overlap',
    );
    expect(
      await refusal({ kind: 'changeRules', values: { limitLarge: 9 }, from: '2026-11-22' as IsoDate }),
    ).toBe('settings.from-past');
    expect(await history()).toEqual([]);
  });

  it('hold their defaults when the document is lost, and a change makes it anew', async () => {
    await database.documents.delete('rules');
    await run({ kind: 'createAccount', values: { name: 'A' } });
    expect(status?.rules).toEqual(defaultRuleSettings);
    await run({ kind: 'changeRules', values: { limitSmb: 3 }, from: today });
    expect(status?.rules.limitSmb).toBe(3);
  });

  it('a limit of today refuses the entry that it no longer has room for (AW-6)', async () => {
    await run({ kind: 'changeRules', values: { limitLarge: 1 }, from: today });
    const ids: string[] = [];
    for (const name of ['A', 'B']) {
      const made = await run({ kind: 'createAccount', values: { name, employeesImported: 5000 } });
      ids.push(...(made.ok ? made.changed : []));
    }
    const moved = await run({ kind: 'moveAccounts', ids, to: 'Actively Working' });
    expect(moved).toMatchObject({ ok: true, changed: ids.slice(0, 1), refused: [{ id: ids[1] }] });
  });
});

describe('changes of a store of version 2', () => {
  const settings = (before: object | null, after: object): EntityChange => ({
    kind: 'settings',
    id: 'workspace',
    before: before as EntityChange['before'],
    after: after as EntityChange['after'],
  });
  const upcast = async (...changes: EntityChange[]): Promise<readonly EntityChange[]> =>
    database.transaction('r', database.tables, () => upcastChanges(database, changes));
  const firstDay = (change: EntityChange | undefined) =>
    settingsOn((change?.after?.['history'] ?? []) as never, sinceEver);

  it('of anything else stay as they are', async () => {
    const change = settings({ name: 'A' }, { name: 'B' });
    expect(await upcast(change)).toEqual([change]);
  });

  it('of a limit are changes of the rules since ever', async () => {
    const [rules, ...more] = await upcast(settings({ limitLarge: 100 }, { limitLarge: 12, limitSmb: 40 }));
    expect(more).toEqual([]);
    expect(rules).toMatchObject({ kind: 'document', id: 'rules' });
    expect(firstDay(rules)).toEqual({ ...defaultRuleSettings, limitLarge: 12, limitSmb: 40 });
  });

  it('of a name and a limit are both', async () => {
    const [kept, rules] = await upcast(
      settings({ name: 'A', limitLarge: 100 }, { name: 'B', limitLarge: 12 }),
    );
    expect(kept).toEqual(settings({ name: 'A' }, { name: 'B' }));
    expect(firstDay(rules).limitLarge).toBe(12);
  });

  it('follow each other in one change set', async () => {
    const [, second] = await upcast(
      settings({ limitLarge: 100 }, { limitLarge: 12 }),
      settings({ limitLarge: 12 }, { limitLarge: 20 }),
    );
    expect(firstDay(second).limitLarge).toBe(20);
  });

  it('that make a workspace make its rules', async () => {
    const whole = { name: 'A', bdr: '', timeZone: 'UTC', limitMidMarket: 9, limitLarge: 8 };
    const [kept, rules] = await upcast(settings(null, { ...whole, fiscalYearFirstMonth: 7 }));
    expect(kept).toEqual(settings(null, { name: 'A', bdr: '', timeZone: 'UTC' }));
    expect(firstDay(rules)).toMatchObject({ limitMidMarket: 9, limitLarge: 8, fiscalYearFirstMonth: 7 });
  });

  it('leave alone what was changed since, and later versions keep what is their own', async () => {
    await run({ kind: 'changeRules', values: { namedLimit: 20 }, from: later });
    expect(await upcast(settings({ limitLarge: 50 }, { limitLarge: 12 }))).toEqual([]);
    const [rules] = await upcast(settings({ limitLarge: 100 }, { limitLarge: 12 }));
    const next = (rules?.after?.['history'] ?? []) as never;
    expect(settingsOn(next, later)).toMatchObject({ limitLarge: 12, namedLimit: 20 });
  });
});

describe('profiles and views', () => {
  const view: SavedView = {
    format: 1,
    list: 'accounts',
    name: 'Mine',
    text: '',
    conditions: [],
    columns: ['name'],
    sort: { field: 'name', descending: false },
  };

  it('a profile is saved, used, and when it is deleted the default one takes its place', async () => {
    await run({ kind: 'saveProfile', id: null, profile: { ...defaultProfile, name: 'Ours' } });
    const [, ours] = await store.session.ask('profiles', null);
    expect(ours).toMatchObject({ profile: { name: 'Ours' }, isUsed: false });
    const id = ours?.id ?? '';
    await run({ kind: 'useProfile', id });
    expect((await store.session.ask('profiles', null)).map(({ isUsed }) => isUsed)).toEqual([false, true]);
    await run({ kind: 'saveProfile', id, profile: { ...defaultProfile, name: 'Renamed' } });
    await run({ kind: 'deleteProfile', id });
    expect(await store.session.ask('profiles', null)).toEqual([
      { id: null, profile: defaultProfile, isUsed: true },
    ]);
    await store.session.undo();
    expect((await store.session.ask('profiles', null))[1]).toMatchObject({
      profile: { name: 'Renamed' },
      isUsed: true,
    });
    await run({ kind: 'useProfile', id: null });
    expect((await store.session.ask('profiles', null))[0]?.isUsed).toBe(true);
  });

  it('a profile without a weight, or of an id that is gone, is refused', async () => {
    const weights = Object.fromEntries(Object.keys(defaultProfile.weights).map((key) => [key, 0]));
    expect(
      await run({ kind: 'saveProfile', id: null, profile: { ...defaultProfile, weights: weights as never } }),
    ).toMatchObject({ ok: false, error: { code: 'invalid', message: { id: 'profile.no-weight' } } });
    for (const kind of ['deleteProfile', 'useProfile'] as const) {
      expect(await run({ kind, id: 'gone' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    }
  });

  it('views: the shipped ones first, then the saved ones by name', async () => {
    await run({ kind: 'saveView', id: null, view });
    await run({ kind: 'saveView', id: null, view: { ...view, name: 'Also mine' } });
    const known = await store.session.ask('views', null);
    expect(known.slice(0, shippedViews.length).map(({ shipped }) => shipped)).toEqual(
      shippedViews.map(({ key }) => key),
    );
    const own = known.slice(shippedViews.length);
    expect(own.map(({ view: { name } }) => name)).toEqual(['Also mine', 'Mine']);
    const id = own[1]?.id ?? '';
    await run({ kind: 'saveView', id, view: { ...view, name: 'Changed' } });
    await run({ kind: 'deleteView', id: own[0]?.id ?? '' });
    expect((await store.session.ask('views', null)).slice(shippedViews.length)).toMatchObject([
      { id, view: { name: 'Changed' } },
    ]);
    expect(await run({ kind: 'deleteView', id: 'gone' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(await run({ kind: 'saveView', id: null, view: { ...view, columns: [] } })).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
  });

  it('a view keeps how the board is shown; undo brings back how it was before', async () => {
    const own = async () => (await store.session.ask('views', null)).slice(shippedViews.length);
    const board: BoardShown = {
      lens: 'priority',
      lanes: 'owner',
      closed: { owner: ['Ana Reyes', ''], territory: [] },
    };
    await run({ kind: 'saveView', id: null, view });
    const id = (await own())[0]?.id ?? '';
    const onBoard: SavedView = { ...view, format: 2, board };
    await run({ kind: 'saveView', id, view: onBoard });
    expect((await own())[0]?.view).toEqual(onBoard);
    await store.session.undo();
    expect((await own())[0]?.view).toEqual(view);
    await store.session.redo();
    expect((await own())[0]?.view).toEqual(onBoard);
    expect(await run({ kind: 'saveView', id: null, view: { ...onBoard, list: 'people' } })).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: { id: 'view.board-of-list' } },
    });
  });
});
