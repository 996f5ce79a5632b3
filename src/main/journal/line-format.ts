import { createHash } from 'node:crypto';
import { z } from 'zod';
import { parseJson } from '../files.ts';

/**
 * One line of a journal file (docs/formats/journal.md):
 *
 *     {"sha256":"<64 hex>",<rest>}
 *
 * The checksum covers every byte after its own comma up to the end of the line, so a line proves itself
 * without being parsed. The body is the page's own JSON, byte for byte.
 */
const sumStart = '{"sha256":"';
const sumEnd = '",';
const restStart = sumStart.length + 64 + sumEnd.length;

const sumOf = (rest: Buffer | string): string => createHash('sha256').update(rest).digest('hex');

const seal = (rest: string): { text: string; sum: string } => {
  const sum = sumOf(rest);
  return { text: `${sumStart}${sum}${sumEnd}${rest}`, sum };
};

/** First line of every file. */
const fileHeader = z.object({
  journal: z.literal(1),
  workspaceId: z.uuid(),
  storeId: z.uuid(),
  generation: z.int().positive(),
  /** Number of the change set before the first of this file. */
  after: z.int().nonnegative(),
});
export type FileHeader = z.infer<typeof fileHeader>;

export const headerText = (header: FileHeader): string => `${seal(JSON.stringify(header).slice(1)).text}\n`;

export interface Entry {
  readonly n: number;
  /** undefined on the change set itself, which commits the packs before it. */
  readonly pack: number | undefined;
  readonly sum: string;
}

/** The line's text with its line break, and its checksum. */
export function entryText(line: { n: number; pack?: number | undefined; body: string }): {
  text: string;
  sum: string;
} {
  const pack = line.pack === undefined ? '' : `"pack":${line.pack},`;
  const { text, sum } = seal(`"n":${line.n},${pack}"body":${line.body}}`);
  return { text: `${text}\n`, sum };
}

/**
 * Whether a body can stand in a line as it is. The host does not parse it; it keeps out what would break
 * the file's lines.
 */
export const bodyFits = (body: string): boolean =>
  /^[{[]/.test(body) && /[}\]]$/.test(body) && !/[\r\n]/.test(body);

const entryHead = /^"n":(\d{1,15}),(?:"pack":(\d{1,9}),)?"body":/;

export type ReadLine =
  | { readonly kind: 'header'; readonly header: FileHeader }
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'bad'; readonly what: string };

/** Reads a line without its line break. */
export function readLine(bytes: Buffer): ReadLine {
  if (
    bytes.length <= restStart ||
    bytes.toString('latin1', 0, sumStart.length) !== sumStart ||
    bytes.toString('latin1', restStart - sumEnd.length, restStart) !== sumEnd
  ) {
    return { kind: 'bad', what: 'The line is cut off or is no journal line.' };
  }
  const sum = bytes.toString('latin1', sumStart.length, sumStart.length + 64);
  const rest = bytes.subarray(restStart);
  if (sumOf(rest) !== sum) return { kind: 'bad', what: 'The checksum does not match the line.' };
  const head = entryHead.exec(rest.toString('latin1', 0, 60));
  if (head !== null) {
    return {
      kind: 'entry',
      entry: { n: Number(head[1]), pack: head[2] === undefined ? undefined : Number(head[2]), sum },
    };
  }
  const header = fileHeader.safeParse(parseJson(`{${rest.toString('utf8')}`));
  return header.success
    ? { kind: 'header', header: header.data }
    : { kind: 'bad', what: 'The line is of no kind this version knows.' };
}
