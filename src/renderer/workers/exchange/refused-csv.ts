import type { RowKind } from '../../../shared/exchange/plan.ts';
import type { PreviewProblem } from '../../../shared/exchange/preview.ts';
import { refusalHeaders } from '../../../shared/exchange/suggest-mapping.ts';
import { byteOrderMark, csvRecord, type CsvStyle } from '../../../shared/exchange/write-csv.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import { rowNumber } from './preview-rows.ts';
import type { ReadList } from './read-file.ts';

const style: CsvStyle = { separator: ',', cells: 'safe' };

/** A cell that was refused for its size would only come back; its beginning is enough to find it by. */
const longestCell = 32_000;

/**
 * The refused rows as a file to mend and import again: where each stands, why, then its cells as they
 * were. Safe for spreadsheets (EX-6); the import takes the guards back, so mended rows come back exactly.
 */
export function refusedCsv(
  list: ReadList,
  kinds: readonly RowKind[],
  problemsOf: (row: number) => readonly PreviewProblem[],
): Blob {
  const header = [...refusalHeaders, ...list.headers.map(({ label }) => label)];
  const parts = [byteOrderMark, csvRecord(header, style)];
  kinds.forEach((kind, index) => {
    if (kind !== 'refused') return;
    const reasons = problemsOf(index).map(({ column, message }) =>
      column === null ? say(message) : `${column}: ${say(message)}`,
    );
    const cells = (list.table.rows[index] ?? []).map((cell) => cell.slice(0, longestCell));
    parts.push(csvRecord([String(rowNumber(list, index)), reasons.join(' '), ...cells], style));
  });
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
