import { open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { privateFileMode, syncDirectory } from '../files.ts';

/** A journal file open for appending. A port, so that a test can record the order and fail single steps. */
export interface AppendFile {
  readonly append: (text: string) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly truncate: (bytes: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface AppendFiles {
  /** Opens a file that is there. */
  readonly reopen: (path: string) => Promise<AppendFile>;
  /** Makes a file with its first text, synced together with its directory entry; all or nothing. */
  readonly create: (path: string, text: string) => Promise<AppendFile>;
}

const wrap = (handle: Awaited<ReturnType<typeof open>>): AppendFile => ({
  append: async (text) => {
    await handle.appendFile(text);
  },
  sync: () => handle.sync(),
  truncate: (bytes) => handle.truncate(bytes),
  close: () => handle.close(),
});

export const appendFiles: AppendFiles = {
  reopen: async (path) => wrap(await open(path, 'a', privateFileMode)),
  create: async (path, text) => {
    const handle = await open(path, 'ax', privateFileMode);
    try {
      await handle.appendFile(text);
      await handle.sync();
      await syncDirectory(dirname(path));
    } catch (error) {
      await handle.close();
      await unlink(path);
      throw error;
    }
    return wrap(handle);
  },
};
