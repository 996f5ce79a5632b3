import type { BackupEntry } from '../../../shared/host/contract.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { factsIfThere } from '../backup/store-facts.ts';
import { engineVersion, openDatabase, type GroundworkDatabase, type StoreMeta } from '../database.ts';
import { expectationOf } from '../opening/expectation.ts';
import { presentVersion } from '../opening/present-version.ts';
import { Refused } from '../store-error.ts';
import type { RecoveryJob } from './recovery-job.ts';

/** Stands in the table of the store's facts while a rebuild is under way. */
export const rebuildingKey = 'rebuilding';

export interface SetAside {
  readonly entry: BackupEntry;
  /** `null` when the store had lost its own facts. */
  readonly meta: StoreMeta | null;
  /** Every row of it could be read. */
  readonly isWhole: boolean;
}

/**
 * Saves what is in this browser's storage as a backup, as far as it can be read, before a rebuild replaces it.
 * @returns `null` when there is nothing that a person could miss: no database, or one that a rebuild had begun
 * @throws Refused when there is something and it could not be saved
 */
export async function setAside(job: RecoveryJob): Promise<SetAside | null> {
  const { request, host, context, onProgress } = job;
  const database = await openAsItIs(job);
  if (!database) return null;
  try {
    const meta = (await factsIfThere(database)) ?? null;
    if (!meta && !(await holdsSomething(database))) return null;
    const { storeId, generation } = expectationOf(request);
    const { workspaceId, workspaceName, appVersion, engine } = request;
    const written = await writeBackup({
      database,
      host,
      reason: 'set-aside',
      identity: { workspaceId, workspaceName, appVersion, engine },
      fallback: { storeId: storeId ?? context.ids.next(), generation: Math.max(1, generation) },
      clock: context.clock,
      onProgress: (done, of) => onProgress({ what: 'backup', done, of }),
    });
    if (written.ok) {
      return { entry: written.value.entry, meta, isWhole: written.value.unreadable.length === 0 };
    }
    const { code, message } = written.error;
    // The engine gives nothing of it: there is nothing to be saved, and nothing to be lost by replacing it.
    if (code !== 'host' && code !== 'low-space') return null;
    throw new Refused({ code, message: label('recovery.not-set-aside', { what: textOf(message) }) });
  } finally {
    database.close();
  }
}

/** Whether there are rows that no rebuild put there. What cannot be read is not there. */
async function holdsSomething(database: GroundworkDatabase): Promise<boolean> {
  try {
    if (await database.table('meta').get(rebuildingKey)) return false;
    return (await database.accounts.count()) + (await database.changeSets.count()) > 0;
  } catch {
    return false;
  }
}

const textOf = ({ params }: { readonly params?: Readonly<Record<string, string | number>> }): string =>
  String(params?.['what'] ?? '');

/** Whatever is there, at its own version; `undefined` when nothing is or it does not open. */
async function openAsItIs({ request, versions }: RecoveryJob): Promise<GroundworkDatabase | undefined> {
  try {
    const version = await presentVersion(request.workspaceId);
    const fitting = versions.filter(({ number }) => engineVersion(number) <= (version ?? 0));
    if (version === undefined || fitting.length === 0) return undefined;
    return await openDatabase(request.workspaceId, { versions: fitting });
  } catch {
    return undefined;
  }
}
