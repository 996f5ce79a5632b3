import type { Account, AccountValues } from '../accounts/account.ts';
import { sameValue } from '../history/diff.ts';
import { openStintOf } from '../statuses/stints.ts';
import type { ColumnKey } from './columns.ts';
import { crmIdKey } from './match-keys.ts';
import type { CellValue } from './read-cell.ts';

/** A column of the file that is taken, with the field it fills. */
export interface TakenColumn {
  /** Position in the file. */
  readonly index: number;
  readonly field:
    | { readonly kind: 'field'; readonly key: ColumnKey }
    | { readonly kind: 'custom'; readonly key: string; readonly label: string };
  readonly blankErases: boolean;
}

/** Stands in a row for a blank cell of a column whose blanks erase (EX-4). */
export const erased: unique symbol = Symbol('erased');

/** What an account has where a row has a cell. */
export function presentValue(account: AccountValues, column: TakenColumn): unknown {
  if (column.field.kind === 'custom') return account.custom?.[column.field.key];
  const { key } = column.field;
  if (key === 'stints') return openStintOf(account.stints)?.start;
  return account[key === 'stintHistory' ? 'stints' : key];
}

/** Outer blanks and the kind of line end are no difference: spreadsheets change both. */
const textKey = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** Whether a cell says what is there already. */
export function sameCell(column: TakenColumn, cell: CellValue, present: unknown): boolean {
  if (cell === present) return true;
  if (typeof cell === 'string' && typeof present === 'string') {
    if (column.field.kind === 'field' && column.field.key === 'crmId') {
      return crmIdKey(cell) === crmIdKey(present);
    }
    return textKey(cell) === textKey(present);
  }
  return sameValue(cell, present);
}

/** Whether the row says nothing that the account does not have. Parents are decided later and pass. */
export function changesNothing(
  columns: readonly TakenColumn[],
  cells: readonly CellValue[],
  account: Account,
): boolean {
  return columns.every((column, index) => {
    const cell = cells[index];
    if (cell === undefined || isParent(column)) return true;
    const present = presentValue(account, column);
    return cell === erased ? present === undefined : sameCell(column, cell, present);
  });
}

/** The same between two rows of the file. */
export const agreesWith = (
  columns: readonly TakenColumn[],
  cells: readonly CellValue[],
  others: readonly CellValue[],
): boolean =>
  columns.every((column, index) => {
    const cell = cells[index];
    return cell === undefined || cell === erased || sameCell(column, cell, others[index]);
  });

const isParent = (column: TakenColumn): boolean =>
  column.field.kind === 'field' && column.field.key === 'parentRef';

/** Two rows of one account that say different things in one column; the first one holds. */
export interface Conflict {
  readonly column: TakenColumn;
  readonly kept: CellValue;
  readonly dropped: CellValue;
}

/** Fills the blanks of the first row from a later one; where both speak and differ, the first row holds. */
export function mergeRows(
  columns: readonly TakenColumn[],
  first: readonly CellValue[],
  later: readonly CellValue[],
): { readonly cells: readonly CellValue[]; readonly conflicts: readonly Conflict[] } {
  let cells: CellValue[] | undefined;
  const conflicts: Conflict[] = [];
  columns.forEach((column, index) => {
    const kept = first[index];
    const dropped = later[index];
    if (dropped === undefined || dropped === erased) return;
    if (kept === undefined || kept === erased) {
      cells ??= [...first];
      cells[index] = dropped;
    } else if (!sameCell(column, dropped, kept)) conflicts.push({ column, kept, dropped });
  });
  return { cells: cells ?? first, conflicts };
}
