import type { IdSource } from '../../../shared/ids.ts';
import type { BackupEntry } from '../../../shared/host/contract.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import type { OpenOutcome } from './open-outcome.ts';
import type { StoreProgress } from '../progress.ts';
import { engineVersion, openDatabase, type GroundworkDatabase, type StoreMeta } from '../database.ts';
import type { HostCalls } from '../host-relay.ts';
import type { OpenRequest } from '../protocol.ts';
import { catchUpWithJournal } from '../replay/catch-up-with-journal.ts';
import { Refused } from '../store-error.ts';
import type { SchemaVersion } from '../versions/version.ts';
import { settleApplying } from '../write-in-batches.ts';
import type { WriteContext } from '../write.ts';
import { compareWithJournal, JournalSums, type Comparison } from './common-change.ts';
import { failureText, meansDamage } from './engine-errors.ts';
import { isOlderEngine } from './engine.ts';
import { expectationOf, type Expectation } from './expectation.ts';
import { claimStore } from './hold-store.ts';
import { makeStore } from './make-store.ts';
import { presentVersion } from './present-version.ts';
import { upgradeStore } from './upgrade-store.ts';

export interface OpenJob {
  readonly request: OpenRequest;
  readonly context: WriteContext;
  readonly ids: IdSource;
  readonly host: HostCalls;
  /** Every version of the schema, oldest first. */
  readonly versions: readonly SchemaVersion[];
  readonly onProgress: (progress: StoreProgress) => void;
  /** False when another window took the store while it was being opened here. */
  readonly isStillHeld: () => boolean;
}

export type Opened =
  | {
      readonly kind: 'open';
      readonly database: GroundworkDatabase;
      readonly fresh: boolean;
      readonly replayed: number;
    }
  | Exclude<OpenOutcome, { kind: 'open' }>;
type NotOpened = Exclude<Opened, { kind: 'open' }>;
type Lost = Extract<OpenOutcome, { kind: 'lost' }>;

/**
 * Opens the store, or says why not before anything of it is changed. What the host remembers (sentinel,
 * journal, newest backup) is compared with what is there: the engine can delete or lose an origin's data, so
 * a database that is gone, damaged, behind or another one is never taken for a first run.
 */
export async function openStore(job: OpenJob): Promise<Opened> {
  const { request, host, versions } = job;
  const expectation = expectationOf(request);
  const known = versions.at(-1)?.number ?? 0;
  const refused = refusedUnopened(request, known);
  if (refused) return refused;
  // Asked now, answered while the database opens.
  const sums = new JournalSums(host, request.workspaceId);
  void sums.of(request.journalThrough);
  try {
    const version = await presentVersion(request.workspaceId);
    if (version === undefined) {
      return expectation.through > 0 ? lost(expectation, 'missing') : await make(job);
    }
    if (version > engineVersion(known)) return { kind: 'newer-schema', found: version / 10, known };
    return await openPresent(job, expectation, sums, version);
  } catch (error) {
    if (meansDamage(error)) return lost(expectation, 'damaged');
    const message = error instanceof Refused ? say(error.storeError.message) : failureText(error);
    return { kind: 'failed', message };
  }
}

/** What must not even be looked at: an older engine or an older Groundwork would destroy it. */
function refusedUnopened({ remembered, engine }: OpenRequest, known: number): NotOpened | undefined {
  if (!remembered) return undefined;
  if (isOlderEngine(engine, remembered.engine)) {
    return { kind: 'older-engine', found: engine, needed: remembered.engine };
  }
  return remembered.schema > known ? { kind: 'newer-schema', found: remembered.schema, known } : undefined;
}

async function make(job: OpenJob): Promise<Opened> {
  const { request, context, versions } = job;
  const database = await openDatabase(request.workspaceId, { versions });
  await makeStore(database, request.create, context);
  return { kind: 'open', database, fresh: true, replayed: 0 };
}

