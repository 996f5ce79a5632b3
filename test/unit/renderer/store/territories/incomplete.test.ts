import { describe, expect, it } from 'vitest';
import { sayStrictly } from '../../../../../src/shared/rule-book/messages.ts';
import type { MappingRow } from '../../../../../src/shared/territories/mapping.ts';
import { mappingPartId, mappingRowsPerPart } from '../../../../../src/shared/workspace/documents.ts';
import type { MappingGap } from '../../../../../src/renderer/store/questions/questions.ts';
import { row, us } from '../../../shared/territories/given.ts';
import { territoryStore, texan, type TerritoryStore } from './book.ts';

/** Two parts: as many rows of nowhere as the first one holds, and Texas alone in the second. */
const rows: readonly MappingRow[] = [
  ...Array.from({ length: mappingRowsPerPart }, (_, at) =>
    row(`A${at}`, { postalPrefixes: [{ country: 'DE', prefix: `${10_000 + at}` }] }),
  ),
  row('TEXAS', { states: us('TX'), bdr: 'Ann Lee' }),
];

/** A book with one Texan and the mapping in force, and its id. */
async function begun(): Promise<TerritoryStore & { readonly id: string; readonly mapping: string }> {
  const store = await territoryStore();
  const id = await store.add('Acme', texan);
  await store.apply(rows);
  const [head] = await store.store.session.ask('mappings', null);
  return { ...store, id, mapping: head?.id ?? '' };
}

/** Writes into a stored part past the store, as a failing disk does. */
async function damage(
  { store, mapping }: Pick<Awaited<ReturnType<typeof begun>>, 'store' | 'mapping'>,
  part: number,
  spoil: (rows: Record<string, unknown>[]) => unknown,
): Promise<void> {
  const database = await openRaw(store.workspaceId);
  const table = database.transaction('documents', 'readwrite').objectStore('documents');
  const key = mappingPartId(mapping, part);
  const stored = (await done(table.get(key))) as { values: { rows: unknown } };
  stored.values.rows = spoil(structuredClone(stored.values.rows) as Record<string, unknown>[]);
  await done(table.put(stored));
  database.close();
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The engine gave no reason.'));
  });

async function openRaw(workspaceId: string): Promise<IDBDatabase> {
  const all = await indexedDB.databases();
  const name = all.map((it) => it.name ?? '').find((it) => it.endsWith(workspaceId)) ?? '';
  return done(indexedDB.open(name));
}

const gaps = ({ store }: TerritoryStore): Promise<readonly MappingGap[]> =>
  store.session.ask('mappingGaps', null);

/** What the receipt of an account says of its territory. */
async function said({ store, id }: Awaited<ReturnType<typeof begun>>): Promise<readonly string[]> {
  const receipts = await store.session.ask('receipts', { id });
  return [receipts?.territory?.said, ...(receipts?.territory?.facts ?? [])].flatMap((it) =>
    it ? [sayStrictly(it)] : [],
  );
}

const incomplete = (count: string): string =>
  `TER-1: the mapping is incomplete, ${count} missing: with them this may be another territory or BDR.`;

