import type { EntityChange } from '../../../shared/history/change-set.ts';
import type { GroundworkDatabase } from '../database.ts';
import { countOf, recordKindIn, type LivingCounts } from '../record-tables.ts';
import type { QuarantineRow } from './quarantine-row.ts';

/**
 * Writes changes of the quarantine. A row that enters leaves its table; settings stay, since there is nothing
 * without them.
 */
export async function applyQuarantine(
  database: GroundworkDatabase,
  changes: readonly EntityChange[],
): Promise<void> {
  for (const { id, before, after } of changes) {
    const present = await database.quarantine.get(id);
    const row = { ...present, ...after, id } as QuarantineRow;
    await database.quarantine.put(row);
    if (before === null && row.table !== 'settings') await database.table(row.table).delete(row.key);
  }
}

/** The change that takes a row into the quarantine. */
export const quarantining = ({ id, ...row }: QuarantineRow): EntityChange => ({
  kind: 'quarantined',
  id,
  before: null,
  after: { ...row },
});

/** The count of living records that a row leaves with this change, if it was in one. */
export function leavesCount({ before, after }: EntityChange): keyof LivingCounts | null {
  if (before !== null || after?.['counts'] !== true) return null;
  const kind = recordKindIn(String(after['table']));
  return kind ? countOf[kind] : null;
}

/** The record that a change takes out of a table, if it is one of that table. */
export function quarantinedKey(
  { kind, before, after }: EntityChange,
  table: QuarantineRow['table'],
): string | undefined {
  const key = after?.['key'];
  return kind === 'quarantined' && before === null && after?.['table'] === table && typeof key === 'string'
    ? key
    : undefined;
}
