import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { HostError, HostResponse } from '../../shared/host/contract.ts';
import type { CallContext } from '../../shared/host/handlers.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { listJournalFiles, type JournalFile } from './journal-files.ts';
import { readLine, type FileHeader } from './line-format.ts';
import type { Tail } from './open-tail.ts';
import { readLines } from './read-lines.ts';
import { place, type Sequence } from './sequence.ts';

type Report = HostResponse<'journal.verify'>;

/** A list of ten thousand problems helps nobody. */
const mostProblems = 1000;
const tellEveryBytes = 1_000_000;

/**
 * Reads the whole journal: every checksum, every header, every number. Lines appended after `tail` was
 * taken are not looked at.
 */
export async function verifyJournal(
  journal: { readonly folder: string; readonly workspaceId: string; readonly tail: Tail | null },
  context: CallContext,
): Promise<Result<Report, HostError>> {
  const files = await filesUpTo(journal.folder, journal.tail);
  const of = files.reduce((sum, file) => sum + file.bytes, 0);
  const problems: Report['problems'] = [];
  let lines = 0;
  let done = 0;
  let told = 0;
  let sequence: Sequence = { through: 0, packs: [] };
  let last: FileHeader | undefined;

  context.onProgress({ done: 0, of });
  for (const file of files) {
    let number = 0;
    const report = (what: string): void => {
      if (problems.length < mostProblems) problems.push({ file: file.name, line: number, what });
    };
    for await (const line of readLines(join(journal.folder, file.name), file.bytes)) {
      if (context.signal.aborted) return err(cancelled);
      number += 1;
      const read = line.whole ? readLine(line.bytes) : cutOffLine;
      if (read.kind === 'bad') report(read.what);
      else if (read.kind === 'header') {
        const wrong = wrongHeader(read.header, last, sequence, file, journal.workspaceId, number);
        if (wrong !== undefined) report(wrong);
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

async function filesUpTo(
  folder: string,
  tail: Tail | null,
): Promise<readonly (JournalFile & { bytes: number })[]> {
  if (tail === null) return [];
  const files: (JournalFile & { bytes: number })[] = [];
  for (const file of await listJournalFiles(folder)) {
    const isTail = file.name === basename(tail.path);
    const bytes = isTail ? tail.bytes : (await stat(join(folder, file.name))).size;
    files.push({ ...file, bytes });
    if (isTail) break;
  }
  return files;
}

function wrongHeader(
  header: FileHeader,
  before: FileHeader | undefined,
  sequence: Sequence,
  file: JournalFile,
  workspaceId: string,
  line: number,
): string | undefined {
  if (line !== 1) return 'A file header stands inside the file.';
  if (header.workspaceId !== workspaceId) return 'The file belongs to another workspace.';
  if (header.generation !== file.generation || header.after + 1 !== file.first) {
    return "The file's name does not match its first line.";
  }
  if (before === undefined) return undefined;
  if (header.storeId !== before.storeId) return 'The file belongs to another store.';
  const follows =
    header.generation === before.generation
      ? header.after === sequence.through
      : header.after <= sequence.through;
  return follows
    ? undefined
    : `The file goes on after change ${header.after}, the one before it ended at ${sequence.through}.`;
}
