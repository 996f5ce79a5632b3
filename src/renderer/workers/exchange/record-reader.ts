import Papa from 'papaparse';
import type { Separator } from '../../../shared/exchange/write-csv.ts';
import type { LineEnd } from './separator.ts';

export type Malformed = 'unterminated' | 'bad-quote';

interface ParserAnswer {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** Text that one unfinished record may hold; beyond it a quote was opened and never closed. */
const longestRecord = 64_000_000;

/**
 * Splits text into records by Papa's parser, piece by piece, so that no string holds a large file. Keeps
 * every record, blank ones too: row numbers must be those of a spreadsheet.
 */
export class RecordReader {
  readonly rows: string[][] = [];
  readonly malformed = new Map<number, Malformed>();
  /** Rows end in different ways: read again with line ends made alike. */
  mixedLineEnds = false;
  private readonly parser: InstanceType<typeof Papa.Parser>;
  private readonly lineEnd: LineEnd;
  private rest = '';
  private endsInLineEnd = false;

  constructor(separator: Separator, lineEnd: LineEnd) {
    this.lineEnd = lineEnd;
    this.parser = new Papa.Parser({ delimiter: separator, newline: lineEnd });
  }

  /** @returns false when an open quote has swallowed more than any record may hold */
  push(text: string, last: boolean): boolean {
    const input = this.rest + text;
    if (text !== '') this.endsInLineEnd = text.endsWith(this.lineEnd) || text.endsWith('\n');
    const answer = this.parser.parse(input, 0, !last) as ParserAnswer;
    const base = this.rows.length;
    for (const row of answer.data) this.rows.push(row);
    for (const { code, row } of answer.errors) {
      // Of a record that continues in the next piece nothing is known yet.
      if (row === undefined || row >= answer.data.length) continue;
      this.malformed.set(base + row, code === 'MissingQuotes' ? 'unterminated' : 'bad-quote');
    }
    this.noticeMixedEnds(answer.data, input);
    this.rest = last ? '' : input.slice(answer.meta.cursor);
    if (last) this.dropEmptyTail();
    return this.rest.length <= longestRecord;
  }

  /** After the last line end the parser sees one more, empty record. */
  private dropEmptyTail(): void {
    const tail = this.rows.at(-1);
    if (tail?.length === 1 && tail[0] === '' && (this.endsInLineEnd || this.rows.length === 1))
      this.rows.pop();
  }

  private noticeMixedEnds(rows: readonly (readonly string[])[], input: string): void {
    if (this.mixedLineEnds || rows.length === 0) return;
    if (this.lineEnd === '\n') {
      this.mixedLineEnds =
        rows.some((row) => row.at(-1)?.endsWith('\r') === true) ||
        (this.malformed.size > 0 && input.includes('\r\n'));
    } else if (this.lineEnd === '\r\n') {
      // Two rows that only a bare line feed parts come out as one that is too wide.
      const width = this.rows[0]?.length ?? 0;
      this.mixedLineEnds = rows.some((row) => row.length > width && row.some((cell) => /[^\r]\n/.test(cell)));
    }
  }
}
