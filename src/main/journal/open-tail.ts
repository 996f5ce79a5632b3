import { open, rename, stat } from 'node:fs/promises';
import { privateFileMode, syncDirectory } from '../files.ts';
import { mapJournal, type MappedFile } from './journal-map.ts';
import { readLine, type FileHeader } from './line-format.ts';
import { readLines } from './read-lines.ts';
import { place, type Sequence } from './sequence.ts';

/** The end of a journal: where the next line goes. */
export interface Tail {
  readonly path: string;
  readonly header: FileHeader;
  readonly bytes: number;
  readonly sequence: Sequence;
  /** Checksums of the committed change sets in this file, by number. */
  readonly sums: ReadonlyMap<number, string>;
}

export interface OpenedTail {
  /** `null` when there is no journal yet. */
  readonly tail: Tail | null;
  /** Side files that hold what was cut off. */
  readonly setAside: readonly string[];
  /** Lines before the last good one that do not prove themselves; `journal.verify` tells them all. */
  readonly badLines: number;
}

/** What is known of the journal beside its files, for one whose first line is damaged. */
interface Surroundings {
  readonly workspaceId: string;
  /** From the sentinel. */
  readonly storeId: string | undefined;
}

/**
 * Reads the newest file. What follows its last good line was torn by a crash: it is moved to a `.torn` file
 * beside it, never dropped. A file without one good line is set aside as a whole.
 */
export async function openTail(folder: string, known: Surroundings): Promise<OpenedTail> {
  const files = await mapJournal(folder, known.workspaceId);
  const setAside: string[] = [];
  for (const [index, file] of [...files.entries()].toReversed()) {
    const read = await readTail(file, files[index - 1]?.header?.storeId ?? known.storeId, known.workspaceId);
    if (read === null) {
      setAside.push(await setFileAside(file.path, folder));
      continue;
    }
    if (read.size > read.tail.bytes) setAside.push(await cutOff(file.path, folder, read.tail.bytes));
    return { tail: read.tail, setAside, badLines: read.badLines };
  }
  return { tail: null, setAside, badLines: 0 };
}

/** @returns where the file lies from now on */
export async function setFileAside(path: string, folder: string): Promise<string> {
  const aside = await freeName(`${path}.torn`);
  await rename(path, aside);
  await syncDirectory(folder);
  return aside;
}

/** @param storeId whose lines they are when the first line cannot tell */
async function readTail(
  file: MappedFile,
  storeId: string | undefined,
  workspaceId: string,
): Promise<{ tail: Tail; size: number; badLines: number } | null> {
  const { path, generation, after } = file;
  const header =
    file.header ?? (storeId === undefined ? null : { journal: 1, workspaceId, storeId, generation, after });
  if (header === null) return null;
  let sequence: Sequence = { through: after, packs: [] };
  const sums = new Map<number, string>();
  let bytes = 0;
  let bad = 0;
  let badBeforeGood = 0;
  for await (const line of readLines(path)) {
    const read = line.whole ? readLine(line.bytes) : ({ kind: 'bad' } as const);
    if (read.kind === 'bad') {
      bad += 1;
      continue;
    }
    bytes = line.end;
    badBeforeGood = bad;
    if (read.kind === 'header') continue;
    const placed = place(sequence, read.entry);
    if (placed.kind === 'append') sequence = placed.next;
    // Behind a bad line the numbers go on: the hole stays visible to journal.verify.
    else if (placed.kind === 'gap') sequence = afterHole(read.entry.n, read.entry.pack, read.entry.sum);
    if (read.entry.pack === undefined) sums.set(read.entry.n, read.entry.sum);
  }
  if (bytes === 0) return null;
  const { size } = await stat(path);
  return { tail: { path, header, bytes, sequence, sums }, size, badLines: badBeforeGood };
}

const afterHole = (n: number, pack: number | undefined, sum: string): Sequence =>
  pack === undefined ? { through: n, packs: [] } : { through: n - 1, packs: pack === 0 ? [sum] : [] };

/** Copies the file's end into a side file, syncs it, and only then shortens the file. */
async function cutOff(path: string, folder: string, keep: number): Promise<string> {
  const aside = await freeName(`${path}.torn`);
  const source = await open(path, 'r+');
  try {
    const target = await open(aside, 'wx', privateFileMode);
    try {
      const stream = source.createReadStream({ start: keep, autoClose: false });
      for await (const chunk of stream as AsyncIterable<Buffer>) await target.writeFile(chunk);
      await target.sync();
    } finally {
      await target.close();
    }
    await syncDirectory(folder);
    await source.truncate(keep);
    await source.sync();
  } finally {
    await source.close();
  }
  return aside;
}

async function freeName(base: string): Promise<string> {
  for (let number = 0; ; number += 1) {
    const name = number === 0 ? base : `${base}.${number}`;
    const taken = await stat(name).then(
      () => true,
      () => false,
    );
    if (!taken) return name;
  }
}
