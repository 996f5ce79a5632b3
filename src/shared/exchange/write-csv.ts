import { guardFormula } from './formula-guard.ts';

export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

export interface CsvStyle {
  readonly separator: Separator;
  /** EX-6: `safe` for people's spreadsheets, `raw` for machines. */
  readonly cells: 'safe' | 'raw';
}

/** Excel reads UTF-8 only behind this mark. */
export const byteOrderMark = '\ufeff';
const lineEnd = '\r\n';

/**
 * One record with its line end. The rule an independent writer needs (docs/formats/csv.md): guard, then
 * quote a cell that holds the separator, a quote, CR or LF, or that begins or ends with a blank.
 */
export function csvRecord(cells: readonly string[], style: CsvStyle): string {
  let record = '';
  for (let index = 0; index < cells.length; index += 1) {
    if (index > 0) record += style.separator;
    record += csvCell(cells[index] ?? '', style);
  }
  return record + lineEnd;
}

function csvCell(cell: string, { separator, cells }: CsvStyle): string {
  const text = cells === 'safe' ? guardFormula(cell) : cell;
  if (!needsQuotes(text, separator)) return text;
  return `"${text.replaceAll('"', '""')}"`;
}

function needsQuotes(text: string, separator: Separator): boolean {
  return (
    text.includes(separator) ||
    text.includes('"') ||
    text.includes('\n') ||
    text.includes('\r') ||
    text.startsWith(' ') ||
    text.endsWith(' ')
  );
}
