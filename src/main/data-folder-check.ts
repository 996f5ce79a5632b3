import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makePrivateDirectory, privateFileMode } from './files.ts';
import { errnoOf } from './io-error.ts';

/** Writes a file into a folder, syncs it and removes it again. */
export type ProbeFolder = (folder: string) => Promise<void>;

const probeFolder: ProbeFolder = async (folder) => {
  await makePrivateDirectory(folder);
  const path = join(folder, `.probe-${randomUUID()}`);
  const file = await open(path, 'wx', privateFileMode);
  try {
    await file.writeFile('Groundwork');
    await file.sync();
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
};

/**
 * Whether the data folder can be written, found out before anything else is opened: without it no edit
 * could be kept twice.
 * @returns what is wrong and how to mend it, in words for a person; undefined when all is well
 */
export async function dataFolderProblem(
  folder: string,
  probe: ProbeFolder = probeFolder,
): Promise<string | undefined> {
  try {
    await probe(folder);
    return undefined;
  } catch (error) {
    return whyNotWritable(folder, error);
  }
}

/** A failed write to the data folder in words for a person. */
export const whyNotWritable = (folder: string, error: unknown): string =>
  `Groundwork cannot write to its data folder, ${folder}. ${reasons[errnoOf(error) ?? ''] ?? 'The system does not allow it.'} Nothing was changed.`;

const another = 'or start Groundwork with --data-dir and another folder.';
const notYours = `Your user may not write there: make the folder writable for your user, ${another}`;
const full = 'The disk is full: free some space and start Groundwork again.';
const inTheWay = `A file stands where a folder is needed: move it away, ${another}`;
const reasons: Readonly<Record<string, string>> = {
  EROFS: `It lies on a disk that can only be read: make it writable, ${another}`,
  EACCES: notYours,
  EPERM: notYours,
  ENOSPC: full,
  EDQUOT: full,
  ENOTDIR: inTheWay,
  EEXIST: inTheWay,
  ENOENT: `The disk or folder it should lie on is not there: connect it, ${another}`,
  EIO: `The disk reports an error: check it, ${another}`,
};