describe('TER-1: a part of the mapping that is damaged', () => {
  it('is whole as long as nothing is damaged', async () => {
    const book = await begun();
    expect(await gaps(book)).toEqual([]);
    expect(await said(book)).toContain('Belongs to TEXAS, worked by Ann Lee.');
    expect((await said(book)).join(' ')).not.toContain('incomplete');
  });

  it('is told with its rows, in receipts too, and decisions follow when it goes and comes back', async () => {
    const book = await begun();
    const { store, mapping } = book;
    await damage(book, 1, () => [{ code: 'TEXAS', states: 'TX' }]);
    const report = await store.session.checkIntegrity();
    expect(report.findings.length).toBeGreaterThan(0);
    expect(await gaps(book)).toMatchObject([
      { id: mapping, isInForce: true, rowCount: 501, missingRows: 1, heldParts: 1, mendableParts: 1 },
    ]);
    const told = await said(book);
    expect(told[0]).toBe('Belongs to no territory.');
    expect(told).toContain(incomplete('1 row is'));
    const mine = await store.session.ask('mine', { companies: [{ name: 'Nobody Inc' }] });
    expect(mine[0]?.receipt.facts.map(sayStrictly)).toContain(incomplete('1 row is'));

    await book.apply(rows);
    expect(await gaps(book)).toMatchObject([{ id: mapping, isInForce: false, missingRows: 1 }]);
    expect(await said(book)).toContain('Belongs to TEXAS, worked by Ann Lee.');
    expect((await said(book)).join(' ')).not.toContain('incomplete');
    await store.session.undo();
    expect(await said(book)).toContain(incomplete('1 row is'));

    // A row that says nothing sound is left out when the part is put back; the mapping still lacks it.
    const held = await store.session.quarantined();
    await book.done({ kind: 'putBackQuarantined', ids: held.map(({ id }) => id) });
    expect(await gaps(book)).toMatchObject([{ missingRows: 1, heldParts: 0, mendableParts: 0 }]);
  });

  it('loses no sound row when it is put back without those that are wrong', async () => {
    const book = await begun();
    const { store } = book;
    await damage(book, 0, (stored) =>
      stored.map((it, at) => (at === 3 ? { ...it, motion: 'sideways' } : it)),
    );
    await store.session.checkIntegrity();
    expect(await gaps(book)).toMatchObject([{ missingRows: 500, heldParts: 1, mendableParts: 1 }]);
    expect(await said(book)).toEqual(
      expect.arrayContaining([incomplete('500 rows are'), 'Belongs to TEXAS, worked by Ann Lee.']),
    );
    const [held] = await store.session.quarantined();
    await book.done({ kind: 'putBackQuarantined', ids: [held?.id ?? ''] });
    expect(await gaps(book)).toMatchObject([{ missingRows: 1, heldParts: 0 }]);
    const { rows: left } = await store.session.ask('mappingRows', { id: null, offset: 0, limit: 600 });
    expect(left.map(({ code }) => code)).toEqual(rows.filter((_, at) => at !== 3).map(({ code }) => code));
    await store.session.undo();
    expect(await gaps(book)).toMatchObject([{ missingRows: 500, heldParts: 1 }]);
  });

  it('names rows by their number in the whole mapping, whatever is missing before them', async () => {
    const book = await begun();
    const { store } = book;
    const numbers = async (offset: number): Promise<readonly number[]> =>
      (await store.session.ask('mappingRows', { id: null, offset, limit: 2 })).numbers;
    expect((await said(book)).filter((it) => it.includes('row 501'))).not.toEqual([]);
    const whole = await said(book);

    await damage(book, 0, (stored) =>
      stored.map((it, at) => (at === 3 || at === 5 ? { ...it, motion: 'sideways' } : it)),
    );
    await store.session.checkIntegrity();
    expect(await said(book)).toEqual([whole[0], incomplete('500 rows are'), ...whole.slice(1)]);
    expect(await numbers(0)).toEqual([501]);

    const [held] = await store.session.quarantined();
    await book.done({ kind: 'putBackQuarantined', ids: [held?.id ?? ''] });
    expect(await said(book)).toEqual([whole[0], incomplete('2 rows are'), ...whole.slice(1)]);
    expect(await numbers(2)).toEqual([3, 5]);
    expect(await numbers(4)).toEqual([7, 8]);
    expect(await numbers(498)).toEqual([501]);

    // A second damage of the same part counts on from the first.
    await damage(book, 0, (stored) =>
      stored.map((it, at) => (at === 3 ? { ...it, motion: 'sideways' } : it)),
    );
    await store.session.checkIntegrity();
    const [again] = await store.session.quarantined();
    await book.done({ kind: 'putBackQuarantined', ids: [again?.id ?? ''] });
    expect(await numbers(2)).toEqual([3, 7]);
    expect(await numbers(497)).toEqual([501]);
  });

  it('of old, whose parts do not say where they begin, counts on from what is there', async () => {
    const book = await begun();
    const { store, mapping } = book;
    const database = await openRaw(store.workspaceId);
    const table = database.transaction('documents', 'readwrite').objectStore('documents');
    for (const part of [0, 1]) {
      const key = mappingPartId(mapping, part);
      const stored = (await done(table.get(key))) as { values: { first?: number } };
      delete stored.values.first;
      await done(table.put(stored));
    }
    database.close();
    await store.restart();
    const rowsFrom = (offset: number) => store.session.ask('mappingRows', { id: null, offset, limit: 2 });
    expect(await rowsFrom(500)).toMatchObject({ total: 501, numbers: [501] });
    expect(await gaps(book)).toEqual([]);
    await damage(book, 0, () => 'nothing');
    await store.session.checkIntegrity();
    expect(await rowsFrom(0)).toMatchObject({ total: 1, numbers: [1] });
    expect(await gaps(book)).toMatchObject([{ missingRows: 500 }]);
  });

  it('is told of an older version, too, down to a single row, until it is whole again', async () => {
    const book = await begun();
    const { store, mapping } = book;
    await book.apply([...rows, row('OHIO', { states: us('OH'), bdr: 'Ben Ito' })]);
    await book.apply(rows);
    await store.restart();
    expect(await gaps(book)).toEqual([]);
    await damage(book, 0, (stored) =>
      stored.map((it, at) => (at === 3 ? { ...it, motion: 'sideways' } : it)),
    );
    await store.session.checkIntegrity();
    expect(await gaps(book)).toMatchObject([
      { id: mapping, isInForce: false, rowCount: 501, missingRows: 500 },
    ]);
    const [held] = await store.session.quarantined();
    await book.done({ kind: 'putBackQuarantined', ids: [held?.id ?? ''] });
    expect(await gaps(book)).toMatchObject([{ id: mapping, isInForce: false, missingRows: 1, heldParts: 0 }]);
    await store.restart();
    expect(await gaps(book)).toMatchObject([
      { id: mapping, isInForce: false, rowCount: 501, missingRows: 1 },
    ]);
  });

  it('whose own record is damaged is told, too: another or none is in force then', async () => {
    const book = await begun();
    const { store, mapping } = book;
    const database = await openRaw(store.workspaceId);
    const table = database.transaction('documents', 'readwrite').objectStore('documents');
    const stored = (await done(table.get(mapping))) as { values: { parts: unknown } };
    stored.values.parts = 'two';
    await done(table.put(stored));
    database.close();
    await store.session.checkIntegrity();
    expect(await store.session.ask('mappings', null)).toEqual([]);
    expect(await gaps(book)).toEqual([
      {
        isHeadless: true,
        id: mapping,
        source: 'test.csv',
        importedOn: '2026-11-23',
        rowCount: 501,
        canPutBack: false,
      },
    ]);
    const [held] = await store.session.quarantined();
    await book.done({ kind: 'dropQuarantined', ids: [held?.id ?? ''] });
    expect(await gaps(book)).toEqual([]);
  });

  it('is told after a restart as well', async () => {
    const book = await begun();
    await damage(book, 1, () => 'nothing');
    await book.store.session.checkIntegrity();
    await book.store.restart();
    expect(await gaps(book)).toMatchObject([{ missingRows: 1, heldParts: 1, mendableParts: 0 }]);
    expect(await said(book)).toContain(incomplete('1 row is'));
  });
});
