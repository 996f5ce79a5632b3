import type { GroundworkDatabase } from '../database.ts';
import { readHeldMeta } from '../reading.ts';
import { recordKinds, recordsOf, recordTables, type RecordKind } from '../record-tables.ts';
import { checkRow } from './check-row.ts';
import type { Suspects } from './find-suspects.ts';

const rowsAtATime = 500;

/**
 * Writes again what is derived in rows where it was wrong. Nothing that a person entered changes, so this is
 * no change set.
 * @returns how many rows were set right, by kind
 */
export async function mendKeys(
  database: GroundworkDatabase,
  suspects: Suspects['keys'],
): Promise<ReadonlyMap<RecordKind, number>> {
  const mended = new Map<RecordKind, number>();
  for (const kind of recordKinds) {
    const ids = suspects.filter((suspect) => suspect.kind === kind).map(({ id }) => id);
    for (let start = 0; start < ids.length; start += rowsAtATime) {
      const part = await mendPart(database, kind, ids.slice(start, start + rowsAtATime));
      mended.set(kind, (mended.get(kind) ?? 0) + part);
    }
  }
  return mended;
}

function mendPart(database: GroundworkDatabase, kind: RecordKind, ids: string[]): Promise<number> {
  const rows = recordsOf(database, kind);
  return database.transaction('rw', database.meta, rows, async () => {
    await readHeldMeta(database);
    const present = await rows.bulkGet(ids);
    const right = present.flatMap((row) => {
      const verdict = checkRow(recordTables[kind].table, row);
      return verdict.kind === 'keys' ? [verdict.row] : [];
    });
    await rows.bulkPut(right);
    return right.length;
  });
}
