import { unlink } from 'node:fs/promises';
import type { BackupEntry } from '../../shared/host/contract.ts';
import { ownBackups } from '../backups/newest-backup.ts';
import { syncDirectory } from '../files.ts';
import { lastNumbers, mapJournal, type MappedFile } from './journal-map.ts';
import type { Tail } from './open-tail.ts';

/** So many whole backups must hold a change set before its journal line may go: two of them may be damaged. */
const backupsThatCover = 3;

/**
 * Deletes the oldest files, as long as every change set in them is in three whole backups of this store.
 * The newest file always stays.
 * @param verified all whole backups of the workspace
 * @returns how many files went
 */
export async function pruneJournal(
  journal: { readonly folder: string; readonly workspaceId: string; readonly tail: Tail | null },
  verified: readonly BackupEntry[],
): Promise<number> {
  const { tail } = journal;
  if (tail === null) return 0;
  const { header, sequence } = tail;
  const covering = ownBackups(verified, header.storeId).filter(
    ({ manifest, end }) =>
      (manifest?.generation ?? Infinity) <= header.generation &&
      (end?.through ?? Infinity) <= sequence.through,
  )[backupsThatCover - 1];
  if (covering === undefined) return 0;
  const files = await mapJournal(journal.folder, journal.workspaceId);
  const going = filesCoveredBy(files, tail.path, {
    generation: covering.manifest?.generation ?? 0,
    through: covering.end?.through ?? 0,
  });
  for (const file of going) await unlink(file.path);
  if (going.length > 0) await syncDirectory(journal.folder);
  return going.length;
}

/** Oldest first, and none behind one that stays: what is left has no hole. */
function filesCoveredBy(
  files: readonly MappedFile[],
  tailPath: string,
  covering: { readonly generation: number; readonly through: number },
): MappedFile[] {
  const ends = lastNumbers(files);
  const covered = files.map((file, index) => {
    const next = files[index + 1];
    const last = Math.min(
      ends[index] ?? Infinity,
      next?.generation === file.generation ? next.after : Infinity,
    );
    return file.path !== tailPath && file.generation <= covering.generation && last <= covering.through;
  });
  const firstThatStays = covered.indexOf(false);
  return files.slice(0, firstThatStays === -1 ? 0 : firstThatStays);
}
