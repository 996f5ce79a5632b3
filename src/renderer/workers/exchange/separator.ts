import Papa from 'papaparse';
import { separators, type Separator } from '../../../shared/exchange/write-csv.ts';

export type LineEnd = '\r\n' | '\n' | '\r';

/** Excel's own first line, `sep=;`, which is no record. */
const sepLine = /^"?sep=([,;\t|])"?(?:\r\n|\n|\r)/i;

export interface SepLine {
  readonly separator: Separator;
  /** Characters that it takes, line end included. */
  readonly length: number;
}

export function readSepLine(text: string): SepLine | undefined {
  const found = sepLine.exec(text);
  const separator = separators.find((known) => known === found?.[1]);
  return found && separator ? { separator, length: found[0].length } : undefined;
}

/** The line end that rows have; those inside quoted cells do not count. */
export function guessLineEnd(text: string): LineEnd {
  const outside = text.replace(/"[^"]*"/g, '');
  const crlf = outside.split('\r\n').length - 1;
  const lf = outside.split('\n').length - 1 - crlf;
  const cr = outside.split('\r').length - 1 - crlf;
  if (crlf >= lf && crlf > 0) return '\r\n';
  return lf === 0 && cr > 0 ? '\r' : '\n';
}

const sampleRows = 200;
/** Below this share of even rows a sign is part of the text. */
const leastEven = 0.3;

/**
 * The separator under which the first rows have the most even width. Papa's own guess decides a draw; a
 * list of one column has none and is read with commas.
 */
export function guessSeparator(text: string, lineEnd: LineEnd): Separator {
  const guessed = Papa.parse<string[]>(text, {
    preview: 20,
    newline: lineEnd,
    delimitersToGuess: [...separators],
  }).meta.delimiter;
  let best: { readonly separator: Separator; readonly evenness: number } | undefined;
  for (const separator of separators) {
    const evenness = evennessOf(text, separator, lineEnd) + (separator === guessed ? 0.001 : 0);
    if (evenness >= leastEven && (!best || evenness > best.evenness)) best = { separator, evenness };
  }
  return best?.separator ?? ',';
}

/** Share of rows as wide as the header; 0 when the header has one cell. Wider headers win a near draw. */
function evennessOf(text: string, separator: Separator, lineEnd: LineEnd): number {
  const { data } = Papa.parse<string[]>(text, {
    delimiter: separator,
    newline: lineEnd,
    preview: sampleRows,
  });
  const rows = data.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const width = rows[0]?.length ?? 0;
  if (width < 2) return 0;
  const even = rows.filter((cells) => cells.length === width).length;
  return even / rows.length + Math.min(width, 50) / 10_000;
}
