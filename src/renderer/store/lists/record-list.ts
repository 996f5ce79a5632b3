import type { EntityChange } from '../../../shared/history/change-set.ts';
import { isLive, type GroundworkDatabase, type OpportunityRow, type ProspectRow } from '../database.ts';
import { pause } from '../pause.ts';
import { changesOf } from '../undo.ts';

/** What is listed beside accounts. */
export interface ListedRows {
  readonly prospect: ProspectRow;
  readonly opportunity: OpportunityRow;
}
export type ListedKind = keyof ListedRows;

const tables = { prospect: 'prospects', opportunity: 'opportunities' } as const;

/** Records read at once. */
const portion = 2000;

/** Above so many changed records the list is read anew. */
const mostChanged = 5000;

interface KnownList {
  readonly records: Map<string, ListedRows[ListedKind]>;
  /** Number of the last change set that it knows. */
  through: number;
}

const lists = new WeakMap<GroundworkDatabase, Map<ListedKind, Promise<KnownList>>>();

/**
 * All people, or all opportunities, by id: read when they are first asked for, in portions, and kept up to
 * date from change sets. Nobody may change the map.
 * @param through number of the change set that the answer has to know
 */
export async function recordList<K extends ListedKind>(
  database: GroundworkDatabase,
  kind: K,
  through: number,
): Promise<ReadonlyMap<string, ListedRows[K]>> {
  const ofDatabase = lists.get(database) ?? new Map<ListedKind, Promise<KnownList>>();
  lists.set(database, ofDatabase);
  const before = ofDatabase.get(kind) ?? readAll(database, kind, through);
  const now = before.then((known) => followed(database, kind, known, through));
  ofDatabase.set(kind, now);
  // One that failed is read anew the next time.
  now.catch(() => ofDatabase.delete(kind));
  return (await now).records as ReadonlyMap<string, ListedRows[K]>;
}

async function readAll(database: GroundworkDatabase, kind: ListedKind, through: number): Promise<KnownList> {
  const records = new Map<string, ListedRows[ListedKind]>();
  const table = database[tables[kind]];
  for (let after: string | undefined; ;) {
    const rows = await (after === undefined ? table.orderBy('id') : table.where('id').above(after))
      .limit(portion)
      .toArray();
    for (const row of rows) if (isLive<ListedRows[ListedKind]>(row)) records.set(row.id, row);
    if (rows.length < portion) return { records, through };
    after = rows.at(-1)?.id;
    await pause();
  }
}

/** Brings a list up to a change set. What was read in portions may know more already: that does no harm. */
async function followed(
  database: GroundworkDatabase,
  kind: ListedKind,
  known: KnownList,
  through: number,
): Promise<KnownList> {
  const changed = new Set<string>();
  for (let n = known.through + 1; n <= through; n += 1) {
    const changeSet = await database.changeSets.get(n);
    if (!changeSet) return readAll(database, kind, through);
    for (const change of await changesOf(database, changeSet)) {
      if (concerns(change, kind)) changed.add(change.id);
    }
    if (changed.size > mostChanged) return readAll(database, kind, through);
  }
  const ids = [...changed];
  const rows = await database[tables[kind]].bulkGet(ids);
  ids.forEach((id, at) => {
    const row = rows[at];
    if (isLive<ListedRows[ListedKind]>(row)) known.records.set(id, row);
    else known.records.delete(id);
  });
  known.through = Math.max(known.through, through);
  return known;
}

/** A record that goes into quarantine, or comes back, keeps its id. */
const concerns = (change: EntityChange, kind: ListedKind): boolean =>
  change.kind === kind || change.kind === 'quarantined';
