import type { Instant } from '../../../shared/clock.ts';
import type { BackupEntry } from '../../../shared/host/contract.ts';
import { backupPages } from '../backup/read-lines.ts';
import type { GroundworkDatabase } from '../database.ts';
import type { HostCalls } from '../host-relay.ts';
import { recordTableNames } from '../record-tables.ts';
import { backupRow, putRows } from './backup-rows.ts';

export interface LoadJob {
  /** Its tables are empty. */
  readonly database: GroundworkDatabase;
  readonly host: HostCalls;
  readonly workspaceId: string;
  readonly entry: BackupEntry;
  readonly foundAt: Instant;
  readonly onProgress: (done: number, of: number) => void;
}

/**
 * Fills the tables from a backup, one transaction for each of the host's answers.
 * @returns how many lines could not be read
 * @throws Refused when the host does not answer; what the engine throws
 */
export async function loadBackup(job: LoadJob): Promise<number> {
  const { database, host, workspaceId, entry, foundAt, onProgress } = job;
  const file = { workspaceId, backupId: entry.id, schema: entry.manifest?.schema ?? 1 };
  let unreadable = 0;
  for await (const { lines, damaged, done, of } of backupPages(host, file)) {
    unreadable += damaged;
    const rows = lines.flatMap((line) => backupRow(line, foundAt) ?? []);
    if (rows.length > 0) await putRows(database, rows);
    onProgress(done, of);
  }
  return unreadable;
}

/** Whether the tables hold as much as the backup's last line says; a record may have gone into quarantine. */
export async function holdsAll(
  database: GroundworkDatabase,
  { counts }: NonNullable<BackupEntry['end']>,
): Promise<boolean> {
  let lacking = 0;
  for (const table of recordTableNames) {
    lacking += Math.max(0, counts[table] - (await database.table(table).count()));
  }
  const [quarantined, changeSets, changePacks] = await Promise.all([
    database.quarantine.count(),
    database.changeSets.count(),
    database.changePacks.count(),
  ]);
  return (
    quarantined - counts.quarantined >= lacking &&
    changeSets >= counts.changeSets &&
    changePacks >= counts.changePacks
  );
}
