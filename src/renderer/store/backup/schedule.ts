import type { BackupReason } from '../../../shared/backup/format.ts';

const minute = 60_000;

/** The first edit that no backup has may get this old. */
const hour = 60 * minute;

/** Characters of journal that no backup has; about as many bytes. */
export const journalRoom = 20_000_000;

/** Nobody edits for so long: the window may be about to close, which the loopback shell cannot hold up. */
const quiet = minute;
/** Younger edits are left to the next start: the journal has them. */
const worthIt = 10 * minute;

/** Pauses after failures in a row; the last one repeats. */
const retries = [minute, 5 * minute, 15 * minute, hour] as const;

/** What decides whether a backup is due. Times in milliseconds. */
export interface BackupSituation {
  /** How old the first change set is that no verified backup has; `null` = every one is in a backup. */
  readonly oldest: number | null;
  /** Characters of journal since the last backup. */
  readonly journal: number;
  /** Since the last command. */
  readonly sinceCommand: number;
  /** Failed tries in a row, and the time since the last of them. */
  readonly failures: number;
  readonly sinceFailure: number;
}

/** Which backup is due now, if any. */
export function backupDue(situation: BackupSituation): BackupReason | null {
  const { oldest, journal, sinceCommand, failures, sinceFailure } = situation;
  if (oldest === null) return null;
  if (failures > 0 && sinceFailure < (retries[failures - 1] ?? hour)) return null;
  if (journal >= journalRoom) return 'journal-size';
  if (oldest >= hour) return 'hourly';
  return oldest >= worthIt && sinceCommand >= quiet ? 'quit' : null;
}
