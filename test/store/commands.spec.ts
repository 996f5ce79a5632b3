import { expect, test } from '@playwright/test';
import type { CommandOutcome } from '../../src/renderer/store/api.ts';
import { openDriver, type OpenDriver } from './driver/open-driver.ts';

let store: OpenDriver;

test.beforeEach(async () => {
  store = await openDriver({ clock: '2026-11-23T09:00:00Z' });
  await store.call('create', {
    name: 'Test book',
    bdr: 'Ada Byron',
    timeZone: 'Europe/Berlin',
    then: 'empty',
  });
});

test.afterEach(async () => {
  expect(store.errors).toEqual([]);
  await store.close();
});

async function create(values: { name: string; [key: string]: unknown }): Promise<string> {
  const outcome = await store.call('run', { kind: 'createAccount', values });
  if (!outcome.ok) throw new Error(outcome.error.message.id);
  const [id] = outcome.changed;
  if (id === undefined) throw new Error('Nothing was made.');
  return id;
}

const refusalOf = (outcome: CommandOutcome): string | undefined =>
  outcome.ok ? undefined : outcome.error.refused?.[0]?.refusal.rule;

test('a new account shows its segment, in the list and in the panel (SEG-1)', async () => {
  const id = await create({ name: 'Quarry Works', employeesZoomInfo: 2000, employeesDataFox: 99 });
  const [row] = await store.call('rows', [id]);
  expect(row).toMatchObject({ name: 'Quarry Works', segment: 'Large', status: '' });
  const detail = await store.call('account', id);
  expect(detail?.account.employeesZoomInfo).toBe(2000);
  expect(detail?.row.segment).toBe('Large');
});

test('a child takes its parent’s segment, and loses it when the parent goes (SEG-3)', async () => {
  const parent = await create({ name: 'Harbour Group', crmId: '001A', employeesImported: 5000 });
  const child = await create({ name: 'Harbour Lighting', parentRef: '001A', employeesImported: 20 });
  expect((await store.call('rows', [child]))[0]?.segment).toBe('Large');
  await store.call('run', { kind: 'editAccounts', ids: [parent], patch: { employeesImported: 150 } });
  expect((await store.call('rows', [child]))[0]?.segment).toBe('Mid-Market');
  await store.call('run', { kind: 'deleteAccounts', ids: [parent] });
  expect((await store.call('rows', [child]))[0]?.segment).toBe('SMB');
  await store.call('undo');
  expect((await store.call('rows', [child]))[0]?.segment).toBe('Mid-Market');
});

test('entering Actively Working opens a stint today and assigns the account (AW-1, AW-2)', async () => {
  const id = await create({ name: 'Mill & Sons', employeesImported: 300 });
  await store.call('run', { kind: 'moveAccounts', ids: [id], to: 'Actively Working' });
  const detail = await store.call('account', id);
  expect(detail?.account).toMatchObject({
    status: 'Actively Working',
    bdrAssigned: 'Ada Byron',
    stints: [{ start: '2026-11-23' }],
  });
});

test('the last free slot takes an account, the next is refused (AW-6)', async () => {
  await store.call('run', {
    kind: 'changeRules',
    values: { limitLarge: 2 },
    from: (await store.call('status')).today,
  });
  const ids: string[] = [];
  for (const name of ['One', 'Two', 'Three']) ids.push(await create({ name, employeesImported: 4000 }));
  const [first, second, third] = ids;
  const move = (id: string | undefined) =>
    store.call('run', { kind: 'moveAccounts', ids: [id ?? ''], to: 'Actively Working' });
  expect((await move(first)).ok).toBe(true);
  expect((await move(second)).ok).toBe(true);
  expect(refusalOf(await move(third))).toBe('AW-6');
  const { meters } = await store.call('status');
  expect(meters.find((meter) => meter.segment === 'Large')).toEqual({ segment: 'Large', used: 2, limit: 2 });
});

test('of several cards those that fit land, the others stay and say why (AW-6, AW-15)', async () => {
  await store.call('run', {
    kind: 'changeRules',
    values: { limitMidMarket: 2 },
    from: (await store.call('status')).today,
  });
  const ids: string[] = [];
  for (const name of ['A', 'B', 'C', 'D']) ids.push(await create({ name, employeesImported: 500 }));
  const preview = await store.call('preview', ids, 'Actively Working');
  expect(preview.allowed).toHaveLength(2);
  const outcome = await store.call('run', { kind: 'moveAccounts', ids, to: 'Actively Working' });
  expect(outcome).toMatchObject({ ok: true, changed: ids.slice(0, 2) });
  expect(outcome.ok && outcome.refused.map((it) => it.refusal.rule)).toEqual(['AW-6', 'AW-6']);
});

test('another BDR’s account is refused, whatever the move (AW-1, AW-7)', async () => {
  const id = await create({ name: 'Elsewhere', employeesImported: 500, bdrAssigned: 'Bea' });
  const move = (to: 'Queued' | 'Actively Working') =>
    store.call('run', { kind: 'moveAccounts', ids: [id], to });
  expect(refusalOf(await move('Actively Working'))).toBe('AW-7');
  expect(refusalOf(await move('Queued'))).toBe('AW-1');
});

