import type { CustomField } from '../workspace/workspace.ts';
import type { Label } from '../history/change-set.ts';
import type { Mapping } from './columns.ts';
import { customKeyFor } from './custom-keys.ts';
import { erased, type TakenColumn } from './merge-row.ts';
import { CellProblem, cellReader, largestCell, type CellValue } from './read-cell.ts';

/** Why a record is no account: left out, but counted. */
export type SkipReason = 'blank' | 'footer' | 'chosen';

export interface RowProblem {
  /** Position in the file; `null` when it is about the whole row. */
  readonly column: number | null;
  readonly message: Label;
}

/** The records under the header as the parser gave them. Positions count from 0 below the header. */
export interface RawTable {
  readonly width: number;
  readonly rows: readonly (readonly string[])[];
  /** Records that the parser found malformed. */
  readonly malformed: ReadonlyMap<number, Label>;
  /** Records from here on are a report's footer. */
  readonly footerFrom: number;
}

/** All rows read by one mapping. Lists run along the records; a row that is not taken has no cells. */
export interface ReadRows {
  readonly columns: readonly TakenColumn[];
  readonly cells: readonly (readonly CellValue[] | undefined)[];
  readonly skipped: ReadonlyMap<number, SkipReason>;
  readonly refused: ReadonlyMap<number, readonly RowProblem[]>;
  /** Cells that were refused in rows that were taken (SEG-4); as good as blank. */
  readonly leftOut: ReadonlyMap<number, readonly RowProblem[]>;
  /** Rows with fewer cells than the header; taken, since only trailing cells are missing. */
  readonly short: number;
}

function takenColumns(mapping: Mapping, customFields: readonly CustomField[]): TakenColumn[] {
  const keys = customKeyFor(customFields);
  return mapping.flatMap(({ target, blankErases }, index): TakenColumn[] => {
    if (target.kind === 'leaveOut' || target.kind === 'record') return [];
    const isName = target.kind === 'field' && target.key === 'name';
    return [
      {
        index,
        field: target.kind === 'field' ? target : { ...target, key: keys(target.label) },
        blankErases: blankErases === true && !isName,
      },
    ];
  });
}

/** Reads every cell once. The costly part of a plan: kept until the mapping changes. */
export function readRows(
  table: RawTable,
  mapping: Mapping,
  customFields: readonly CustomField[],
  timeZone: string,
): ReadRows {
  const columns = takenColumns(mapping, customFields);
  const readers = columns.map((column) => {
    const entry = mapping[column.index];
    if (!entry) throw new Error(`No mapping for column ${column.index}.`);
    return cellReader(entry, timeZone);
  });
  const nameAt = columns.findIndex(({ field }) => field.kind === 'field' && field.key === 'name');
  const skipped = new Map<number, SkipReason>();
  const refused = new Map<number, readonly RowProblem[]>();
  const leftOut = new Map<number, readonly RowProblem[]>();
  let short = 0;
  const cells = table.rows.map((raw, row): readonly CellValue[] | undefined => {
    if (row >= table.footerFrom) {
      skipped.set(row, 'footer');
      return undefined;
    }
    if (isBlankRecord(raw)) {
      skipped.set(row, 'blank');
      return undefined;
    }
    const problems = recordProblems(raw, row, table);
    const cellsOut: RowProblem[] = [];
    const values = problems.length > 0 ? undefined : readRecord(raw, columns, readers, problems, cellsOut);
    if (values && values[nameAt] === undefined) problems.push(noName(columns[nameAt]?.index ?? null));
    if (values && problems.length === 0) {
      if (raw.length < table.width) short += 1;
      if (cellsOut.length > 0) leftOut.set(row, cellsOut);
      return values;
    }
    refused.set(row, [...problems, ...cellsOut]);
    return undefined;
  });
  return { columns, cells, skipped, refused, leftOut, short };
}

function readRecord(
  raw: readonly string[],
  columns: readonly TakenColumn[],
  readers: readonly ((cell: string) => CellValue)[],
  problems: RowProblem[],
  leftOut: RowProblem[],
): CellValue[] {
  const values = new Array<CellValue>(columns.length);
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at];
    if (!column) continue;
    const cell = raw[column.index];
    const value = cell === undefined || cell === '' ? undefined : readers[at]?.(cell);
    if (value instanceof CellProblem) {
      const { message, leftOut: inFile } = value;
      (inFile ? leftOut : problems).push({ column: column.index, message: inFile ?? message });
    } else values[at] = value === undefined && column.blankErases && cell !== undefined ? erased : value;
  }
  return values;
}

export function recordProblems(raw: readonly string[], row: number, table: RawTable): RowProblem[] {
  const problems: RowProblem[] = [];
  const malformed = table.malformed.get(row);
  if (malformed) problems.push({ column: null, message: malformed });
  for (let column = 0; column < raw.length; column += 1) {
    const cell = raw[column] ?? '';
    if (column >= table.width && cell.trim() !== '') {
      const params = { cells: raw.length, columns: table.width };
      problems.push({ column: null, message: { id: 'exchange.row.too-many-cells', params } });
      break;
    }
    // UTF-8 needs at most three bytes for each unit of length.
    if (cell.length * 3 > largestCell && utf8Length(cell) > largestCell) {
      problems.push({ column, message: { id: 'exchange.row.cell-too-large' } });
    }
  }
  return problems;
}

const noName = (column: number | null): RowProblem => ({
  column,
  message: { id: 'exchange.row.no-name' },
});

export const isBlankRecord = (raw: readonly string[]): boolean => raw.every((cell) => cell.trim() === '');

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // A surrogate pair has two units and four bytes.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
