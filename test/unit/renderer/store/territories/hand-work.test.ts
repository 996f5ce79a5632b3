import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../../src/shared/clock.ts';
import { row, us } from '../../../shared/territories/given.ts';
import { territoryStore, texan } from './book.ts';

const texas = row('TEXAS', { states: us('TX'), bdr: 'Ada', aes: ['Paul'] });
const rival = row('LONE STAR', { states: us('TX'), bdr: 'Ben', aes: ['Paul'] });
const ny = row('NY', { states: us('NY'), bdr: 'Cem', aes: ['Tim'] });

describe('TER-4: named accounts', () => {
  it('the 30th is taken, the 31st refused with the list of the 30, and room makes it possible', async () => {
    const { store, add, run, done } = await territoryStore();
    const ids: string[] = [];
    for (let at = 1; at <= 31; at += 1) ids.push(await add(`Company ${String(at).padStart(2, '0')}`));
    for (const id of ids.slice(0, 30)) await done({ kind: 'setNamed', id, owner: 'Olga' });
    const last = ids[30] ?? '';
    const refused = await run({ kind: 'setNamed', id: last, owner: ' olga ' });
    if (refused.ok) throw new Error('The 31st was taken.');
    expect(refused.error).toMatchObject({ code: 'refused', message: { id: 'ter4.full' } });
    expect(refused.error.held?.map(({ id }) => id)).toEqual(ids.slice(0, 30));
    const [held] = await store.session.ask('named', null);
    expect(held).toMatchObject({ owner: 'Olga', limit: 30 });
    expect(held?.accounts).toHaveLength(30);
    await done({ kind: 'setNamed', id: ids[0] ?? '', owner: null });
    await done({ kind: 'setNamed', id: last, owner: 'Olga' });
    await store.session.undo();
    await store.session.undo();
    expect((await store.session.ask('named', null))[0]?.accounts.map(({ id }) => id)).toEqual(
      ids.slice(0, 30),
    );
  });

  it('an account that is named already is not counted again, and needs an owner', async () => {
    const { store, add, run, done } = await territoryStore();
    const id = await add('Acme');
    expect(await run({ kind: 'setNamed', id, owner: ' ' })).toMatchObject({ ok: false });
    await done({ kind: 'setNamed', id, owner: 'Olga' });
    await done({ kind: 'setNamed', id, owner: 'Paul' });
    expect((await store.session.ask('named', null)).map(({ owner }) => owner)).toEqual(['Paul']);
  });
});

