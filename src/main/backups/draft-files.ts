import { open, rename, rm } from 'node:fs/promises';
import { privateFileMode, syncDirectory } from '../files.ts';

/** A file that is being written. A port, so that a test can fail single steps. */
export interface DraftFile {
  readonly append: (bytes: Buffer) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** How a file comes to be as a whole: written beside its place, synced, renamed, folder synced. */
export interface DraftFiles {
  readonly create: (path: string) => Promise<DraftFile>;
  /** Gives the draft its name, for good when it answers. */
  readonly publish: (draft: string, path: string, folder: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
}

export const draftFiles: DraftFiles = {
  create: async (path) => {
    const handle = await open(path, 'wx', privateFileMode);
    return {
      append: async (bytes) => {
        await handle.appendFile(bytes);
      },
      sync: () => handle.sync(),
      close: () => handle.close(),
    };
  },
  publish: async (draft, path, folder) => {
    await rename(draft, path);
    await syncDirectory(folder);
  },
  remove: (path) => rm(path, { force: true }),
};
