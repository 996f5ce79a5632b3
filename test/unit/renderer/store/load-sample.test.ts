import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { StoreStatus } from '../../../../src/renderer/store/api.ts';
import { openDatabase } from '../../../../src/renderer/store/database.ts';
import { readEntered } from '../../../store/entered.ts';
import { seededRandom } from '../../../builders/random.ts';
import { NodeStore } from './node-store.ts';

const path = new URL('../../../../resources/sample-workspace/sample.json', import.meta.url);

it('the sample brings people, opportunities, territories and exceptions, and one undo takes all out', async () => {
  let status: StoreStatus | undefined;
  const store = await NodeStore.create(seededRandom(5), (message) => {
    if (message.kind === 'status') status = message.status;
  });
  const database = await openDatabase(store.workspaceId);
  const before = await readEntered(database);
  const loaded = await store.session.run({ kind: 'loadSample', text: readFileSync(path, 'utf8') });
  expect(loaded).toMatchObject({ ok: true, n: 2 });
  expect(status).toMatchObject({ accounts: 600 });
  expect(status?.opportunities).toBeGreaterThan(40);
  expect(status?.territories).toHaveLength(15);
  const { opportunities, documents, accounts } = await readEntered(database);
  const ids = new Set(accounts.map(({ id }) => id));
  expect(opportunities.every(({ accountId }) => ids.has(accountId))).toBe(true);
  const exceptions = documents.flatMap(({ values }) =>
    values.type === 'exception' ? [values.exception] : [],
  );
  expect(exceptions).toHaveLength(3);
  expect(exceptions.every(({ accountId }) => ids.has(accountId))).toBe(true);
  // The sample's own BDR is whoever tries it.
  const bdrs = documents.flatMap(({ values }) =>
    values.type === 'mappingPart' ? values.rows.flatMap(({ bdr }) => bdr ?? []) : [],
  );
  expect(bdrs).toContain('Ada');
  expect(bdrs).not.toContain('Ilse Brennholt');
  await store.session.undo();
  expect(await readEntered(database)).toEqual(before);
  expect(status).toMatchObject({ accounts: 0, opportunities: 0, territories: [] });
  database.close();
  await store.close();
});