describe('TER-5, TER-7: exceptions', () => {
  const agreed = {
    basis: 'agreement',
    reps: ['Ann', 'Tim'],
    managers: ['Mia', 'Noa'],
    reason: 'Local support',
    territory: 'NY',
  } as const;

  it('a child is handed over by agreement; everything that is missing is told', async () => {
    const { store, add, run, done, apply } = await territoryStore();
    const parent = await add('Acme', texan);
    const child = await add('Acme NY', { parentRef: 'Acme' });
    await apply([texas, ny]);
    const told = async (part: object): Promise<readonly string[]> => {
      const outcome = await run({
        kind: 'recordException',
        exception: { ...agreed, accountId: child, ...part },
      });
      return outcome.ok ? ['taken'] : (outcome.error.refused ?? []).map(({ refusal }) => refusal.message.id);
    };
    expect(await told({ accountId: parent })).toEqual(['ter5.no-child']);
    expect(await told({ territory: 'NOWHERE' })).toEqual(['territory.unknown-code']);
    expect(await told({ reason: ' ' })).toEqual(['territory.no-reason']);
    expect(await told({ managers: ['Mia', ''] })).toEqual(['ter5.who-agreed']);
    expect(await told({})).toEqual(['taken']);
    expect(await store.session.ask('exceptions', null)).toMatchObject([
      { accountName: 'Acme NY', exception: { territory: 'NY', on: '2026-11-23', basis: 'agreement' } },
    ]);
    await done({
      kind: 'recordException',
      exception: {
        accountId: child,
        territory: 'TEXAS',
        reason: 'Back',
        basis: 'global owner',
        globalOwner: 'Zoe',
      },
    });
    const [only, ...others] = await store.session.ask('exceptions', null);
    expect([only?.exception.territory, others]).toEqual(['TEXAS', []]);
    await done({ kind: 'dropException', id: only?.id ?? '' });
    expect(await store.session.ask('exceptions', null)).toEqual([]);
    await store.session.undo();
    expect((await store.session.ask('exceptions', null))[0]?.exception.territory).toBe('TEXAS');
    await store.session.undo();
    expect((await store.session.ask('exceptions', null))[0]?.exception.territory).toBe('NY');
  });

  it('a conflict is on the work list until somebody chooses, and again once the choice is dropped', async () => {
    const { store, add, done, apply } = await territoryStore();
    const id = await add('Acme', { ...texan, owner: 'Paul' });
    await apply([texas, rival]);
    const work = () => store.session.ask('territoryWork', { kind: null, offset: 0, limit: 10 });
    const { items } = await work();
    expect(items).toMatchObject([
      { account: id, accountName: 'Acme', concernCount: 1, finding: { rule: 'TER-7' } },
    ]);
    expect(items[0]?.fixes.slice(0, 2)).toEqual([
      { kind: 'choose', account: id, territory: 'LONE STAR' },
      { kind: 'choose', account: id, territory: 'TEXAS' },
    ]);
    await done({
      kind: 'recordException',
      exception: { accountId: id, territory: 'TEXAS', reason: 'Ours', basis: 'resolution' },
    });
    expect((await work()).found).toBe(0);
    await store.session.undo();
    expect((await work()).found).toBe(1);
    expect(
      (await store.session.ask('territoryWork', { kind: 'ter7.no-match', offset: 0, limit: 10 })).found,
    ).toBe(0);
  });

  it('of one account tells what leaves its territory open, also where its parent decides', async () => {
    const { store, add, done, apply } = await territoryStore();
    const parent = await add('Acme', texan);
    const child = await add('Acme Labs', { ...texan, parentRef: 'Acme' });
    const other = await add('Basil', texan);
    const clear = await add('Cedar', { ...texan, billingState: 'NY' });
    await apply([texas, rival, row('NY', { states: us('NY'), bdr: 'Ben Ito' })]);
    const about = async (account: string) =>
      (await store.session.ask('territoryWork', { kind: null, account, offset: 0, limit: 10 })).items.map(
        (item) => item.accountName,
      );
    expect(await about(child)).toEqual(['Acme']);
    expect(await about(parent)).toEqual(['Acme']);
    expect(await about(other)).toEqual(['Basil']);
    expect(await about(clear)).toEqual([]);
    await done({
      kind: 'recordException',
      exception: { accountId: parent, territory: 'TEXAS', reason: 'Ours', basis: 'resolution' },
    });
    expect(await about(child)).toEqual([]);
    expect(await about(other)).toEqual(['Basil']);
  });

  it('an exception without anything left to settle is listed to be taken out', async () => {
    const { store, add, done, apply } = await territoryStore();
    const id = await add('Acme', { ...texan, owner: 'Paul' });
    await apply([texas, rival]);
    await done({
      kind: 'recordException',
      exception: { accountId: id, territory: 'TEXAS', reason: 'Ours', basis: 'resolution' },
    });
    await apply([texas]);
    const { items } = await store.session.ask('territoryWork', { kind: null, offset: 0, limit: 10 });
    expect(items).toMatchObject([
      { finding: { message: { id: 'ter7.idle-exception' } }, fixes: [{ kind: 'drop-exception' }] },
    ]);
  });
});

