import type { BackupLine, EntityLine } from '../../../shared/backup/format.ts';
import type { Instant } from '../../../shared/clock.ts';
import type { Fields } from '../../../shared/history/change-set.ts';
import type { EnteredTable } from './backup-state.ts';
import type { QuarantineRow } from '../integrity/quarantine-row.ts';
import { recordKindIn, recordTableNames } from '../record-tables.ts';
import { rowText } from './row-text.ts';

/** The tables that a backup holds, in the order in which they are written; meta is in manifest and end. */
export const backedUpTables = [
  'settings',
  'customFields',
  ...recordTableNames,
  'quarantine',
  'changeSets',
  'changePacks',
] as const;
export type BackedUpTable = (typeof backedUpTables)[number];

/** Whether a person enters rows of such a table: quarantine may hold those. */
export const isEntered = (table: unknown): table is EnteredTable =>
  table === 'settings' || table === 'customFields' || recordKindIn(String(table)) !== undefined;

/** Kind of the lines of such a table. */
function lineKind(table: EnteredTable): EntityLine['kind'] {
  const kind = recordKindIn(table);
  if (kind) return kind;
  return table === 'settings' ? 'settings' : 'customField';
}

/** A line and its text. */
export interface WrittenLine {
  readonly line: BackupLine;
  readonly text: string;
}

/**
 * The line of a row. One that has no shape a line could take (no text for an id, values that are no record
 * or that JSON cannot hold) becomes a line of the quarantine, as text: nothing that can be read is left out.
 *
 * @returns `null` for a row of the history that is no such thing; it is told as unreadable
 */
export function lineOf(table: BackedUpTable, row: unknown, foundAt: Instant): WrittenLine | null {
  const line = plainLine(table, row);
  try {
    if (line) return { line, text: JSON.stringify(line) };
  } catch {
    // Falls through to the quarantine.
  }
  return isEntered(table) ? written(oddLine(table, row, foundAt)) : null;
}

export const written = (line: BackupLine): WrittenLine => ({ line, text: JSON.stringify(line) });

/** Of a record that is gone since the backup began. */
export const goneLine = (table: EnteredTable, id: string, n: number): BackupLine => ({
  kind: lineKind(table),
  id,
  deleted: n,
});

function plainLine(table: BackedUpTable, row: unknown): BackupLine | null {
  if (!isRecord(row)) return null;
  if (isEntered(table)) return entityLine(table, row);
  return table === 'quarantine' ? quarantinedLine(row) : historyLine(table, row);
}

function entityLine(table: EnteredTable, row: Fields): BackupLine | null {
  const { id } = row;
  if (!isId(id)) return null;
  const kind = lineKind(table);
  if (table === 'customFields') {
    const { id: _id, ...values } = row;
    return { kind, id, values };
  }
  if ('deleted' in row && table !== 'settings') {
    const { deleted } = row;
    return isNumber(deleted) ? { kind, id, deleted } : null;
  }
  const { values } = row;
  return isRecord(values) ? { kind, id, values: { ...values } } : null;
}

const quarantinedLine = (row: Fields): BackupLine | null =>
  isId(row['id']) ? { kind: 'quarantined', id: row['id'], row: { ...row } } : null;

function historyLine(table: 'changeSets' | 'changePacks', row: Fields): BackupLine | null {
  const { n, pack, changes } = row;
  if (!isNumber(n)) return null;
  if (table === 'changeSets') {
    // An index of the table, made anew from the changes where the line is read.
    const { touches: _touches, ...changeSet } = row;
    return { kind: 'changeSet', n, changeSet };
  }
  if (!Number.isInteger(pack) || !Array.isArray(changes) || !changes.every(isRecord)) return null;
  return { kind: 'changePack', n, pack: Number(pack), changes };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length >= 1 && value.length <= 200;
const isNumber = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 1;

function oddLine(table: EnteredTable, row: unknown, foundAt: Instant): BackupLine {
  const key = (row as { readonly id?: unknown } | null)?.id;
  const held: QuarantineRow = {
    id: `${table}:${rowText(key).slice(0, 150)}`,
    table,
    key: typeof key === 'number' ? key : String(key),
    foundAt,
    problems: ['The row has not the shape of a record.'],
    text: rowText(row),
    state: 'held',
    counts: false,
  };
  return { kind: 'quarantined', id: held.id, row: { ...held } };
}
