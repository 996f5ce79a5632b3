import { readdir } from 'node:fs/promises';
import { errnoOf } from '../io-error.ts';

const pattern = /^journal-(\d{6,})-(\d{12,})\.ndjson$/;

export interface JournalFile {
  readonly name: string;
  readonly generation: number;
  /** Number of the first change set in it. */
  readonly first: number;
}

/** Names sort by generation, then by first number. */
export const journalFileName = (generation: number, first: number): string =>
  `journal-${String(generation).padStart(6, '0')}-${String(first).padStart(12, '0')}.ndjson`;

/** The journal's files, oldest first; what was set aside (`.torn`) is not among them. */
export async function listJournalFiles(folder: string): Promise<JournalFile[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
  return names
    .flatMap((name) => {
      const match = pattern.exec(name);
      return match === null ? [] : [{ name, generation: Number(match[1]), first: Number(match[2]) }];
    })
    .sort((a, b) => a.generation - b.generation || a.first - b.first);
}
