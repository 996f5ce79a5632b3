import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { restoredFrom } from '../store/backup-comparison.ts';
import { backupFiles } from '../store/workspace-files.ts';
import { bookOf } from './coming-back.ts';
import type { Book } from './ledger.ts';

/**
 * Restores every backup that a run left into an empty profile each, and compares: with the file as its format
 * says, and with the outside ledger where a person made the backup.
 * @param folder whose `data` the host kept; nothing runs on it any more
 * @returns how many there were
 */
export async function restoreAll(
  folder: string,
  known: ReadonlyMap<string, Book>,
  what: string,
): Promise<number> {
  const files = await backupFiles(folder);
  for (const file of files) {
    const id = path.basename(file, '.groundwork-backup');
    const where = `${what}, backup ${id}`;
    const store = await restoredFrom(await readFile(file), where);
    const book = known.get(id);
    if (book) expect(await bookOf(store), where).toEqual(book);
    await store.close();
  }
  return files.length;
}
