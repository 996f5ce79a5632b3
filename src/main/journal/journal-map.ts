import { join } from 'node:path';
import { errnoOf } from '../io-error.ts';
import { listJournalFiles, type JournalFile } from './journal-files.ts';
import { readLine, type FileHeader } from './line-format.ts';
import { readLines } from './read-lines.ts';

/** A journal file with what its first line says. */
export interface MappedFile extends JournalFile {
  readonly path: string;
  /** `null` when the first line does not prove itself: then the next good one, or the name, has to do. */
  readonly header: FileHeader | null;
  readonly generation: number;
  /** Number of the change set before the first of the file. */
  readonly after: number;
}

/**
 * The journal's files in reading order, by what they hold, for names may have been exchanged. Files of
 * another workspace are left out; `journal.verify` tells them.
 */
export async function mapJournal(folder: string, workspaceId: string): Promise<MappedFile[]> {
  const mapped: MappedFile[] = [];
  for (const file of await listJournalFiles(folder)) {
    const path = join(folder, file.name);
    const found = await beginningOf(path);
    const header = found?.header;
    if (header === undefined || (header !== null && header.workspaceId !== workspaceId)) continue;
    mapped.push({
      ...file,
      path,
      header,
      generation: header?.generation ?? file.generation,
      after: found?.after ?? file.first - 1,
    });
  }
  return mapped.sort((a, b) => a.generation - b.generation || a.after - b.after);
}

interface Beginning {
  readonly header: FileHeader | null;
  /** Number before the first change set, by its first good line; undefined when it has none. */
  readonly after: number | undefined;
}

/** @returns undefined when the file is gone */
async function beginningOf(path: string): Promise<Beginning | undefined> {
  try {
    for await (const line of readLines(path)) {
      const read = line.whole ? readLine(line.bytes) : undefined;
      if (read?.kind === 'header' && line.start === 0)
        return { header: read.header, after: read.header.after };
      if (read?.kind === 'entry') return { header: null, after: read.entry.n - 1 };
    }
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  return { header: null, after: undefined };
}

/**
 * The last change set of each file that counts: a file of a newer generation supersedes older lines with a
 * number above its `after`.
 */
export function lastNumbers(files: readonly MappedFile[]): number[] {
  return files.map((file) =>
    Math.min(
      Infinity,
      ...files.filter(({ generation }) => generation > file.generation).map(({ after }) => after),
    ),
  );
}
