import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../io-error.ts';

/** Ending of a file that is being written. */
export const draftEnding = '.draft';

/** Removes what a crash left half-written. @returns how many there were */
export async function sweepDrafts(folder: string): Promise<number> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  });
  const drafts = names.filter((name) => name.endsWith(draftEnding));
  for (const name of drafts) await rm(join(folder, name), { force: true });
  return drafts.length;
}
