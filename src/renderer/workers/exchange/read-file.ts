import type { Label } from '../../../shared/history/change-set.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readHeaders, type Header } from '../../../shared/exchange/headers.ts';
import { isBlankRecord, type RawTable } from '../../../shared/exchange/read-rows.ts';
import { footerStart } from '../../../shared/exchange/salesforce-footer.ts';
import type { ImportSubject } from '../../../shared/exchange/records/record-columns.ts';
import type { Separator } from '../../../shared/exchange/write-csv.ts';
import { encodingByBytes, encodingOfOldText, type EncodingBy, type FoundEncoding } from './encoding.ts';
import { looksBinary, notAList } from './file-kind.ts';
import { RecordReader } from './record-reader.ts';
import { guessLineEnd, guessSeparator, readSepLine, type LineEnd } from './separator.ts';

/** What a person chose instead of what was recognised. */
export interface ReadChoice {
  readonly encoding?: string;
  readonly separator?: Separator;
  /** What its rows are about. */
  readonly subject?: ImportSubject;
}

/** A list as it was read: kept in the worker, every cell as it stands in the file. */
export interface ReadList {
  readonly encoding: string;
  readonly encodingBy: EncodingBy;
  readonly separator: Separator;
  readonly separatorBy: 'guess' | 'file' | 'you';
  readonly headers: readonly Header[];
  /** How a spreadsheet numbers the header's row; rows below count on from it. */
  readonly headerRow: number;
  /** Lines of the file above the header. */
  readonly linesAbove: number;
  readonly table: RawTable;
  /** Letters that the encoding could not read. */
  readonly unreadable: number;
  readonly mixedLineEnds: boolean;
}

export interface Pace {
  /** Bytes read, of all. */
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** Bytes read and decoded at once. */
const slice = 4_194_304;
const headBytes = 65_536;
const mostColumns = 5000;

/** Reads a list from a file; the error says what the file is or lacks, and what to do. */
export async function readList(
  file: Blob,
  choice: ReadChoice = {},
  pace: Pace = {},
): Promise<Result<ReadList, Label>> {
  if (file.size === 0) return err({ id: 'exchange.file.empty' });
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const kind = notAList(head);
  if (kind) return err(kind);
  const byBytes = encodingByBytes(head);
  if (!byBytes && choice.encoding === undefined && looksBinary(head))
    return err({ id: 'exchange.file.binary' });
  let found: FoundEncoding =
    choice.encoding === undefined
      ? (byBytes ?? { encoding: 'utf-8', by: 'valid' })
      : { encoding: choice.encoding, by: 'you' };
  let alike = false;
  for (;;) {
    const pass = await readOnce(file, found, choice.separator, alike, pace);
    if (pass.kind === 'refused') return err(pass.why);
    if (pass.kind === 'not-utf8') found = encodingOfOldText(pass.piece);
    else if (pass.mixed && !alike) alike = true;
    else return finished(pass, found, choice, alike);
  }
}

type Pass =
  | { readonly kind: 'refused'; readonly why: Label }
  | { readonly kind: 'not-utf8'; readonly piece: Uint8Array }
  | {
      readonly kind: 'read';
      readonly reader: RecordReader;
      readonly dialect: Dialect;
      readonly mixed: boolean;
      readonly unreadable: number;
    };

interface Dialect {
  readonly separator: Separator;
  readonly separatorBy: ReadList['separatorBy'];
  readonly lineEnd: LineEnd;
  /** Characters of a `sep=` line. */
  readonly skip: number;
}

async function readOnce(
  file: Blob,
  { encoding, by }: FoundEncoding,
  separator: Separator | undefined,
  alike: boolean,
  { onProgress, signal }: Pace,
): Promise<Pass> {
  const strict = by === 'valid';
  const decoder = new TextDecoder(encoding, { fatal: strict });
  let dialect: Dialect | undefined;
  let reader: RecordReader | undefined;
  let unreadable = 0;
  let held = '';
  for (let start = 0; start < file.size; start += slice) {
    if (signal?.aborted === true) return { kind: 'refused', why: { id: 'exchange.cancelled' } };
    const bytes = new Uint8Array(await file.slice(start, start + slice).arrayBuffer());
    const last = start + slice >= file.size;
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: !last });
    } catch {
      return { kind: 'not-utf8', piece: bytes };
    }
    if (!strict) unreadable += countUnreadable(text);
    if (alike) [text, held] = withAlikeEnds(held + text, last);
    if (!reader || !dialect) {
      dialect = dialectOf(text, separator, alike);
      reader = new RecordReader(dialect.separator, dialect.lineEnd);
      text = text.slice(dialect.skip);
    }
    if (!reader.push(text, last)) {
      return {
        kind: 'refused',
        why: { id: 'exchange.file.unterminated', params: { row: reader.rows.length + 1 } },
      };
    }
    onProgress?.(Math.min(start + slice, file.size), file.size);
    if (reader.mixedLineEnds && !alike) break;
  }
  if (!reader || !dialect) return { kind: 'refused', why: { id: 'exchange.file.empty' } };
  return { kind: 'read', reader, dialect, mixed: reader.mixedLineEnds, unreadable };
}