describe('TER-6: suggestions', () => {
  it('are answered by a person, either way, and never by themselves', async () => {
    const { store, add, done } = await territoryStore();
    const id = await add('Water Board', { description: 'A county agency', billingCountry: 'United States' });
    await add('Far Board', { description: 'A county agency', billingCountry: 'France' });
    const hints = async () => (await store.session.ask('publicSector', null)).map(({ name }) => name);
    expect(await hints()).toEqual(['Water Board']);
    expect((await store.session.account(id))?.account.publicSector).toBeUndefined();
    await done({ kind: 'editAccounts', ids: [id], patch: { publicSector: false } });
    expect(await hints()).toEqual([]);
    await store.session.undo();
    expect(await hints()).toEqual(['Water Board']);
    await done({ kind: 'editAccounts', ids: [id], patch: { publicSector: true } });
    expect(await hints()).toEqual([]);
  });
});

describe('Today: planned accounts whose territory is gone or none (TER-5, TER-6)', () => {
  it('are told, settled from what the work list offers, and told again once that is undone', async () => {
    const { store, add, done, apply } = await territoryStore();
    await add('Acme', texan);
    const child = await add('Acme NY', { parentRef: 'Acme' });
    const board = await add('Water Board', { ...texan, publicSector: true });
    await add('Fire Board', { ...texan, publicSector: true });
    await done({ kind: 'moveAccounts', ids: [child, board], to: 'Queued' });
    await apply([texas, ny], { only: [] });
    await done({
      kind: 'recordException',
      exception: {
        accountId: child,
        territory: 'NY',
        reason: 'Local',
        basis: 'global owner',
        globalOwner: 'Zoe',
      },
    });
    await apply([texas], { only: [] });
    const told = async () =>
      (await store.session.ask('inbox', null))
        .flatMap(({ items }) => items)
        .map(({ name, rule, group, actions }) => [name, rule, group, actions[0].kind]);
    const both = [
      ['Acme NY', 'TER-5', 'conflicts', 'settleTerritory'],
      ['Water Board', 'TER-6', 'conflicts', 'settleTerritory'],
    ];
    expect(await told()).toEqual(both);
    const about = async (account: string) =>
      (await store.session.ask('territoryWork', { kind: null, account, offset: 0, limit: 10 })).items;
    expect(await about(child)).toMatchObject([
      { account: child, finding: { rule: 'TER-5' }, fixes: [{ kind: 'drop-exception', account: child }] },
    ]);
    expect(await about(board)).toMatchObject([{ account: board, finding: { rule: 'TER-6' } }]);

    const [known] = await store.session.ask('exceptions', null);
    await done({ kind: 'dropException', id: known?.id ?? '' });
    await done({
      kind: 'recordException',
      exception: {
        accountId: board,
        territory: 'TEXAS',
        reason: 'Until a row is there',
        basis: 'resolution',
      },
    });
    expect(await told()).toEqual([]);
    await store.session.undo();
    await store.session.undo();
    expect(await told()).toEqual(both);

    // The other way: another territory, by who decided before.
    await done({
      kind: 'recordException',
      exception: {
        accountId: child,
        territory: 'TEXAS',
        reason: 'Local',
        basis: 'global owner',
        globalOwner: 'Zoe',
      },
    });
    expect(await told()).toEqual(both.slice(1));
  });
});

describe('TER-9: is this mine?', () => {
  it('mine, someone else’s and nobody’s, with duplicates in the book', async () => {
    const { store, add, apply } = await territoryStore();
    const id = await add('Acme', { ...texan, website: 'acme.com', bdrAssigned: 'Zoe', owner: 'Paul' });
    await apply([texas, ny], { only: [] });
    const answers = await store.session.ask('mine', {
      companies: [
        { name: 'New Co', state: 'TX', country: 'United States', employees: 5000 },
        { name: 'Other', website: 'www.acme.com' },
        { name: 'Paris SA', country: 'France', employees: 5000 },
      ],
    });
    expect(answers.map(({ outcome }) => [outcome.verdict, outcome.bdr])).toEqual([
      ['mine', 'Ada'],
      ['someone else’s', 'Zoe'],
      ['nobody’s', ''],
    ]);
    expect(answers[1]?.outcome.duplicates.map((it) => it.id)).toEqual([id]);
  });
});

