import type { BackupLine, EntityLine } from '../../../shared/backup/format.ts';
import type { Instant } from '../../../shared/clock.ts';
import type { ChangeSet, EntityChange } from '../../../shared/history/change-set.ts';
import type { BackedUpTable } from '../backup/backup-lines.ts';
import { rowText } from '../backup/row-text.ts';
import type { GroundworkDatabase } from '../database.ts';
import type { QuarantineRow } from '../integrity/quarantine-row.ts';
import { historyRow } from '../journal-lines.ts';
import { recordTables, type RecordKind, type RecordRow } from '../record-tables.ts';

/** One line of a backup as a row of its table; `gone` is the key of one that is deleted without a trace. */
export type BackupRow =
  | { readonly table: BackedUpTable; readonly row: object }
  | { readonly table: BackedUpTable; readonly gone: string };

/**
 * The row of a line. Values that no row can be made of go into quarantine, as text.
 * @returns `null` for the first and the last line
 */
export function backupRow(line: BackupLine, foundAt: Instant): BackupRow | null {
  switch (line.kind) {
    case 'manifest':
    case 'end':
      return null;
    case 'settings':
      return { table: 'settings', row: { id: line.id, values: line.values ?? {} } };
    case 'customField':
      return line.values
        ? { table: 'customFields', row: { ...line.values, id: line.id } }
        : { table: 'customFields', gone: line.id };
    case 'account':
    case 'prospect':
    case 'opportunity':
    case 'document':
      return recordRow(line, foundAt);
    // Cast, not parsed: history comes back letter by letter, also what an older or a damaged Groundwork wrote; it
    // is upcast where it is read, and the integrity check tells what is wrong with it.
    case 'changeSet':
      return { table: 'changeSets', row: historyRow(line.changeSet as unknown as ChangeSet) };
    case 'changePack': {
      const { n, pack } = line;
      return { table: 'changePacks', row: { n, pack, changes: line.changes as unknown as EntityChange[] } };
    }
    case 'quarantined':
      return { table: 'quarantine', row: { ...line.row, id: line.id } };
  }
}

function recordRow(line: Extract<EntityLine, { kind: RecordKind }>, foundAt: Instant): BackupRow {
  const { kind, id, values, deleted } = line;
  const { table, row: rowOf } = recordTables[kind];
  if (!values) return { table, row: { id, deleted: deleted ?? 0 } };
  try {
    const row = rowOf(id, values);
    if (hasKeys(row)) return { table, row };
  } catch {
    // Values of other types than an account has.
  }
  const held: QuarantineRow = {
    id: `${table}:${id}`,
    table,
    key: id,
    foundAt,
    problems: ['The record in the backup has not the shape of a record.'],
    text: rowText({ id, values }),
    state: 'held',
    counts: false,
  };
  return { table: 'quarantine', row: held };
}

/** The keys of the indexes are texts. */
const hasKeys = (row: RecordRow): boolean =>
  Object.entries(row).every(([key, value]) => key === 'values' || typeof value === 'string');

/** Puts rows into their tables, in one transaction; of several of one key the last one holds. */
export async function putRows(database: GroundworkDatabase, rows: readonly BackupRow[]): Promise<void> {
  const byTable = new Map<BackedUpTable, Map<string, BackupRow>>();
  for (const entry of rows) {
    const latest = byTable.get(entry.table) ?? new Map<string, BackupRow>();
    byTable.set(entry.table, latest.set(keyOf(entry), entry));
  }
  await database.transaction('rw', [...byTable.keys()], async () => {
    for (const [table, latest] of byTable) {
      const puts = [...latest.values()].flatMap((entry) => ('row' in entry ? [entry.row] : []));
      const gone = [...latest.values()].flatMap((entry) => ('gone' in entry ? [entry.gone] : []));
      if (puts.length > 0) await database.table(table).bulkPut(puts);
      if (gone.length > 0) await database.table(table).bulkDelete(gone);
    }
  });
}

function keyOf(entry: BackupRow): string {
  if ('gone' in entry) return entry.gone;
  const { id, n, pack } = entry.row as { id?: string; n?: number; pack?: number };
  return id ?? `${n ?? ''}/${pack ?? ''}`;
}
