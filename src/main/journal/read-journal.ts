import { open } from 'node:fs/promises';
import { z } from 'zod';
import type { HostResponse, JournalLine } from '../../shared/host/contract.ts';
import { parseJson } from '../files.ts';
import { lastNumbers, mapJournal, type MappedFile } from './journal-map.ts';
import { readLine } from './line-format.ts';
import type { Tail } from './open-tail.ts';
import { readLastLine, readLines } from './read-lines.ts';

type Page = HostResponse<'journal.read'>;

/** A line as it is, or where a pack's line lies in its file: packs are many and large. */
type GroupLine = JournalLine | { readonly start: number; readonly end: number };

/** A committed change set: its packs in order, then its own line. None of them when it is damaged. */
interface Group {
  readonly n: number;
  readonly lines: readonly GroupLine[];
  /** Position of its first line: where reading goes on when a page ends inside the group. */
  readonly start: number;
  readonly end: number;
}

/**
 * Reads committed change sets back, page by page, after the rules of docs/formats/journal.md. A page may
 * end between the packs of a large change set; those it read are certain to be committed.
 */
export interface JournalReader {
  readonly read: (
    journal: { readonly folder: string; readonly workspaceId: string; readonly tail: Tail | null },
    request: {
      readonly after: number;
      readonly cursor?: string | undefined;
      readonly maxCharacters: number;
    },
  ) => Promise<Page>;
}

interface Cursor {
  readonly file: string;
  readonly offset: number;
  /** The last change set that was handed out whole or told as missing. */
  readonly last: number;
  /** Lines of the change set at `offset` that were handed out. */
  readonly line: number;
}

const cursorPattern = /^([a-z0-9.-]{1,80}):(\d{1,15}):(\d{1,15}):(\d{1,9})$/;
const writeCursor = ({ file, offset, last, line }: Cursor): string => `${file}:${offset}:${last}:${line}`;

/** @returns undefined for text that no page ever got: reading begins anew, nothing is told twice */
function readCursor(text: string | undefined): Cursor | undefined {
  const [, file, offset, last, line] = cursorPattern.exec(text ?? '') ?? [];
  return file === undefined
    ? undefined
    : { file, offset: Number(offset), last: Number(last), line: Number(line) };
}

export function createJournalReader(): JournalReader {
  /** The large change set that the last page ended in: finding its packs means reading all of it. */
  let unfinished: { readonly file: string; readonly group: Group } | undefined;

  return {
    read: async ({ folder, workspaceId, tail }, { after, cursor, maxCharacters }) => {
      const files = tail === null ? [] : await mapJournal(folder, workspaceId);
      const ends = lastNumbers(files);
      const from = readCursor(cursor);
      const startAt = Math.max(
        0,
        files.findIndex(({ name }) => name === from?.file),
      );
      const lines: JournalLine[] = [];
      const missing: Page['missing'] = [];
      let last = from?.last ?? after;
      let characters = 0;

      for (const [index, file] of files.entries()) {
        const end = ends[index] ?? Infinity;
        const next = files[index + 1];
        const isReadOrSuperseded = (next !== undefined && next.after <= last) || file.after >= end;
        if (index < startAt || isReadOrSuperseded) continue;
        if (file.after > last) {
          missing.push({ from: last + 1, to: file.after });
          last = file.after;
        }
        const resumed = file.name === from?.file ? from : undefined;
        const bytes = file.path === tail?.path ? tail.bytes : Infinity;
        const known =
          unfinished?.file === file.name && unfinished.group.start === resumed?.offset
            ? unfinished.group
            : undefined;
        for await (const found of groupsOf(file, { from: resumed?.offset ?? 0, bytes, known })) {
          if (found.n > end) break;
          if (found.n <= last) continue;
          const done = found.start === resumed?.offset ? resumed.line : 0;
          if (done === 0 && found.n > last + 1) missing.push({ from: last + 1, to: found.n - 1 });
          if (found.lines.length === 0) {
            missing.push({ from: found.n, to: found.n });
          } else {
            for (const [at, held] of found.lines.entries()) {
              if (at < done) continue;
              const line = 'body' in held ? held : await readPack(file.path, held);
              if (lines.length > 0 && characters + line.body.length > maxCharacters) {
                unfinished = { file: file.name, group: found };
                // Holes before the change set were told already: `last` goes on from them.
                const place = { file: file.name, offset: found.start, last: found.n - 1, line: at };
                return { lines, next: writeCursor(place), missing: joined(missing) };
              }
              lines.push(line);
              characters += line.body.length;
            }
          }
          last = found.n;
        }
      }
      unfinished = undefined;
      return { lines, next: null, missing: joined(missing) };
    },
  };
}