/** Every line end as a line feed; a carriage return at the very end waits for what follows. */
function withAlikeEnds(text: string, last: boolean): [string, string] {
  const waits = !last && text.endsWith('\r');
  const whole = waits ? text.slice(0, -1) : text;
  return [whole.replaceAll('\r\n', '\n'), waits ? '\r' : ''];
}

function dialectOf(text: string, chosen: Separator | undefined, alike: boolean): Dialect {
  const sepLine = readSepLine(text);
  const list = text.slice(sepLine?.length ?? 0);
  const lineEnd = alike ? '\n' : guessLineEnd(list.slice(0, 200_000));
  const separator = chosen ?? sepLine?.separator ?? guessSeparator(list, lineEnd);
  return {
    separator,
    separatorBy: chosen !== undefined ? 'you' : sepLine ? 'file' : 'guess',
    lineEnd,
    skip: sepLine?.length ?? 0,
  };
}

function countUnreadable(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
}

function finished(
  { reader, dialect, unreadable }: Extract<Pass, { kind: 'read' }>,
  found: FoundEncoding,
  choice: ReadChoice,
  mixedLineEnds: boolean,
): Result<ReadList, Label> {
  const { rows, malformed } = reader;
  const headerAt = rows.findIndex((cells) => !isBlankRecord(cells));
  const header = rows[headerAt];
  if (!header) return err({ id: 'exchange.file.only-blanks' });
  if (malformed.has(headerAt))
    return err({ id: 'exchange.file.header-malformed', params: { row: headerAt + 1 } });
  const below = rows.slice(headerAt + 1);
  const cells = trimmedTail(header, below);
  if (cells.length > mostColumns) {
    return err({
      id: 'exchange.file.too-many-columns',
      params: { columns: cells.length, most: mostColumns },
    });
  }
  const footerFrom = footerStart(below);
  if (below.slice(0, footerFrom).every(isBlankRecord)) return err({ id: 'exchange.file.header-only' });
  const swallowed = onlyUnterminated(below, malformed, headerAt + 1);
  if (swallowed !== undefined)
    return err({ id: 'exchange.file.unterminated', params: { row: swallowed + 1 } });
  return ok({
    encoding: found.encoding,
    encodingBy: choice.encoding === undefined ? found.by : 'you',
    separator: dialect.separator,
    separatorBy: dialect.separatorBy,
    headers: readHeaders(cells),
    headerRow: headerAt + 1,
    linesAbove: headerAt + (dialect.skip > 0 ? 1 : 0),
    table: {
      width: cells.length,
      rows: below,
      malformed: malformedRows(below, malformed, headerAt + 1),
      footerFrom,
    },
    unreadable,
    mixedLineEnds,
  });
}

/** The record with the open quote when nothing else is left to import. */
function onlyUnterminated(
  below: readonly (readonly string[])[],
  malformed: RecordReader['malformed'],
  offset: number,
): number | undefined {
  const filled = below.flatMap((cells, row) => (isBlankRecord(cells) ? [] : [row + offset]));
  const [only] = filled;
  return filled.length === 1 && only !== undefined && malformed.get(only) === 'unterminated'
    ? only
    : undefined;
}

/** Empty cells after the last header are no columns, unless something stands below them. */
function trimmedTail(header: readonly string[], below: readonly (readonly string[])[]): readonly string[] {
  const last = header.findLastIndex((cell) => cell.trim() !== '');
  const filled = below.some((cells) => {
    for (let at = last + 1; at < Math.min(cells.length, header.length); at += 1) {
      if (cells[at]?.trim() !== '') return true;
    }
    return false;
  });
  return filled ? header : header.slice(0, last + 1);
}

function malformedRows(
  below: readonly (readonly string[])[],
  malformed: RecordReader['malformed'],
  offset: number,
): Map<number, Label> {
  const labels = new Map<number, Label>();
  for (const [at, what] of malformed) {
    const row = at - offset;
    const cells = below[row];
    if (!cells) continue;
    const lines = lineBreaks(cells);
    labels.set(row, { id: `exchange.row.${what}${lines > 0 ? '-lines' : ''}`, params: { lines: lines + 1 } });
  }
  return labels;
}

/** Line breaks inside a record's cells: what a row takes beyond its own line. */
export function lineBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}
