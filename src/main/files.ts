import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { errnoOf } from './io-error.ts';

/** Only the user may read what the host writes. */
export const privateFileMode = 0o600;
export const privateDirectoryMode = 0o700;

export const makePrivateDirectory = async (path: string): Promise<void> => {
  await mkdir(path, { recursive: true, mode: privateDirectoryMode });
};

/**
 * Makes a new or renamed directory entry survive a power cut. Windows has no such call and needs none.
 */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Replaces a file as a whole: temporary file, fsync, rename, fsync of the directory. */
export async function writeFileSynced(path: string, text: string): Promise<void> {
  await writeFileAtomic(path, text, { mode: privateFileMode });
  await syncDirectory(dirname(path));
}

/** @returns undefined when there is no such file */
export async function readTextIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** @returns undefined when the text is no JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
