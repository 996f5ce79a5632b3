// Before anything that loads Dexie: it looks for IndexedDB once.
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ChangeCause } from '../../../../src/renderer/store/api.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { seededRandom } from '../../../builders/random.ts';
import { NodeStore } from './node-store.ts';

const sample = new URL('../../../../resources/sample-workspace/sample.json', import.meta.url);

it('a change is told once as written; what is decided of it afterwards is told as decided', async () => {
  let causes: ChangeCause[] = [];
  const store = await NodeStore.create(seededRandom(5), (message) => {
    if (message.kind === 'changed') causes.push(message.cause);
  });
  await store.session.run({ kind: 'loadSample', text: readFileSync(sample, 'utf8') });
  await store.session.ask('mix', null);
  causes = [];
  // Every account's segment may be another one now: more than is decided before the answer.
  const from = '2026-11-23' as IsoDate;
  const changed = await store.session.run({ kind: 'changeRules', values: { midMarketFrom: 300 }, from });
  expect(changed).toMatchObject({ ok: true });
  await store.session.ask('mix', null);
  expect(causes[0]).toBe('written');
  expect(causes.length).toBeGreaterThan(1);
  expect(new Set(causes.slice(1))).toEqual(new Set(['decided']));
  await store.close();
});
