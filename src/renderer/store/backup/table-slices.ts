import { Dexie, type Collection, type IndexableType, type Table } from 'dexie';

export type AnyTable = Table<unknown, IndexableType>;

export interface Slice {
  readonly rows: readonly unknown[];
  /** Rows of this stretch that the engine could not give. */
  readonly unreadable: number;
  /** The rest of the table cannot be read at all. */
  readonly brokenOff: boolean;
}

/**
 * A table in slices, in the order of its keys, each read by itself so that writers never wait for long.
 * Where a slice cannot be read its rows are tried one by one, and those that fail are counted.
 *
 * @param size rows of the next slice
 * @param below only rows with smaller keys
 */
export async function* tableSlices(
  table: AnyTable,
  size: () => number,
  below?: IndexableType,
): AsyncGenerator<Slice> {
  let after: IndexableType | undefined;
  for (;;) {
    const { slice, last } = await nextSlice(table, size(), after, below);
    yield slice;
    if (last === undefined) return;
    after = last;
  }
}

interface Next {
  readonly slice: Slice;
  /** `undefined` at the end. */
  readonly last: IndexableType | undefined;
}

async function nextSlice(
  table: AnyTable,
  size: number,
  after: IndexableType | undefined,
  below: IndexableType | undefined,
): Promise<Next> {
  const stretch = (): Collection<unknown> => rangeOf(table, after, below).limit(size);
  try {
    const rows = await stretch().toArray();
    const last = rows.length < size ? undefined : keyOf(table, rows.at(-1));
    return { slice: { rows, unreadable: 0, brokenOff: false }, last };
  } catch {
    return oneByOne(table, size, stretch);
  }
}

async function oneByOne(table: AnyTable, size: number, stretch: () => Collection<unknown>): Promise<Next> {
  let keys: IndexableType[];
  try {
    keys = await stretch().primaryKeys();
  } catch {
    return { slice: { rows: [], unreadable: 0, brokenOff: true }, last: undefined };
  }
  const rows: unknown[] = [];
  for (const key of keys) {
    const row = await table.get(key).catch(() => undefined);
    if (row !== undefined) rows.push(row);
  }
  return {
    slice: { rows, unreadable: keys.length - rows.length, brokenOff: false },
    last: keys.length < size ? undefined : keys.at(-1),
  };
}

function rangeOf(
  table: AnyTable,
  after: IndexableType | undefined,
  below: IndexableType | undefined,
): Collection<unknown> {
  if (after !== undefined && below !== undefined)
    return table.where(':id').between(after, below, false, false);
  if (after !== undefined) return table.where(':id').above(after);
  return below === undefined ? table.orderBy(':id') : table.where(':id').below(below);
}

function keyOf(table: AnyTable, row: unknown): IndexableType | undefined {
  const { keyPath } = table.schema.primKey;
  if (keyPath === undefined || typeof row !== 'object' || row === null) return undefined;
  const at = (path: string): unknown => Dexie.getByKeyPath(row, path);
  return (typeof keyPath === 'string' ? at(keyPath) : keyPath.map(at)) as IndexableType;
}
