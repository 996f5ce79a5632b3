/**
 * A CSV writer that shares no code with the app: RFC 4180 by hand, so that what the app reads and writes is
 * compared with something it did not make itself.
 */
export interface CsvDialect {
  readonly delimiter: string;
  readonly lineEnding: '\n' | '\r\n';
  /** Quote every cell, as some CRMs do; otherwise only where the format needs it. */
  readonly quoteAll?: boolean;
  /** End the last line too. */
  readonly endLastLine?: boolean;
}

export const rfc4180: CsvDialect = { delimiter: ',', lineEnding: '\r\n', endLastLine: true };

export function writeCsv(rows: readonly (readonly string[])[], dialect: CsvDialect = rfc4180): string {
  const lines = rows.map((cells) => writeRow(cells, dialect));
  return lines.join(dialect.lineEnding) + (dialect.endLastLine === false ? '' : dialect.lineEnding);
}

function writeRow(cells: readonly string[], dialect: CsvDialect): string {
  // A row of one empty cell would be an empty line, which readers take for no row.
  if (cells.length === 1 && cells[0] === '') return '""';
  return cells.map((cell) => writeCell(cell, dialect)).join(dialect.delimiter);
}

function writeCell(cell: string, { delimiter, quoteAll }: CsvDialect): string {
  const needsQuotes =
    quoteAll === true ||
    cell.includes(delimiter) ||
    cell.includes('"') ||
    cell.includes('\n') ||
    cell.includes('\r');
  return needsQuotes ? `"${cell.split('"').join('""')}"` : cell;
}