async function openPresent(
  job: OpenJob,
  expectation: Expectation,
  sums: JournalSums,
  version: number,
): Promise<Opened> {
  const { request, context, versions } = job;
  const fitting = versions.filter(({ number }) => engineVersion(number) <= version);
  // Nothing of ours ever had such a version.
  if (fitting.length === 0) return lost(expectation, 'damaged');
  let database = await openDatabase(request.workspaceId, { versions: fitting });
  try {
    const meta = await database.meta.get('store');
    if (!meta) {
      if (expectation.through > 0) return closed(database, lost(expectation, 'missing'));
      database = await reopened(database, job);
      await makeStore(database, request.create, context);
      return { kind: 'open', database, fresh: true, replayed: 0 };
    }
    const compared = await compareWithJournal(database, meta, request.journalThrough, sums);
    const verdict = verdictOf(meta, compared, expectation, request);
    if (verdict) return closed(database, verdict);
    if (fitting.length < versions.length) {
      const upgraded = await upgrade(job, database, meta);
      if (upgraded.kind === 'unreadable') return lost(expectation, 'damaged', meta.through);
      if (upgraded.kind !== 'upgraded') return upgraded;
      database = upgraded.database;
    }
    return await complete(job, expectation, database, compared);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Whether what is there is the store that the host speaks of, as far as both know it. */
function verdictOf(
  meta: StoreMeta,
  compared: Comparison,
  expectation: Expectation,
  { remembered }: OpenRequest,
): NotOpened | undefined {
  const { storeId, generation } = expectation;
  if (storeId !== null && meta.storeId !== storeId) return lost(expectation, 'other-store', meta.through);
  if (meta.generation < generation) return { kind: 'older-generation' };
  if (compared === 'hole') return lost(expectation, 'damaged', meta.through);
  // A store that was just rebuilt is ahead of a journal that may not have heard of it yet.
  const isRebuilt = meta.generation > (remembered?.generation ?? meta.generation);
  if (compared === 'different' && !isRebuilt) return lost(expectation, 'forked', meta.through);
  return undefined;
}

/** Takes the store, and brings it to where the host knows it was. */
async function complete(
  job: OpenJob,
  expectation: Expectation,
  database: GroundworkDatabase,
  compared: Comparison,
): Promise<Opened> {
  const { request, host, ids, onProgress } = job;
  if (!job.isStillHeld()) return closed(database, { kind: 'in-use' });
  await claimStore(database, ids);
  await settleApplying(database, (done, of) => onProgress({ what: 'import', done, of }));
  const before = await throughOf(database);
  let through = before;
  const isProvenPrefix = compared === 'same' && before < request.journalThrough;
  if (through < expectation.through && isProvenPrefix) {
    const replayed = await catchUpWithJournal({
      database,
      workspaceId: request.workspaceId,
      host,
      onProgress: (reached) =>
        onProgress({ what: 'replay', done: reached - before, of: expectation.through - before }),
    });
    if (replayed === 'does-not-fit') return closed(database, lost(expectation, 'damaged', before));
    through = replayed;
  }
  if (through < expectation.through) return closed(database, lost(expectation, 'behind', through));
  return { kind: 'open', database, fresh: false, replayed: through - before };
}

const throughOf = async (database: GroundworkDatabase): Promise<number> =>
  (await database.meta.get('store'))?.through ?? 0;

const upgrade = (job: OpenJob, old: GroundworkDatabase, meta: StoreMeta) => {
  const { request, host, context, versions, onProgress } = job;
  const { workspaceId, workspaceName, appVersion, engine } = request;
  return upgradeStore({
    old,
    backup: isBackupOf(request.newestBackup, meta) ? request.newestBackup : null,
    versions,
    host,
    clock: context.clock,
    identity: { workspaceId, workspaceName, appVersion, engine },
    onProgress: (done, of) => onProgress({ what: 'upgrade', done, of }),
  });
};

/** Whether a try before this one has backed up the store as it still is. */
const isBackupOf = (
  newest: BackupEntry | null,
  { storeId, generation, schema, through }: StoreMeta,
): boolean =>
  newest?.reason === 'before-migration' &&
  newest.manifest?.storeId === storeId &&
  newest.manifest.generation === generation &&
  newest.manifest.schema === schema &&
  newest.end?.through === through;

/** An empty database of an older version has nothing to be backed up. */
async function reopened(database: GroundworkDatabase, { request, versions }: OpenJob) {
  database.close();
  return openDatabase(request.workspaceId, { versions });
}

function closed(database: GroundworkDatabase, outcome: NotOpened): NotOpened {
  database.close();
  return outcome;
}

const lost = (
  { accounts, through }: Expectation,
  kind: Lost['found']['kind'],
  found: number | null = null,
): Lost => ({ kind: 'lost', expected: { accounts, through }, found: { kind, through: found } });
