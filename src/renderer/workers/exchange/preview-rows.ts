import { columnDefinition, columnDefinitions, type ColumnKey } from '../../../shared/exchange/columns.ts';
import { erased, type TakenColumn } from '../../../shared/exchange/merge-row.ts';
import type { Decision, ImportPlan, RowKind } from '../../../shared/exchange/plan.ts';
import type { PreviewField, PreviewProblem, PreviewRow } from '../../../shared/exchange/preview.ts';
import type { CellValue } from '../../../shared/exchange/read-cell.ts';
import type { ReadRows, RowProblem } from '../../../shared/exchange/read-rows.ts';
import { valueWriter } from '../../../shared/exchange/write-field.ts';
import { lineBreaks, type ReadList } from './read-file.ts';

/** What a preview is drawn from. */
export interface PreviewSource {
  readonly list: ReadList;
  readonly rows: ReadRows;
  readonly plan: ImportPlan;
  readonly decisions: ReadonlyMap<number, Decision>;
  /** Names of accounts by id, those the file brings included. */
  readonly nameOf: (id: string) => string;
}

const longestText = 400;
/** A text short enough for the page. */
export const shown = (text: string): string =>
  text.length <= longestText ? text : `${text.slice(0, longestText).trimEnd()}…`;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Row numbers as spreadsheets count. */
export const rowNumber = (list: ReadList, index: number): number => list.headerRow + 1 + index;

/** Positions of the rows of a kind, a page of them. */
export function rowsOfKind(kinds: readonly RowKind[], kind: RowKind, start: number, count: number): number[] {
  const rows: number[] = [];
  let seen = 0;
  for (let row = 0; row < kinds.length && rows.length < count; row += 1) {
    if (kinds[row] !== kind) continue;
    if (seen >= start) rows.push(row);
    seen += 1;
  }
  return rows;
}

/** The line of the file on which each record starts; counted once, when somebody asks. */
export function lineStarts(list: ReadList): (index: number) => number {
  let starts: Uint32Array | undefined;
  return (index) => {
    if (!starts) {
      const { rows } = list.table;
      starts = new Uint32Array(rows.length);
      let line = list.linesAbove + 2;
      rows.forEach((cells, at) => {
        if (starts) starts[at] = line;
        line += 1 + lineBreaks(cells);
      });
    }
    return starts[index] ?? 0;
  };
}

/** One row of the preview, in words. */
export function previewRow(source: PreviewSource, index: number, line: number): PreviewRow {
  const { list, rows, plan } = source;
  const kind = plan.kinds[index] ?? 'skipped';
  const outcome = plan.outcomeOf(index);
  const cells = rows.cells[index];
  return {
    index,
    row: rowNumber(list, index),
    line,
    kind,
    name: nameOfRow(source, index),
    ...(outcome.matchedBy && { matchedBy: outcome.matchedBy }),
    fields: fieldsOf(source, kind, index, cells),
    problems: (outcome.problems ?? []).map((problem) => previewProblem(list, problem)),
    ...(outcome.into !== undefined && { into: rowNumber(list, outcome.into) }),
    conflicts: (outcome.conflicts ?? []).map(({ column, kept, dropped }) => ({
      field: columnLabel(column),
      kept: shown(cellText(column, kept)),
      dropped: shown(cellText(column, dropped)),
    })),
    ...(outcome.why && { why: outcome.why }),
    candidates: (outcome.candidates ?? []).map((candidate) =>
      candidate.kind === 'row' ? { ...candidate, number: rowNumber(list, candidate.row) } : candidate,
    ),
    ...(kind === 'undecided' && { asNew: { kind: 'new' } as const }),
    ...(outcome.skipped && { skipped: outcome.skipped }),
    notes: outcome.notes ?? [],
    decided: source.decisions.has(index),
  };
}

export const previewProblem = (list: ReadList, { column, message }: RowProblem): PreviewProblem => ({
  column: column === null ? null : (list.headers[column]?.label ?? `Column ${column + 1}`),
  message,
});

/** The name as it stands in the file, refused rows included. */
function nameOfRow({ list, rows }: PreviewSource, index: number): string {
  const column = rows.columns.find(({ field }) => field.kind === 'field' && field.key === 'name');
  return shown((list.table.rows[index]?.[column?.index ?? 0] ?? '').trim()).slice(0, 120);
}

const columnLabel = ({ field }: TakenColumn): string =>
  field.kind === 'custom' ? field.label : columnDefinition(field.key).label;

function cellText(column: TakenColumn, cell: CellValue): string {
  if (cell === undefined || cell === erased) return '';
  return column.field.kind === 'custom' || column.field.key === 'stints'
    ? textOf(cell)
    : valueWriter(column.field.key)(cell);
}

function fieldsOf(
  source: PreviewSource,
  kind: RowKind,
  index: number,
  cells: readonly CellValue[] | undefined,
): PreviewField[] {
  if (kind === 'new' || kind === 'changed') {
    const change = source.plan.changeOf(index);
    if (!change) return [];
    const keys = [...new Set([...Object.keys(change.before ?? {}), ...Object.keys(change.after ?? {})])];
    return keys
      .map((key) => ({
        order: orderOf(key),
        field: labelOfKey(key, source),
        before: shown(textOfKey(key, change.before?.[key], source)),
        after: shown(textOfKey(key, change.after?.[key], source)),
      }))
      .sort((a, b) => a.order - b.order)
      .map(({ field, before, after }) => ({ field, before, after }));
  }
  if (kind !== 'undecided' || !cells) return [];
  return source.rows.columns.flatMap((column, at) => {
    const after = shown(cellText(column, cells[at]));
    return after === '' ? [] : [{ field: columnLabel(column), before: '', after }];
  });
}

const order = new Map(columnDefinitions.map(({ key }, at) => [key as string, at]));
const columnOfKey = (key: string): ColumnKey =>
  key === 'parentId' ? 'parentRef' : key === 'stints' ? 'stintHistory' : (key as ColumnKey);
const orderOf = (key: string): number => order.get(columnOfKey(key)) ?? order.size;

const customPrefix = 'custom.';

function labelOfKey(key: string, { rows }: PreviewSource): string {
  if (!key.startsWith(customPrefix)) return columnDefinition(columnOfKey(key)).label;
  const custom = key.slice(customPrefix.length);
  const column = rows.columns.find(({ field }) => field.kind === 'custom' && field.key === custom);
  return column ? columnLabel(column) : custom;
}

function textOfKey(key: string, value: unknown, source: PreviewSource): string {
  if (value === undefined) return '';
  if (key.startsWith(customPrefix)) return textOf(value);
  if (key === 'parentId') return source.nameOf(textOf(value));
  return valueWriter(columnOfKey(key))(value);
}