test('Restricted wants a reason and who asked, and writes them down (AW-8)', async () => {
  const id = await create({ name: 'Quiet Co', accountResearch: 'Known since 2024.' });
  const bare = await store.call('run', { kind: 'moveAccounts', ids: [id], to: 'Restricted' });
  expect(bare.ok).toBe(false);
  expect((await store.call('preview', [id], 'Restricted')).needsReason).toBe(true);
  await store.call('run', {
    kind: 'moveAccounts',
    ids: [id],
    to: 'Restricted',
    details: { reason: 'Legal dispute', askedBy: 'Sal Ender' },
  });
  const detail = await store.call('account', id);
  expect(detail?.account.accountResearch).toContain('Known since 2024.');
  expect(detail?.account.accountResearch).toContain('2026-11-23');
  expect(detail?.account.accountResearch).toContain('Legal dispute');
  expect(detail?.account.restrictionAskedBy).toBe('Sal Ender');
});

test('a drop keeps its place between its neighbours, also among cards never ranked', async () => {
  const ids: string[] = [];
  for (const name of ['Alpha', 'Beta', 'Gamma', 'Delta']) ids.push(await create({ name }));
  const [alpha, beta, gamma, delta] = ids as [string, string, string, string];
  const column = async () =>
    (await store.call('view', { filter: {}, sort: { key: 'board' }, groupBy: 'status' })).groups?.[''];
  expect(await column()).toEqual([alpha, beta, delta, gamma]);
  await store.call('run', {
    kind: 'moveAccounts',
    ids: [gamma],
    to: '',
    place: { after: alpha, before: beta },
  });
  expect(await column()).toEqual([alpha, gamma, beta, delta]);
  const { changeSets } = await store.call('stored');
  expect(changeSets.at(-1)?.changes).toHaveLength(1);
});

test('several moved at once keep their order at the drop place', async () => {
  const ids: string[] = [];
  for (const name of ['A', 'B', 'C', 'D', 'E']) ids.push(await create({ name }));
  const [a, b, c, d, e] = ids as [string, string, string, string, string];
  await store.call('run', { kind: 'moveAccounts', ids: [e, a], to: 'Queued' });
  await store.call('run', {
    kind: 'moveAccounts',
    ids: [d, b],
    to: 'Queued',
    place: { after: e, before: a },
  });
  const { groups } = await store.call('view', { filter: {}, sort: { key: 'board' }, groupBy: 'status' });
  expect(groups?.['Queued']).toEqual([e, d, b, a]);
  expect(groups?.['']).toEqual([c]);
});

test('bad values are refused with the field, and nothing is written', async () => {
  const id = await create({ name: 'Sound' });
  const before = await store.call('status');
  const edit = (patch: object) => store.call('run', { kind: 'editAccounts', ids: [id], patch });
  expect(await edit({ name: null })).toMatchObject({ ok: false, error: { code: 'invalid' } });
  expect(await edit({ bdrNextStepDate: '2026-02-30' })).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  });
  expect(await edit({ itTeddCount: -1 })).toMatchObject({ ok: false, error: { code: 'invalid' } });
  expect(await edit({ status: 'Queued' })).toMatchObject({ ok: false, error: { code: 'invalid' } });
  expect((await store.call('status')).through).toBe(before.through);
});

test('an edit that changes nothing writes nothing', async () => {
  const id = await create({ name: 'Same', owner: 'Sal' });
  const { through } = await store.call('status');
  const outcome = await store.call('run', { kind: 'editAccounts', ids: [id], patch: { owner: 'Sal' } });
  expect(outcome).toMatchObject({ ok: true, n: null });
  expect((await store.call('status')).through).toBe(through);
  await store.call('saved');
});

test('the filter finds words anywhere in an account, accents aside', async () => {
  const zurich = await create({ name: 'Zürcher Werke', accountResearch: 'Kubernetes since May' });
  await create({ name: 'Other' });
  const find = async (text: string) =>
    (await store.call('view', { filter: { text }, sort: { key: 'name' } })).ids;
  expect(await find('zurcher')).toEqual([zurich]);
  expect(await find('KUBERNETES zur')).toEqual([zurich]);
  expect(await find('kubernetes other')).toEqual([]);
});

test('the timeline tells who changed what, newest first, undone ones marked', async () => {
  const id = await create({ name: 'History' });
  await store.call('run', { kind: 'editAccounts', ids: [id], patch: { priority: 1 } });
  await store.call('run', { kind: 'createProspect', values: { accountId: id, name: 'Pat' } });
  await store.call('run', { kind: 'editAccounts', ids: [id], patch: { priority: 2 } });
  await store.call('undo');
  const entries = await store.call('timeline', id, 10);
  expect(entries.map((entry) => [entry.label.id, entry.undone])).toEqual([
    ['command.edited-field', false],
    ['command.edited-field', true],
    ['command.created-prospect', false],
    ['command.edited-field', false],
    ['command.created-account', false],
  ]);
  expect(entries[1]).toMatchObject({ before: { priority: 1 }, after: { priority: 2 }, actor: 'Ada Byron' });
});
