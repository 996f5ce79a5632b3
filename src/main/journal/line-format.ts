import { z } from 'zod';
import { parseJson } from '../files.ts';
import { seal, unseal } from '../sealed-line.ts';

/*
 * The lines of a journal file (docs/formats/journal.md). The body of an entry is the page's own JSON, byte
 * for byte.
 */
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

const entryHead = /^"n":(\d{1,15}),(?:"pack":(\d{1,9}),)?"body":/;

export type ReadLine =
  | { readonly kind: 'header'; readonly header: FileHeader }
  /** `body`: the page's JSON text, UTF-8. */
  | { readonly kind: 'entry'; readonly entry: Entry; readonly body: Buffer }
  | { readonly kind: 'bad'; readonly what: string };

/** Reads a line without its line break. */
export function readLine(bytes: Buffer): ReadLine {
  const line = unseal(bytes);
  if (line.kind === 'bad') return line;
  const { rest, sum } = line;
  const head = entryHead.exec(rest.toString('latin1', 0, 60));
  if (head !== null) {
    return {
      kind: 'entry',
      entry: { n: Number(head[1]), pack: head[2] === undefined ? undefined : Number(head[2]), sum },
      body: rest.subarray(head[0].length, -1),
    };
  }
  const header = fileHeader.safeParse(parseJson(`{${rest.toString('utf8')}`));
  return header.success
    ? { kind: 'header', header: header.data }
    : { kind: 'bad', what: 'The line is of no kind this version knows.' };
}
