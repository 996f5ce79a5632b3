import { expect, test } from '@playwright/test';
import { sayStrictly } from '../../src/shared/rule-book/messages.ts';
import { openDriver } from './driver/open-driver.ts';
import { longList } from './whole-store.ts';

const megabyte = 1_000_000;
const full = { freeBytes: 93 * megabyte, floorBytes: 100 * megabyte, stop: true };

test('below the floor of free space nothing is written, in words, and it heals by itself', async () => {
  const store = await openDriver();
  await store.call('create', { name: 'Book', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
  const add = (name: string) => store.call('run', { kind: 'createAccount', values: { name } });
  await add('One');
  await add('Two');
  await store.call('undo');
  await store.call('planList', 'list.csv', longList(3));
  await store.call('saved');
  const { through } = await store.call('status');

  store.host.control.send({ kind: 'space', low: full });
  await expect.poll(async () => (await add('Three')).ok).toBe(false);
  const refused = await add('Four');
  expect(refused).toMatchObject({ ok: false, error: { code: 'low-space' } });
  expect(refused.ok || sayStrictly(refused.error.message)).toMatch(/Only 93 MB are free.*100 MB.*by itself/);
  expect(await store.call('undo')).toMatchObject({ ok: false, error: { code: 'low-space' } });
  expect(await store.call('redo')).toMatchObject({ ok: false, error: { code: 'low-space' } });
  const applied = await store.call('applyPlanned', { withoutBackup: true });
  expect(applied).toMatchObject({ ok: false, error: { error: { code: 'low-space' }, backupFailed: false } });
  const { through: same } = await store.call('status');
  // What got through before the page had heard of it is the only change.
  expect(same - through).toBeLessThanOrEqual(1);
  // The disk has room enough for what the host itself decides: a backup by hand is made.
  expect(await store.call('backUp', 'by-hand')).toMatchObject({ ok: true });

  store.host.control.send({ kind: 'space', low: { ...full, freeBytes: 400 * megabyte, stop: false } });
  await expect.poll(async () => (await add('Five')).ok).toBe(true);
  store.host.control.send({ kind: 'space', low: null });
  expect(await add('Six')).toMatchObject({ ok: true });
  await store.call('saved');
  await store.close();
});
