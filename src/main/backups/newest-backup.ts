import type { BackupEntry } from '../../shared/host/contract.ts';

/**
 * Whether a backup tells what this store held: not one brought from elsewhere (another machine may have
 * gone another way with the same store), nor what a rebuild replaced.
 */
export const isOwn = ({ reason }: Pick<BackupEntry, 'reason'>): boolean =>
  reason !== 'from-file' && reason !== 'set-aside';

const generationOf = ({ manifest }: BackupEntry): number => manifest?.generation ?? 0;
const throughOf = ({ end }: BackupEntry): number => end?.through ?? 0;

/** By what they hold, whatever the clock said when they were made. */
const byContent = (a: BackupEntry, b: BackupEntry): number =>
  generationOf(b) - generationOf(a) || throughOf(b) - throughOf(a) || (b.at < a.at ? -1 : 1);

/** The store's own whole backups, the one that holds most first. */
export const ownBackups = (
  verified: readonly BackupEntry[],
  storeId: string | null,
): readonly BackupEntry[] =>
  verified
    .filter(isOwn)
    .filter(({ manifest }) => storeId === null || manifest?.storeId === storeId)
    .toSorted(byContent);

/**
 * The backup that a rebuild would start from: the newest of the store's own; on a machine that the
 * workspace was brought to, the newest file it was brought with.
 * @param verified whole backups, newest first
 * @param storeId the store that journal or sentinel speak of; `null` when neither is there
 */
export function newestBackup(verified: readonly BackupEntry[], storeId: string | null): BackupEntry | null {
  const known = storeId ?? verified.find(isOwn)?.manifest?.storeId ?? null;
  return ownBackups(verified, known)[0] ?? verified.find(({ reason }) => reason === 'from-file') ?? null;
}

/** Number of the last change set that some whole backup of this store holds; 0 when none does. */
export const coveredThrough = (
  verified: readonly BackupEntry[],
  store: { readonly storeId: string; readonly generation: number },
): number =>
  Math.max(
    0,
    ...verified
      .filter(({ reason, manifest }) => reason !== 'set-aside' && manifest?.storeId === store.storeId)
      .filter((backup) => generationOf(backup) <= store.generation)
      .map(throughOf),
  );
