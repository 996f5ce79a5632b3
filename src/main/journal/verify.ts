import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { HostError, HostResponse } from '../../shared/host/contract.ts';
import type { CallContext } from '../../shared/host/handlers.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { errnoOf } from '../io-error.ts';
import { listJournalFiles, type JournalFile } from './journal-files.ts';
import { readLine, type FileHeader } from './line-format.ts';
import type { Tail } from './open-tail.ts';
import { readLines, type RawLine } from './read-lines.ts';
import { place, type Sequence } from './sequence.ts';

type Report = HostResponse<'journal.verify'>;

/** A list of ten thousand problems helps nobody. */
const mostProblems = 1000;
const tellEveryBytes = 1_000_000;

/** A journal as it stood at one moment. */
export interface JournalSnapshot {
  readonly folder: string;
  readonly workspaceId: string;
  /** In the order of their names; lines appended later are not looked at. */
  readonly files: readonly (JournalFile & { readonly bytes: number })[];
  /** Number of the last change set that whole backups of a store hold. */
  readonly covered: (store: { storeId: string; generation: number }) => Promise<number>;
}

/** The journal's files and how far they are written; to be called while nothing is appended. */
export async function snapshotFiles(folder: string, tail: Tail | null): Promise<JournalSnapshot['files']> {
  const files: (JournalFile & { bytes: number })[] = [];
  for (const file of await listJournalFiles(folder)) {
    const isTail = tail !== null && file.name === basename(tail.path);
    files.push({ ...file, bytes: isTail ? tail.bytes : (await stat(join(folder, file.name))).size });
  }
  return files;
}

/** Reads the whole journal: every checksum, every header, every number. */
export async function verifyJournal(
  { folder, files, workspaceId, covered }: JournalSnapshot,
  context: CallContext,
): Promise<Result<Report, HostError>> {
  const of = files.reduce((sum, file) => sum + file.bytes, 0);
  const problems: Report['problems'] = [];
  let lines = 0;
  let done = 0;
  let told = 0;
  let sequence: Sequence = { through: 0, packs: [] };
  let last: FileHeader | undefined;
  let isPruned = false;

  context.onProgress({ done: 0, of });
  for (const file of files) {
    let number = 0;
    const report = (what: string): void => {
      if (problems.length < mostProblems) problems.push({ file: file.name, line: number, what });
    };
    for await (const line of linesStillThere(join(folder, file.name), file.bytes)) {
      if (line === undefined) {
        // Let go meanwhile, because backups hold it: what follows has nothing to be compared with.
        last = undefined;
        isPruned = true;
        break;
      }
      if (context.signal.aborted) return err(cancelled);
      number += 1;
      const read = line.whole ? readLine(line.bytes) : cutOffLine;
      if (read.kind === 'bad') report(read.what);
      else if (read.kind === 'header') {
        const wrong =
          number === 1
            ? wrongHeader(read.header, last, file, workspaceId)
            : 'A file header stands inside the file.';
        if (wrong !== undefined) report(wrong);
        else if (!isPruned) {
          const hole = await holeBefore(read.header, last, sequence.through, covered);
          if (hole !== undefined) report(hole);
        }
        isPruned = false;
        last = read.header;
        sequence = { through: read.header.after, packs: [] };
      } else {
        lines += 1;
        const placed = place(sequence, read.entry);
        if (placed.kind === 'append') sequence = placed.next;
        else if (placed.kind === 'gap') {
          report(
            read.entry.n === placed.expected
              ? `Part ${placed.expectedPack + 1} of change ${placed.expected} is missing.`
              : `Change ${read.entry.n} stands where change ${placed.expected} was expected.`,
          );
          sequence = { through: read.entry.pack === undefined ? read.entry.n : read.entry.n - 1, packs: [] };
        }
      }
      done += line.end - line.start;
      if (done - told >= tellEveryBytes) {
        told = done;
        context.onProgress({ done, of });
      }
    }
  }
  if (context.signal.aborted) return err(cancelled);
  context.onProgress({ done: of, of });
  return ok({ lines, through: sequence.through, bytes: of, problems });
}

const cutOffLine = { kind: 'bad', what: 'The line is cut off.' } as const;

const cancelled: HostError = { code: 'cancelled', message: 'Checking the journal was stopped.' };

/** Ends with undefined when the file is gone. */
async function* linesStillThere(path: string, bytes: number): AsyncGenerator<RawLine | undefined> {
  try {
    yield* readLines(path, bytes);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    yield undefined;
  }
}

function wrongHeader(
  header: FileHeader,
  before: FileHeader | undefined,
  file: JournalFile,
  workspaceId: string,
): string | undefined {
  if (header.workspaceId !== workspaceId) return 'The file belongs to another workspace.';
  if (header.generation !== file.generation || header.after + 1 !== file.first) {
    return "The file's name does not match its first line.";
  }
  return before !== undefined && header.storeId !== before.storeId
    ? 'The file belongs to another store.'
    : undefined;
}

/** The first file, and the first one of a newer generation, may begin where whole backups reach. */
async function holeBefore(
  header: FileHeader,
  before: FileHeader | undefined,
  through: number,
  covered: JournalSnapshot['covered'],
): Promise<string | undefined> {
  const { after } = header;
  if (before?.generation === header.generation) {
    return after === through
      ? undefined
      : `The file goes on after change ${after}, the one before it ended at ${through}.`;
  }
  if (after <= through || after <= (await covered(header))) return undefined;
  return before === undefined
    ? `The journal begins after change ${after}, and no whole backup holds what was before.`
    : `The file goes on after change ${after}, the one before it ended at ${through}, and no whole backup holds what is between.`;
}
