import type { BackupEntry } from '../../../shared/host/contract.ts';
import type { ExpectedStore } from './open-outcome.ts';
import type { OpenRequest } from '../protocol.ts';

/** What sentinel, journal and newest backup say together that the store should be. */
export interface Expectation extends ExpectedStore {
  /** `null` = nobody knows. */
  readonly storeId: string | null;
  /** 0 = nobody knows. */
  readonly generation: number;
}

type Remembered = Pick<OpenRequest, 'remembered' | 'journalThrough' | 'newestBackup'>;

export function expectationOf(request: Remembered): Expectation {
  const { remembered, journalThrough } = request;
  const backup = backupThatCounts(request);
  const through = Math.max(remembered?.through ?? 0, journalThrough, backup?.end.through ?? 0);
  const isBackupNewer = backup !== undefined && backup.end.through > (remembered?.through ?? 0);
  return {
    accounts: isBackupNewer ? backup.end.live.accounts : (remembered?.accounts ?? 0),
    through,
    storeId: remembered?.storeId ?? backup?.manifest.storeId ?? null,
    generation: Math.max(remembered?.generation ?? 0, backup?.manifest.generation ?? 0),
  };
}

/** Nothing was ever written here: the workspace was brought from another machine as a backup. */
export const isAdopted = ({ remembered, journalThrough, newestBackup }: Remembered): boolean =>
  remembered === null && journalThrough === 0 && newestBackup !== null;

/**
 * A copy of what a rebuild replaced, or a file from elsewhere, says nothing about what should be here; the
 * latter does where it is all that there is.
 */
function backupThatCounts(
  request: Remembered,
): (BackupEntry & { manifest: object; end: object }) | undefined {
  const { remembered, newestBackup } = request;
  if (newestBackup === null) return undefined;
  const { reason, state, manifest, end } = newestBackup;
  if (state !== 'verified' || manifest === null || end === null || reason === 'set-aside') return undefined;
  if (reason === 'from-file' && !isAdopted(request)) return undefined;
  if (remembered !== null && remembered.storeId !== manifest.storeId) return undefined;
  return { ...newestBackup, manifest, end };
}