describe('TER-10: held opportunities', () => {
  it.each([
    ['day 0', '2026-11-23', 180, 'taken'],
    ['day 120', '2026-07-26', 60, 'taken'],
    ['day 121', '2026-07-25', 59, 'ter10.too-late'],
    ['day 180', '2026-05-27', 0, 'ter10.too-late'],
    ['day 181', '2026-05-26', null, 'ter10.too-late'],
  ])('%s', async (_, created, left, asked) => {
    const { store, add, run } = await territoryStore();
    const accountId = await add('Acme', { owner: 'Paul' });
    const values = { accountId, name: 'Deal', owner: 'Olga', createdDate: created as IsoDate };
    const outcome = await run({ kind: 'createOpportunity', values });
    expect(outcome.ok).toBe(true);
    const [line, ...others] = await store.session.ask('heldOpportunities', null);
    expect(others).toEqual([]);
    const held = line?.decided?.outcome;
    expect(held?.kind === 'stays' ? held.daysLeft : null).toBe(left);
    const id = line?.opportunity.id ?? '';
    const answer = await run({ kind: 'askExtension', id, evidence: 'Signed term sheet' });
    expect(answer.ok ? 'taken' : answer.error.message.id).toBe(asked);
  });

  it('an extension is asked once, decided, and undone; one without a creation date is told as such', async () => {
    const { store, add, run, done } = await territoryStore();
    const accountId = await add('Acme', { owner: 'Paul' });
    await done({
      kind: 'createOpportunity',
      values: { accountId, name: 'Deal', owner: 'Olga', createdDate: '2026-08-01' as IsoDate },
    });
    await done({ kind: 'createOpportunity', values: { accountId, name: 'Undated', owner: 'Olga' } });
    await done({ kind: 'createOpportunity', values: { accountId, name: 'Own', owner: 'PAUL' } });
    const lines = () => store.session.ask('heldOpportunities', null);
    expect((await lines()).map(({ opportunity }) => opportunity.name)).toEqual(['Undated', 'Deal']);
    const [undated, deal] = await lines();
    expect(undated?.decided).toBeNull();
    const id = deal?.opportunity.id ?? '';
    expect(await run({ kind: 'decideExtension', id, granted: true })).toMatchObject({
      ok: false,
      error: { message: { id: 'ter10.not-asked' } },
    });
    expect(await run({ kind: 'askExtension', id, evidence: ' ' })).toMatchObject({ ok: false });
    await done({ kind: 'askExtension', id, evidence: 'Term sheet' });
    expect(await run({ kind: 'askExtension', id, evidence: 'Again' })).toMatchObject({ ok: false });
    await done({ kind: 'decideExtension', id, granted: false });
    expect((await lines())[1]?.decided?.outcome).toMatchObject({ kind: 'transfer', since: '2026-11-23' });
    await store.session.undo();
    expect((await lines()).at(-1)?.opportunity.extension).toEqual({
      askedOn: '2026-11-23',
      evidence: 'Term sheet',
    });
  });
});

describe('TER-1: coverage', () => {
  it('of territories and BDRs, those that hold nothing too', async () => {
    const { store, add, apply } = await territoryStore();
    expect(await store.session.ask('coverage', { by: 'territory' })).toEqual([]);
    await add('Acme', { ...texan, owner: 'Paul' });
    await add('Nowhere');
    await apply([texas, ny]);
    const lines = async (by: 'territory' | 'bdr') =>
      (await store.session.ask('coverage', { by })).map(({ key, accounts }) => `${key} ${accounts}`);
    expect(await lines('territory')).toEqual(['NY 0', 'TEXAS 1', ' 1']);
    expect(await lines('bdr')).toEqual(['Ada 1', 'Cem 0', ' 1']);
    expect((await store.session.ask('coverage', { by: 'territory' }))[1]?.share.accounts).toBe(2);
  });
});