const packCount = z.object({ packs: z.int().nonnegative().optional() });

/**
 * The change sets of a file that were committed. One whose packs are not all there, or whose own line is no
 * JSON, comes without lines.
 */
async function* groupsOf(
  file: MappedFile,
  options: { readonly from: number; readonly bytes: number; readonly known: Group | undefined },
): AsyncGenerator<Group> {
  let from = options.from;
  if (options.known !== undefined) {
    yield options.known;
    from = options.known.end;
  }
  let n: number | undefined;
  let start = from;
  let packs: ({ start: number; end: number } | undefined)[] = [];
  for await (const line of readLines(file.path, options.bytes, from)) {
    const read = line.whole ? readLine(line.bytes) : undefined;
    if (read?.kind !== 'entry') continue;
    const { entry } = read;
    if (entry.n !== n) {
      n = entry.n;
      start = line.start;
      packs = [];
    }
    if (entry.pack !== undefined) {
      packs.length = Math.min(packs.length, entry.pack);
      packs[entry.pack] = { start: line.start, end: line.end };
      continue;
    }
    const body = packCount.safeParse(parseJson(read.body.toString('utf8')));
    const wanted = body.success ? packs.slice(0, body.data.packs ?? 0) : [];
    const isWhole = body.success && wanted.length === (body.data.packs ?? 0) && !wanted.includes(undefined);
    yield {
      n,
      start,
      end: line.end,
      lines: isWhole
        ? [...wanted.filter((pack) => pack !== undefined), { n, body: read.body.toString('utf8') }]
        : [],
    };
    n = undefined;
    packs = [];
  }
}

async function readPack(
  path: string,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<JournalLine> {
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(end - start - 1);
    await file.read(bytes, 0, bytes.length, start);
    const read = readLine(bytes);
    if (read.kind !== 'entry') throw new Error('A journal line changed while it was read.');
    const { n, pack } = read.entry;
    return { n, ...(pack === undefined ? {} : { pack }), body: read.body.toString('utf8') };
  } finally {
    await file.close();
  }
}

/** Neighbouring holes as one. */
function joined(holes: Page['missing']): Page['missing'] {
  const all: Page['missing'] = [];
  for (const hole of holes) {
    const before = all.at(-1);
    if (before?.to === hole.from - 1) before.to = hole.to;
    else all.push({ ...hole });
  }
  return all;
}

/** Checksum of the line that commits change set `n`; `null` when the journal does not have it. */
export async function sumOfChangeSet(
  journal: { readonly folder: string; readonly workspaceId: string; readonly tail: Tail | null },
  n: number,
): Promise<string | null> {
  const { tail } = journal;
  if (tail === null) return null;
  const inTail = tail.sums.get(n);
  if (inTail !== undefined) return inTail;
  const files = await mapJournal(journal.folder, journal.workspaceId);
  const ends = lastNumbers(files);
  const holding = files.findLast((file, index) => file.after < n && n <= (ends[index] ?? Infinity));
  if (holding === undefined) return null;
  // Every start asks for the last change set; after a large import it ends a file of tens of megabytes.
  const last = await readLastLine(holding.path);
  const atEnd = last === null ? undefined : readLine(last);
  if (atEnd?.kind === 'entry' && atEnd.entry.n === n && atEnd.entry.pack === undefined) {
    return atEnd.entry.sum;
  }
  const bytes = holding.path === tail.path ? tail.bytes : Infinity;
  let sum: string | null = null;
  for await (const line of readLines(holding.path, bytes)) {
    const read = line.whole ? readLine(line.bytes) : undefined;
    if (read?.kind === 'entry' && read.entry.n === n && read.entry.pack === undefined) {
      sum ??= read.entry.sum;
    }
  }
  return sum;
}
