import type { BackupEntry } from '../../../shared/host/contract.ts';
import { ok } from '../../../shared/result.ts';
import { label, say } from '../../../shared/rule-book/messages.ts';
import type { OpenOutcome } from './open-outcome.ts';
import { writeBackup, type BackupJob } from '../backup/write-backup.ts';
import { GroundworkDatabase } from '../database.ts';
import { Refused } from '../store-error.ts';
import type { SchemaVersion } from '../versions/version.ts';
import { failureText } from './engine-errors.ts';

/** How long another window may take to close its connection, in milliseconds. */
const patience = 5000;

export interface UpgradeJob extends Pick<BackupJob, 'host' | 'identity' | 'clock' | 'onProgress'> {
  /** Open at its own, older version; closed here. */
  readonly old: GroundworkDatabase;
  /** Of the store as it is, from an upgrade that failed before; `null` = there is none. */
  readonly backup: BackupEntry | null;
  readonly versions: readonly SchemaVersion[];
}

type Upgraded =
  | { readonly kind: 'upgraded'; readonly database: GroundworkDatabase }
  | Extract<OpenOutcome, { kind: 'upgrade-failed' | 'lost' | 'failed' }>
  | { readonly kind: 'unreadable' };

/**
 * Brings a store of an older schema to this one, after a verified backup of it as it is. The engine does the
 * upgrade in one transaction: failing or killed it leaves the old version, which is then still readable.
 */
export async function upgradeStore(job: UpgradeJob): Promise<Upgraded> {
  const { old, versions, identity } = job;
  const backup = job.backup ? ok({ entry: job.backup, unreadable: [] }) : await backedUp(job);
  old.close();
  if (!backup.ok) return { kind: 'upgrade-failed', message: say(backup.error.message), backup: null };
  if (backup.value.unreadable.length > 0) return { kind: 'unreadable' };
  const database = new GroundworkDatabase(identity.workspaceId, versions);
  try {
    await openPatiently(database);
    return { kind: 'upgraded', database };
  } catch (error) {
    database.close();
    if (error instanceof Refused) return { kind: 'failed', message: say(error.storeError.message) };
    return { kind: 'upgrade-failed', message: failureText(error), backup: backup.value.entry.id };
  }
}

const backedUp = ({ old, host, identity, clock, onProgress }: UpgradeJob) =>
  writeBackup({
    database: old,
    host,
    identity,
    clock,
    reason: 'before-migration',
    ...(onProgress && { onProgress }),
  });

/** Waits for other connections, but not for ever. @throws Refused, or what the engine throws */
async function openPatiently(database: GroundworkDatabase): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<never>((_, reject) => {
    database.on('blocked', () => {
      timer ??= setTimeout(
        () => reject(new Refused({ code: 'closed', message: label('store.still-held') })),
        patience,
      );
    });
  });
  try {
    await Promise.race([database.open(), blocked]);
  } finally {
    clearTimeout(timer);
  }
}
