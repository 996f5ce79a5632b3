import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../../src/renderer/store/api.ts';
import {
  openDatabase,
  type DocumentRow,
  type GroundworkDatabase,
} from '../../../../src/renderer/store/database.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { readEntered } from '../../../store/entered.ts';
import { seededRandom } from '../../../builders/random.ts';
import { NodeStore } from './node-store.ts';

let store: NodeStore;
/** Each test has a store of its own. */
let seed = 1000;
let database: GroundworkDatabase;
beforeEach(async () => {
  seed += 1;
  store = await NodeStore.create(seededRandom(seed));
  database = await openDatabase(store.workspaceId);
});
afterEach(async () => {
  database.close();
  await store.close();
});

/** @returns the accounts that it changed */
async function run(command: Command): Promise<readonly string[]> {
  const outcome = await store.session.run(command);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.changed;
}

async function account(name: string): Promise<string> {
  const [id] = await run({ kind: 'createAccount', values: { name } });
  return id ?? '';
}

const detail = async (id: string) => {
  const found = await store.session.account(id);
  if (!found) throw new Error('The account is gone.');
  return found;
};

async function deal(accountId: string, name = 'Renewal'): Promise<string> {
  await run({ kind: 'createOpportunity', values: { accountId, name, stage: '2-Scoping' } });
  const found = (await detail(accountId)).opportunities.find((one) => one.name === name);
  return found?.id ?? '';
}

const count = async (): Promise<number> => (await database.meta.get('store'))?.opportunities ?? -1;

describe('opportunities', () => {
  it('are added, edited, blanked and deleted, each with its undo, and counted', async () => {
    const id = await account('Acme');
    const renewal = await deal(id);
    expect(await count()).toBe(1);
    await run({ kind: 'editOpportunity', id: renewal, patch: { stage: null, closeDate: '2026-12-24' } });
    expect((await detail(id)).opportunities).toEqual([
      { id: renewal, accountId: id, name: 'Renewal', closeDate: '2026-12-24' },
    ]);
    await run({ kind: 'deleteOpportunity', id: renewal });
    expect((await detail(id)).opportunities).toEqual([]);
    expect(await count()).toBe(0);
    await store.session.undo();
    await store.session.undo();
    expect((await detail(id)).opportunities).toEqual([
      { id: renewal, accountId: id, name: 'Renewal', stage: '2-Scoping' },
    ]);
    await store.session.undo();
    expect(await count()).toBe(0);
    await store.session.redo();
    expect(await count()).toBe(1);
  });

  it('stand in the timeline of their account', async () => {
    const id = await account('Acme');
    const other = await account('Beta');
    await deal(id);
    const [latest] = await store.session.timeline(id, { limit: 5 });
    expect(latest).toMatchObject({ kind: 'opportunity', before: null, after: { name: 'Renewal' } });
    expect(await store.session.timeline(other, { limit: 5 })).toHaveLength(1);
  });

  it('stay at their account whatever a patch says, and are refused with the field', async () => {
    const [id, other] = [await account('Acme'), await account('Beta')];
    const renewal = await deal(id);
    await run({ kind: 'editOpportunity', id: renewal, patch: { accountId: other, owner: 'Sal' } });
    expect((await detail(id)).opportunities).toMatchObject([{ accountId: id, owner: 'Sal' }]);
    const refused = await store.session.run({
      kind: 'editOpportunity',
      id: renewal,
      patch: { closeDate: 'soon' },
    });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: { params: { field: 'closeDate' } } },
    });
    expect(
      await store.session.run({ kind: 'createOpportunity', values: { accountId: 'nowhere', name: 'X' } }),
    ).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await store.session.run({ kind: 'deleteOpportunity', id: 'gone' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('go with their account, and with them people and exceptions; one undo brings all back', async () => {
    const [id, other] = [await account('Acme'), await account('Beta')];
    await deal(id);
    await deal(other, 'Expansion');
    await run({ kind: 'createProspect', values: { accountId: id, name: 'Pat' } });
    await run({ kind: 'saveView', id: null, view });
    const exception: DocumentRow = {
      id: 'e',
      type: 'exception',
      values: {
        type: 'exception',
        exception: {
          accountId: id,
          territory: 'T1',
          reason: 'Agreed',
          on: '2026-11-01' as IsoDate,
          basis: 'global owner',
          globalOwner: 'Gil',
        },
      },
    };
    await database.documents.put(exception);
    const before = await readEntered(database);
    await run({ kind: 'deleteAccounts', ids: [id] });
    const after = await readEntered(database);
    expect(after.opportunities.map(({ accountId }) => accountId)).toEqual([other]);
    expect(after.prospects).toEqual([]);
    expect(after.documents.map(({ type }) => type).sort()).toEqual(['rules', 'view']);
    expect(await count()).toBe(1);
    const timeline = await store.session.timeline(id, { limit: 1 });
    expect(timeline.map(({ kind }) => kind).sort()).toEqual([
      'account',
      'document',
      'opportunity',
      'prospect',
    ]);
    await store.session.undo();
    expect(await readEntered(database)).toEqual(before);
    expect(await count()).toBe(2);
  });
});

const view = {
  format: 1 as const,
  list: 'accounts' as const,
  name: 'All',
  text: '',
  conditions: [],
  columns: ['name'],
  sort: { field: 'name', descending: false },
};

describe('people and next steps', () => {
  it('a second sequencing keeps the first (AW-10)', async () => {
    const id = await account('Acme');
    await run({
      kind: 'createProspect',
      values: { accountId: id, name: 'Pat', sequencedOn: '2026-10-01' as IsoDate, sequenceName: 'First' },
    });
    const pat = (await detail(id)).prospects[0]?.id ?? '';
    await run({
      kind: 'editProspect',
      id: pat,
      patch: { sequencedOn: '2026-11-20', sequenceName: 'Second' },
    });
    expect((await detail(id)).prospects[0]).toMatchObject({
      sequenceName: 'Second',
      earlierSequences: [{ name: 'First', on: '2026-10-01' }],
    });
  });

  it('a next step date that is set anew is renewed today, and blanking it forgets the day (PR-6)', async () => {
    const id = await account('Acme');
    const edit = (date: string | null): Promise<readonly string[]> =>
      run({ kind: 'editAccounts', ids: [id], patch: { bdrNextStepDate: date as IsoDate | null } });
    await edit('2026-12-01');
    expect((await detail(id)).account.nextStepRenewedOn).toBe('2026-11-23');
    await run({ kind: 'editAccounts', ids: [id], patch: { owner: 'Sal' } });
    expect((await detail(id)).account.nextStepRenewedOn).toBe('2026-11-23');
    await edit(null);
    expect((await detail(id)).account.nextStepRenewedOn).toBe(undefined);
  });
});
