// Before anything that loads Dexie: it looks for IndexedDB once.
import 'fake-indexeddb/auto';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { ViewQuery } from '../../../../src/renderer/store/api.ts';
import type { FromStore } from '../../../../src/renderer/store/protocol.ts';
import { seededRandom } from '../../../builders/random.ts';
import { NodeStore } from './node-store.ts';

const query: ViewQuery = { filter: {}, sort: { key: 'name' } };

/** A store of three accounts, closed while a screen showed them, and opened again by a page that draws. */
async function reopened(seed: number) {
  let told: FromStore[] = [];
  const store = await NodeStore.create(seededRandom(seed), (message) => told.push(message));
  onTestFinished(() => store.close());
  for (const name of ['Ash', 'Birch', 'Cedar']) {
    await store.session.run({ kind: 'createAccount', values: { name, employeesImported: 500 } });
  }
  store.session.openView(1, query);
  await vi.waitFor(() => expect(told.some(({ kind }) => kind === 'view')).toBe(true));
  told = [];
  await store.restart({ draws: true });
  const isComplete = (): boolean =>
    told.some((message) => message.kind === 'status' && message.status.complete);
  return { store, isComplete, told: () => told };
}

/** Reads that ask nothing of the book: while they are answered, three accounts would have been loaded. */
async function otherWork({ session }: NodeStore): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await session.timeline('nobody', { limit: 1 });
}

it('the rows that were shown last come at once; the book waits until they are drawn', async () => {
  const { store, told, isComplete } = await reopened(1);
  const first = told().find((message) => message.kind === 'firstViews');
  expect(Object.keys(first?.views ?? {})).toContain(JSON.stringify(query));
  const rows = told().flatMap((message) => (message.kind === 'rows' ? message.rows : []));
  expect(rows.map((row) => row?.name)).toEqual(['Ash', 'Birch', 'Cedar']);
  store.session.openView(1, query);
  await otherWork(store);
  expect(isComplete()).toBe(false);
  store.session.drawn();
  await vi.waitFor(() => expect(isComplete()).toBe(true));
});

it('a question does not wait for the drawing: it is answered from the whole book', async () => {
  const { store, isComplete } = await reopened(2);
  const people = {
    text: '',
    conditions: [],
    sort: { field: 'name', descending: false },
    offset: 0,
    limit: 1,
  };
  expect(await store.session.ask('people', people)).toMatchObject({ total: 0 });
  expect(isComplete()).toBe(true);
});

it('a list that the first page does not hold brings the book at once', async () => {
  const { store, isComplete } = await reopened(3);
  store.session.openView(1, { ...query, filter: { text: 'birch' } });
  await vi.waitFor(() => expect(isComplete()).toBe(true), { timeout: 900 });
});
