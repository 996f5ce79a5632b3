// Before anything that loads Dexie: it looks for IndexedDB once.
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../../../src/renderer/store/api.ts';
import type { ListAsk } from '../../../../src/renderer/store/questions/questions.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import type { ProspectValues } from '../../../../src/shared/accounts/prospect.ts';
import { shippedViews } from '../../../../src/shared/views/shipped-views.ts';
import { printSeed, seededRandom } from '../../../builders/random.ts';
import { NodeStore } from './node-store.ts';

const today = '2026-11-23' as IsoDate;
const all: ListAsk = {
  text: '',
  conditions: [],
  sort: { field: 'name', descending: false },
  offset: 0,
  limit: 100,
};

const shipped = (key: string): ListAsk => {
  const view = shippedViews.find((it) => it.key === key)?.view;
  if (!view) throw new Error(`No view is called ${key}.`);
  return { ...all, conditions: view.conditions, sort: view.sort };
};

describe('lists of people and opportunities', () => {
  let store: NodeStore;
  const ids = new Map<string, string>();

  const run = async (command: Command): Promise<string> => {
    const outcome = await store.session.run(command);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
    return outcome.changed[0] ?? '';
  };
  const person = (name: string, at: string, values: Partial<ProspectValues> = {}): Promise<string> =>
    run({
      kind: 'createProspect',
      values: {
        accountId: ids.get(at) ?? '',
        name,
        addedOn: today,
        source: 'ZoomInfo',
        country: 'US',
        ...values,
      },
    });
  const names = async (ask: ListAsk): Promise<readonly unknown[]> =>
    (await store.session.ask('people', ask)).lines.map(({ values }) => values['name']);

  beforeAll(async () => {
    store = await NodeStore.create(seededRandom(printSeed('lists')));
    for (const name of ['Worked', 'Queued', 'Others']) {
      ids.set(
        name,
        await run({
          kind: 'createAccount',
          values: { name, employeesImported: 500, billingCountry: 'United States', owner: 'Sal' },
        }),
      );
    }
    await run({ kind: 'moveAccounts', ids: [ids.get('Worked') ?? ''], to: 'Actively Working' });
    await run({ kind: 'editAccounts', ids: [ids.get('Others') ?? ''], patch: { bdrAssigned: 'Bob' } });
    await person('Old', 'Worked', { lastInterestingMomentDate: '2026-10-01' as IsoDate });
    await person('New', 'Worked', { lastInterestingMomentDate: '2026-11-01' as IsoDate });
    await person('Never', 'Worked');
    await person('Elsewhere', 'Queued');
    await person('In the EU', 'Worked', { country: 'Germany', source: 'A web form' });
    await person('Partner’s', 'Worked', { partnerProspected: true });
    await person('High', 'Queued', { state: 'active', touchLevel: 'high', phone: '1' });
    await person('No phone', 'Queued', { state: 'active', touchLevel: 'high' });
    await person('Do not call', 'Queued', {
      state: 'active',
      touchLevel: 'high',
      phone: '1',
      doNotCall: true,
    });
  });
  afterAll(() => store.close());

  it('to sequence: at my Actively Working accounts, contactable (PR-10), the newest moment first', async () => {
    expect(await names(shipped('to-sequence'))).toEqual(['New', 'Old', 'Never']);
  });

  it('call-down: active in a high-touch sequence, with phone, and may be called', async () => {
    expect(await names(shipped('call-down'))).toEqual(['High']);
  });

  it('a page knows how much there is, and how much was found', async () => {
    const ask = { ...all, text: 'WORKED', limit: 1 };
    const { total, found, lines } = await store.session.ask('people', ask);
    expect({ total, found, lines: lines.length }).toEqual({ total: 9, found: 5, lines: 1 });
    expect(await names({ ...ask, offset: 1 })).toEqual(['Never']);
    expect(lines[0]).toMatchObject({ accountName: 'Worked', values: { name: 'In the EU' } });
    expect(lines[0]?.mail.outcome).toBe('refused');
  });

  it('edits, deletions and undo reach the list', async () => {
    const { lines } = await store.session.ask('people', { ...all, text: 'Never' });
    const id = lines[0]?.id ?? '';
    await run({ kind: 'editProspect', id, patch: { name: 'Renamed' } });
    expect(await names({ ...all, text: 'renamed' })).toEqual(['Renamed']);
    await run({ kind: 'deleteProspect', id });
    expect(await names({ ...all, text: 'renamed' })).toEqual([]);
    await store.session.undo();
    await store.session.undo();
    expect(await names({ ...all, text: 'never' })).toEqual(['Never']);
  });

  it('an edit of the account alone changes who is listed', async () => {
    await run({ kind: 'editAccounts', ids: [ids.get('Worked') ?? ''], patch: { bdrAssigned: 'Bob' } });
    expect(await names(shipped('to-sequence'))).toEqual([]);
    await store.session.undo();
    expect(await names(shipped('to-sequence'))).toEqual(['New', 'Old', 'Never']);
  });

  it('opportunities: open, and held after a transfer (TER-10)', async () => {
    const accountId = ids.get('Queued') ?? '';
    const add = (name: string, owner: string, stage: string): Promise<string> =>
      run({
        kind: 'createOpportunity',
        values: { accountId, name, owner, stage, createdDate: '2026-11-01' as IsoDate },
      });
    await add('Mine', 'Sal', 'Proposal');
    await add('Held', 'Former Rep', 'Proposal');
    await add('Lost', 'Former Rep', 'Closed Lost');
    const found = async (key: string): Promise<readonly unknown[]> =>
      (await store.session.ask('opportunities', shipped(key))).lines.map(({ values }) => values['name']);
    expect([...(await found('open-opportunities'))].sort()).toEqual(['Held', 'Mine']);
    expect(await found('held-opportunities')).toEqual(['Held']);
  });

  it('cells say any field as the panel does, and results of rules', async () => {
    const id = ids.get('Worked') ?? '';
    await run({
      kind: 'editAccounts',
      ids: [id],
      patch: { totalCarr: 1234, dbQs: 71, customPatch: { tier: 'Gold' } },
    });
    await store.session.ask('inbox', null);
    const fields = [
      'name',
      'totalCarr',
      'employeesImported',
      'custom.tier',
      'rule.score',
      'rule.assignedToMe',
      'rule.awake',
      'nonsense',
    ];
    const [worked, gone] = await store.session.ask('cells', { ids: [id, 'nobody'], fields });
    expect(worked).toEqual(['Worked', '$1,234', '500', 'Gold', '25', 'Yes', '', '']);
    expect(gone).toEqual(fields.map(() => ''));
  });
});
