import type { AccountRow, GroundworkDatabase, ProspectRow, Tombstone } from '../database.ts';
import { readHeldMeta } from '../reading.ts';
import { checkRow } from './check-row.ts';
import type { Suspects } from './find-suspects.ts';

const rowsAtATime = 500;

/**
 * Writes again what is derived in rows where it was wrong. Nothing that a person entered changes, so this is
 * no change set.
 * @returns how many rows were set right, by table
 */
export async function mendKeys(
  database: GroundworkDatabase,
  suspects: Suspects['keys'],
): Promise<Readonly<Record<'accounts' | 'prospects', number>>> {
  const mended = { accounts: 0, prospects: 0 };
  for (const table of ['accounts', 'prospects'] as const) {
    const ids = suspects.filter((suspect) => suspect.table === table).map(({ id }) => id);
    for (let start = 0; start < ids.length; start += rowsAtATime) {
      mended[table] += await mendPart(database, table, ids.slice(start, start + rowsAtATime));
    }
  }
  return mended;
}

function mendPart(
  database: GroundworkDatabase,
  table: 'accounts' | 'prospects',
  ids: string[],
): Promise<number> {
  const rows = database.table<AccountRow | ProspectRow | Tombstone, string>(table);
  return database.transaction('rw', database.meta, rows, async () => {
    await readHeldMeta(database);
    const present = await rows.bulkGet(ids);
    const right = present.flatMap((row) => {
      const verdict = checkRow(table, row);
      return verdict.kind === 'keys' ? [verdict.row] : [];
    });
    await rows.bulkPut(right);
    return right.length;
  });
}
