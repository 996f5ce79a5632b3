import type { AccountValues } from '../../../shared/accounts/account.ts';
import type { ProspectValues } from '../../../shared/accounts/prospect.ts';
import type { BackupLine } from '../../../shared/backup/format.ts';
import type { Instant } from '../../../shared/clock.ts';
import type { ChangeSet, EntityChange } from '../../../shared/history/change-set.ts';
import { accountRow } from '../account-row.ts';
import { rowText } from '../backup/row-text.ts';
import type { GroundworkDatabase } from '../database.ts';
import type { QuarantineRow } from '../integrity/quarantine-row.ts';
import { historyRow } from '../journal-lines.ts';

type TableName =
  'settings' | 'customFields' | 'accounts' | 'prospects' | 'quarantine' | 'changeSets' | 'changePacks';

/** One line of a backup as a row of its table; `gone` is the key of one that is deleted without a trace. */
export type BackupRow =
  { readonly table: TableName; readonly row: object } | { readonly table: TableName; readonly gone: string };

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
      return recordRow(line, foundAt);
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

function recordRow(line: Extract<BackupLine, { kind: 'account' | 'prospect' }>, foundAt: Instant): BackupRow {
  const { kind, id, values, deleted } = line;
  const table = kind === 'account' ? 'accounts' : 'prospects';
  if (!values) return { table, row: { id, deleted: deleted ?? 0 } };
  try {
    if (kind === 'account') return { table, row: accountRow(id, values as AccountValues) };
    const prospect = values as ProspectValues;
    if (typeof prospect.accountId === 'string') {
      return { table, row: { id, accountId: prospect.accountId, values: prospect } };
    }
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

/** Puts rows into their tables, in one transaction; of several of one key the last one holds. */
export async function putRows(database: GroundworkDatabase, rows: readonly BackupRow[]): Promise<void> {
  const byTable = new Map<TableName, Map<string, BackupRow>>();
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
