import { analyse } from 'chardet';
import { knownEncodings } from './encodings.ts';

/** How an encoding was found; shown to the user, who may choose another. */
export type EncodingBy = 'mark' | 'valid' | 'zeros' | 'damaged' | 'guess' | 'you';

export interface FoundEncoding {
  /** A label that TextDecoder knows. */
  readonly encoding: string;
  readonly by: EncodingBy;
}

/** What the first bytes say; `undefined` = eight-bit text, to be tried as UTF-8. */
export function encodingByBytes(head: Uint8Array): FoundEncoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', by: 'mark' };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', by: 'mark' };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', by: 'mark' };
  const utf16 = utf16ByZeros(head);
  return utf16 === undefined ? undefined : { encoding: utf16, by: 'zeros' };
}

/** Every separator, digit and line end of UTF-16 has a zero byte, always on the same side. */
function utf16ByZeros(head: Uint8Array): string | undefined {
  const even = head.length - (head.length % 2);
  if (even < 4) return undefined;
  let first = 0;
  let second = 0;
  for (let index = 0; index < even; index += 2) {
    if (head[index] === 0) first += 1;
    if (head[index + 1] === 0) second += 1;
  }
  const most = Math.max(first, second);
  if (most < even / 40 || Math.min(first, second) > most / 100) return undefined;
  const encoding = first > second ? 'utf-16be' : 'utf-16le';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(head.subarray(0, even - 2));
    // Binary numbers have zeros on one side too, but hardly ever read as lines of text.
    return /[\r\n,;\t|]/.test(text) && !/[^\P{Cc}\t\r\n\f\v]/u.test(text) ? encoding : undefined;
  } catch {
    return undefined;
  }
}

/** Letters per sequence in well-formed and in broken UTF-8 of a piece of a file. */
function utf8Balance(bytes: Uint8Array): { readonly whole: number; readonly broken: number } {
  let whole = 0;
  let broken = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    const more =
      byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xc2 && byte < 0xe0 ? 1 : 0;
    const tail = bytes.subarray(index + 1, index + 1 + more);
    if (more > 0 && tail.length === more && tail.every((next) => (next & 0xc0) === 0x80)) {
      whole += 1;
      index += more;
    } else broken += 1;
  }
  return { whole, broken };
}

const sampleBytes = 65_536;

/** Decides for text that is not valid UTF-8, from the piece of the file where that showed. */
export function encodingOfOldText(piece: Uint8Array): FoundEncoding {
  const { whole, broken } = utf8Balance(piece);
  // A file of good UTF-8 with a few damaged letters is no reason to misread all the others.
  if (whole >= 10 * broken) return { encoding: 'utf-8', by: 'damaged' };
  const sample = lettersOf(piece);
  const accents = areAccents(sample);
  const candidates = analyse(sample).flatMap(({ name, confidence }) => {
    const encoding = decoderLabel(name);
    if (encoding === undefined || !decodes(sample, encoding)) return [];
    return accents && !latin.has(encoding) ? [] : [{ encoding, confidence }];
  });
  const [best] = candidates;
  const western = candidates.find(({ encoding }) => encoding === 'windows-1252');
  // Few accents tell the tables of Western and Central Europe apart badly: the common one wins unless clearly beaten.
  const close = best && western && best.confidence - western.confidence < 10 && latin.has(best.encoding);
  return { encoding: !best || close === true ? 'windows-1252' : best.encoding, by: 'guess' };
}

/** Encodings of Latin letters, where only some letters of a word lie beyond ASCII. */
const latin = new Set(['windows-1252', 'windows-1250', 'iso-8859-2', 'windows-1254', 'macintosh']);

/**
 * Whether the letters beyond ASCII stand mostly alone, as accents do. In Cyrillic, Greek or Chinese words
 * the next one is at most two bytes away.
 */
function areAccents(sample: Uint8Array): boolean {
  let all = 0;
  let near = 0;
  let last = -10;
  sample.forEach((byte, index) => {
    if (byte < 0x80) return;
    all += 1;
    if (index - last <= 2) near += 1;
    last = index;
  });
  return near < all * 0.4;
}

function decodes(sample: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The lines that hold letters beyond ASCII, up to the size of a sample: the rest says nothing. */
function lettersOf(piece: Uint8Array): Uint8Array {
  const sample = new Uint8Array(sampleBytes);
  let filled = 0;
  let start = 0;
  while (start < piece.length && filled < sampleBytes) {
    const newline = piece.indexOf(0x0a, start);
    const end = newline < 0 ? piece.length : newline + 1;
    const line = piece.subarray(start, Math.min(end, start + sampleBytes - filled));
    if (line.some((byte) => byte >= 0x80)) {
      sample.set(line, filled);
      filled += line.length;
    }
    start = end;
  }
  return sample.subarray(0, filled);
}

const known = new Set(knownEncodings.map(([label]) => label));

/** Only what TextDecoder reads and people meet; Latin-1 is its superset Windows-1252 there. */
function decoderLabel(name: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(name);
    return known.has(encoding) && !encoding.startsWith('utf') ? encoding : undefined;
  } catch {
    return undefined;
  }
}
