import { readYesNo, readChoice } from '../choice-words.ts';
import type { ColumnMapping, Mapping } from '../columns.ts';
import { readDate } from '../dates.ts';
import { CellProblem, plainText, shortened } from '../read-cell.ts';
import {
  isBlankRecord,
  recordProblems,
  type RawTable,
  type RowProblem,
  type SkipReason,
} from '../read-rows.ts';
import { recordColumn, type RecordColumn, type RecordSubject } from './record-columns.ts';

/** A row's values by column key. `null` = a blank cell that erases (EX-4). */
export type RecordCells = ReadonlyMap<string, string | boolean | null>;

/** All rows of a list of people or opportunities, read by one mapping. */
export interface ReadRecords {
  /** A row that is not taken has no cells. */
  readonly cells: readonly (RecordCells | undefined)[];
  readonly skipped: ReadonlyMap<number, SkipReason>;
  readonly refused: ReadonlyMap<number, readonly RowProblem[]>;
  readonly short: number;
  /** Position in the file of each column that is taken, by key. */
  readonly positions: ReadonlyMap<string, number>;
}

interface Reader {
  readonly index: number;
  readonly column: RecordColumn;
  readonly mapping: ColumnMapping;
}

export function readRecordRows(
  table: RawTable,
  mapping: Mapping,
  subject: RecordSubject,
  timeZone: string,
): ReadRecords {
  const readers = mapping.flatMap((entry, index): Reader[] => {
    const column = entry.target.kind === 'record' ? recordColumn(subject, entry.target.key) : undefined;
    return column ? [{ index, column, mapping: entry }] : [];
  });
  const skipped = new Map<number, SkipReason>();
  const refused = new Map<number, readonly RowProblem[]>();
  let short = 0;
  const cells = table.rows.map((raw, row): RecordCells | undefined => {
    if (row >= table.footerFrom || isBlankRecord(raw)) {
      skipped.set(row, row >= table.footerFrom ? 'footer' : 'blank');
      return undefined;
    }
    const problems = recordProblems(raw, row, table);
    const values = new Map<string, string | boolean | null>();
    if (problems.length === 0) {
      for (const reader of readers) {
        const { index, column, mapping: entry } = reader;
        const cell = raw[index];
        const value = cell === undefined ? undefined : readCell(cell, column, entry, timeZone);
        if (value instanceof CellProblem) problems.push({ column: index, message: value.message });
        else if (value !== undefined) values.set(column.key, value);
        else if (cell !== undefined && entry.blankErases === true && canErase(column.key)) {
          values.set(column.key, null);
        }
      }
    }
    if (problems.length > 0) {
      refused.set(row, problems);
      return undefined;
    }
    if (raw.length < table.width) short += 1;
    return values;
  });
  const positions = new Map(readers.map(({ column, index }) => [column.key, index]));
  return { cells, skipped, refused, short, positions };
}

/** A name is never erased, and what tells the account is no value of the record. */
export const canErase = (key: string): boolean =>
  !['name', 'firstName', 'lastName'].includes(key) && !key.startsWith('account.');

function readCell(
  cell: string,
  { type, label, choices = [] }: RecordColumn,
  { dateOrder = 'ymd' }: ColumnMapping,
  timeZone: string,
): string | boolean | CellProblem | undefined {
  const text = plainText(cell);
  if (text === undefined) return undefined;
  switch (type) {
    case 'text':
      return text;
    case 'date':
      return readDate(text, dateOrder, timeZone) ?? problem('date', text, label);
    case 'yesNo':
      return readYesNo(text) ?? problem('yes-no', text, label);
    case 'choice':
      return readChoice(choices, text) ?? problem('record-choice', text, label, choices.join(', '));
  }
}

const problem = (what: string, text: string, field: string, choices = ''): CellProblem =>
  new CellProblem({
    id: `exchange.cell.${what}`,
    params: { cell: shortened(text), field, ...(choices !== '' && { choices }) },
  });
