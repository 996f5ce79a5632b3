import { backupReason, type BackupReason } from '../../shared/backup/format.ts';

/** Ending of a backup's file; what stands before it is the backup's id. */
export const backupEnding = '.groundwork-backup';

/** What a backup's id tells: `2026-11-21T14-59-00-123Z_before-import`. */
export interface BackupName {
  readonly id: string;
  readonly reason: BackupReason;
  /** When it was begun or brought here, milliseconds since the epoch; no two of a folder are equal. */
  readonly atMs: number;
}

const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z_([a-z-]+)$/;

/** Ids sort by time as text; no character in them is special to any file system. */
export const backupIdOf = (atMs: number, reason: BackupReason): string =>
  `${new Date(atMs).toISOString().replace(/[:.]/g, '-')}_${reason}`;

/** @returns undefined for an id that Groundwork did not make */
function readBackupId(id: string): BackupName | undefined {
  const [, day, hour, minute, second, milli, last] = pattern.exec(id) ?? [];
  const reason = backupReason.safeParse(last);
  const atMs = Date.parse(`${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}.${milli ?? ''}Z`);
  return reason.success && !Number.isNaN(atMs) ? { id, reason: reason.data, atMs } : undefined;
}

/** @returns the name of a backup's file, undefined for any other file */
export const readBackupFileName = (name: string): BackupName | undefined =>
  name.endsWith(backupEnding) ? readBackupId(name.slice(0, -backupEnding.length)) : undefined;
