import { Temporal } from 'temporal-polyfill';
import type { BackupEntry } from '../../../shared/host/contract.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import type { RestorePreview } from './backup-state.ts';
import { BookBehind, userWrite, type CommandRoom, type Done } from '../commands/room.ts';
import type { GroundworkDatabase } from '../database.ts';
import type { HostCalls } from '../host-relay.ts';
import { readThrough } from '../reading.ts';
import { Refused } from '../store-error.ts';
import { schemaVersion } from '../versions/index.ts';
import { BackupComparison, type Difference } from './difference.ts';
import { hostTrouble } from './host-trouble.ts';
import { backupPages } from './read-lines.ts';

export interface RestoreSource {
  readonly host: HostCalls;
  readonly workspaceId: string;
  readonly backupId: string;
  /** Parts read, of all; then changes written, of all. */
  readonly onProgress: (done: number, of: number) => void;
}

/** How a restore would change the store. @throws Refused */
export async function previewRestore(
  database: GroundworkDatabase,
  source: RestoreSource,
): Promise<RestorePreview> {
  const backup = await openBackup(source);
  const { counts, samples, unreadable } = await compare(database, backup, source);
  return { backup, counts, samples, unreadable };
}

/**
 * Makes the store what it was in a backup: one change set with the differences, which undo takes back.
 * History and quarantine stay. Of a damaged backup what can be read is restored; nothing is taken for deleted.
 */
export async function restoreBackup(room: CommandRoom, source: RestoreSource): Promise<Done> {
  const backup = await openBackup(source);
  if ((await readThrough(room.database)) !== room.through) throw new BookBehind();
  const { changes } = await compare(room.database, backup, source);
  return userWrite(
    room,
    () => ({ command: 'restoreBackup', label: restoredLabel(backup, room.settings.timeZone), changes }),
    { origin: 'restore', pace: { onProgress: source.onProgress } },
  );
}

/** The backup as the host knows it, when this version can read it. @throws Refused */
async function openBackup({ host, workspaceId, backupId }: RestoreSource): Promise<BackupEntry> {
  const listed = await host.call('backup.list', { workspaceId });
  if (!listed.ok) throw new Refused(hostTrouble(listed.error));
  const entry = listed.value.backups.find(({ id }) => id === backupId);
  if (!entry) throw new Refused({ code: 'not-found', message: label('restore.gone') });
  if (entry.state === 'newer' || (entry.manifest?.schema ?? 0) > schemaVersion) {
    throw new Refused({ code: 'invalid', message: label('restore.newer') });
  }
  const { accounts, prospects, customFields } = entry.readable;
  if (entry.state === 'damaged' && accounts + prospects + customFields === 0) {
    throw new Refused({
      code: 'invalid',
      message: label('restore.nothing-readable', { what: entry.problem ?? '' }),
    });
  }
  return entry;
}

async function compare(
  database: GroundworkDatabase,
  { state, manifest }: BackupEntry,
  { host, workspaceId, backupId, onProgress }: RestoreSource,
): Promise<Difference> {
  const comparison = new BackupComparison(database);
  let damaged = 0;
  // A file whose first line is damaged does not say which version wrote it; its records prove themselves.
  const schema = manifest?.schema ?? schemaVersion;
  for await (const page of backupPages(host, { workspaceId, backupId, schema })) {
    damaged += page.damaged;
    await comparison.take(page.lines, page.damaged);
    onProgress(page.done, page.of);
  }
  return comparison.finish(state === 'verified' && damaged === 0);
}

function restoredLabel({ at, manifest }: BackupEntry, timeZone: string): Label {
  const made = Temporal.Instant.from(manifest?.startedAt ?? at).toZonedDateTimeISO(timeZone);
  return label('command.restored-backup', {
    day: made.toPlainDate().toString(),
    time: made.toPlainTime().toString({ smallestUnit: 'minute' }),
  });
}
