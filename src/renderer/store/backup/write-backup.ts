import type { Dexie } from 'dexie';
import {
  backupFormat,
  type BackupEnd,
  type BackupManifest,
  type BackupReason,
} from '../../../shared/backup/format.ts';
import { BackupTally } from '../../../shared/backup/tally.ts';
import { instantOf, type Clock } from '../../../shared/clock.ts';
import type { BackupEntry } from '../../../shared/host/contract.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import type { StoreError } from '../api.ts';
import type { HostCalls } from '../host-relay.ts';
import { Refused, storeErrorOf } from '../store-error.ts';
import { copyDatabase, type Unreadable } from './copy-database.ts';

import { hostTrouble } from './host-trouble.ts';
import { LineSender } from './line-sender.ts';
import { factsIfThere } from './store-facts.ts';

/** Milliseconds between two looks at an import that is being applied. */
const gatePause = 200;
/** Milliseconds between two tries while the host is at another backup of this workspace, and how many. */
const busyPause = 1000;
const busyTries = 20;

export interface BackupJob {
  /** Open, of any schema version. Writers may go on meanwhile. */
  readonly database: Dexie;
  readonly host: HostCalls;
  readonly reason: BackupReason;
  readonly identity: Pick<BackupManifest, 'workspaceId' | 'workspaceName' | 'appVersion' | 'engine'>;
  /** For a database that lost its own facts: what sentinel or journal say. */
  readonly fallback?: Pick<BackupManifest, 'storeId' | 'generation'>;
  readonly clock: Clock;
  /** Rows copied, of all; `of` grows while others write. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Aborting abandons the file; the answer is then `cancelled`. */
  readonly signal?: AbortSignal;
}

export interface WrittenBackup {
  readonly entry: BackupEntry;
  /** What the engine could not give, by table; empty for a healthy store. */
  readonly unreadable: readonly Unreadable[];
}

/**
 * Copies a store into a backup file of the host, which reads it back before it counts. Rows are read in
 * slices while commands go on; what those changed meanwhile is read again, the last of it in one
 * transaction, so that the file is the store exactly as it was after change set `entry.end.through`.
 */
export async function writeBackup(job: BackupJob): Promise<Result<WrittenBackup, StoreError>> {
  const { host, identity, reason, clock } = job;
  const { workspaceId } = identity;
  const manifest = await manifestOf(job);
  if (!manifest) return err({ code: 'internal', message: label('backup.no-store') });
  const isQuiet = madeInQuiet.includes(reason);
  if (!isQuiet) await untilApplied(job);
  const begun = await begin(job, manifest);
  if (!begun.ok) return err(hostTrouble(begun.error));
  const { backupId } = begun.value;
  try {
    const tally = new BackupTally();
    const sender = new LineSender(async (lines) => {
      const answer = await host.call('backup.write', { workspaceId, backupId, lines });
      return answer.ok ? null : hostTrouble(answer.error);
    });
    const copied = await copyDatabase({ ...job, isQuiet, foundAt: instantOf(clock), tally, sender });
    await sender.flush();
    const end: BackupEnd = {
      kind: 'end',
      through: copied.through,
      ...(copied.undoTop !== undefined && { undoTop: copied.undoTop }),
      ...(copied.redoTop !== undefined && { redoTop: copied.redoTop }),
      live: tally.live,
      counts: tally.counts,
      finishedAt: instantOf(clock),
    };
    const finished = await host.call('backup.finish', { workspaceId, backupId, end });
    if (!finished.ok) throw new Refused(hostTrouble(finished.error));
    const entry = finished.value;
    if (entry.state !== 'verified') throw new Refused(notVerified(entry));
    return ok({ entry, unreadable: copied.unreadable });
  } catch (error) {
    await host.call('backup.abandon', { workspaceId, backupId });
    return err(storeErrorOf(error));
  }
}

/** Nobody writes while these are made; an import that a crash broke off is copied as it stands. */
const madeInQuiet: readonly BackupReason[] = ['set-aside', 'before-migration'];

/** While a large import is applied there is no moment at which the store could be copied. */
async function untilApplied({ database, signal }: BackupJob): Promise<void> {
  while (signal?.aborted !== true && (await factsIfThere(database))?.applying) await wait(gatePause);
}

/** A page that was just reloaded may have left a backup half made; the host soon gives it up. */
async function begin({ host, identity, reason, signal }: BackupJob, manifest: BackupManifest) {
  const { workspaceId } = identity;
  for (let tries = 1; ; tries += 1) {
    const begun = await host.call('backup.begin', { workspaceId, reason, manifest });
    const isBusy = !begun.ok && begun.error.code === 'busy';
    if (!isBusy || tries >= busyTries || signal?.aborted === true) return begun;
    await wait(busyPause);
  }
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

async function manifestOf({
  database,
  identity,
  fallback,
  clock,
}: BackupJob): Promise<BackupManifest | null> {
  const meta = await factsIfThere(database);
  const known = meta ?? fallback;
  if (!known) return null;
  const { storeId, generation } = known;
  return {
    kind: 'manifest',
    format: backupFormat,
    ...identity,
    storeId,
    generation,
    schema: database.verno,
    startedAt: instantOf(clock),
  };
}

const notVerified = ({ problem }: BackupEntry): StoreError => ({
  code: 'host',
  message: label('backup.not-verified', { what: problem ?? '' }),
});
