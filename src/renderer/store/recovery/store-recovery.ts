import type { Instant } from '../../../shared/clock.ts';
import type { BackupEntry } from '../../../shared/host/contract.ts';
import type { Result } from '../../../shared/result.ts';
import type { StoreError } from '../api.ts';
import type { ExpectedStore, LostStore } from '../opening/open-outcome.ts';
import type { StoreProgress } from '../progress.ts';

/** Change sets `from` to `to`, both included, that nothing has any more. */
export interface MissingChanges {
  readonly from: number;
  readonly to: number;
  /** When the last change before them was made; `null` = nothing before them is known. */
  readonly since: Instant | null;
  /** When the first one after them was made, or the last of them where the sentinel knows it. */
  readonly until: Instant | null;
}

/** What a rebuild would bring back, worked out before anything is touched. */
export interface RecoveryPlan {
  readonly expected: ExpectedStore;
  readonly found: LostStore;
  /** What it starts from: `found` = what is in this browser's storage, which lacks only its last changes. */
  readonly base: 'backup' | 'found' | 'journal';
  /** The backup it starts from; `null` with another base. */
  readonly backup: BackupEntry | null;
  /** Newer backups that are damaged and passed over. */
  readonly passedOver: readonly BackupEntry[];
  /** Number of the last change set that comes back. */
  readonly through: number;
  /** Change sets that come from the journal. */
  readonly fromJournal: number;
  /** Change sets that nothing has any more; empty when the rebuild is whole. */
  readonly missing: readonly MissingChanges[];
  /** When the last change set that comes back was made. */
  readonly lastChangeAt: Instant | null;
}

/** What came of a rebuild. */
export interface Rebuilt {
  readonly accounts: number;
  readonly prospects: number;
  readonly through: number;
  readonly missing: readonly MissingChanges[];
  /** Records that a damaged backup, used for want of a whole one, could not give. */
  readonly unreadable: number;
  /** Backup of what was found and replaced; `null` when there was nothing to keep. */
  readonly setAside: string | null;
}

/** Bringing back a store that was not opened; its worker waits for it. */
export interface StoreRecovery {
  /**
   * Reads backups and journal; changes nothing.
   * @param from id of a backup to start from; where it is of no use, and without it, the best one is taken
   */
  readonly plan: (from?: string) => Promise<Result<RecoveryPlan, StoreError>>;
  /** Afterwards the store opens at the next start. One that fails or is killed can be tried again. */
  readonly rebuild: (
    onProgress?: (progress: StoreProgress) => void,
    from?: string,
  ) => Promise<Result<Rebuilt, StoreError>>;
  /** Ends the worker and lets go of the store. */
  readonly close: () => void;
}
