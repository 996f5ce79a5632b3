import { instantOf, type Instant } from '../../../shared/clock.ts';
import type { ChangeSet, EntityChange, Label } from '../../../shared/history/change-set.ts';
import { changeBetween, unflattenFields } from '../../../shared/history/diff.ts';
import type { BackupEntry } from '../../../shared/host/contract.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import type { MissingChanges, Rebuilt } from './store-recovery.ts';
import { applyChanges } from '../apply-changes.ts';
import { rowText } from '../backup/row-text.ts';
import { openDatabase, type GroundworkDatabase } from '../database.ts';
import { quarantining } from '../integrity/apply-quarantine.ts';
import { changeSetLine, historyRow, lineSum } from '../journal-lines.ts';
import { JournalSums } from '../opening/common-change.ts';
import { expectationOf } from '../opening/expectation.ts';
import { countLiving, recordTables } from '../record-tables.ts';
import { recordedAfter } from '../replay/recorded.ts';
import { Refused } from '../store-error.ts';
import type { StackTops } from '../undo-stack.ts';
import { schemaVersion } from '../versions/index.ts';
import { deleteDatabase } from './delete-database.ts';
import { HistoryWriter, type Stray } from './history-writer.ts';
import { holesIn, type Hole } from './holes.ts';
import { holdsAll, loadBackup } from './load-backup.ts';
import { listBackups, sources } from './plan-recovery.ts';
import type { RecoveryJob } from './recovery-job.ts';
import { rebuildingKey, setAside, type SetAside } from './set-aside.ts';
import type { Source } from './sources.ts';

/** Progress is told in thousandths: loading the backup, then the journal, then the end. */
const whole = 1000;
const loaded = 700;

/**
 * Makes a lost store anew: saves what is there, deletes it, loads the best backup, applies the journal after
 * it. The store's own facts are written last and with them a higher generation, so that a rebuild that is
 * broken off anywhere leaves a store that is still lost, and the next try begins again.
 *
 * @throws Refused, what the engine throws; the store is still lost then
 */
export async function rebuildStore(job: RecoveryJob): Promise<Rebuilt> {
  const saved = await setAside(job);
  const candidates = await sourcesWith(job, saved);
  await deleteDatabase(job.request.workspaceId);
  const database = await openDatabase(job.request.workspaceId, { versions: job.versions });
  try {
    for (const source of candidates) {
      const base = await loadSource(job, database, source);
      if (base) return await goOnFrom(job, database, base, saved);
    }
    // The journal is always among them, be it empty.
    throw new Error('There was nothing to rebuild from.');
  } finally {
    database.close();
  }
}

/** What was found may itself be the best source; then it is read back from where it was just saved. */
async function sourcesWith(job: RecoveryJob, saved: SetAside | null): Promise<readonly Source[]> {
  const backups = await listBackups(job);
  const usable = backups.filter(
    ({ id }) => id !== saved?.entry.id || (job.found.kind === 'behind' && saved.isWhole),
  );
  const all = await sources(job, usable);
  return all.filter(({ kind }) => kind !== 'found');
}

/** What the tables hold before the journal is applied. */
interface Base {
  readonly source: Source;
  readonly through: number;
  readonly tops: StackTops;
  readonly unreadable: number;
}

/** @returns `null` when the source turns out to be of no use */
async function loadSource(
  job: RecoveryJob,
  database: GroundworkDatabase,
  source: Source,
): Promise<Base | null> {
  await database.transaction('rw', database.tables, async () => {
    for (const table of database.tables) await table.clear();
    await database.table('meta').put({ key: rebuildingKey });
  });
  if (source.kind === 'journal' || source.kind === 'found') {
    return { source, through: 0, tops: {}, unreadable: 0 };
  }
  const { entry } = source;
  const unreadable = await loadedFrom(job, database, entry);
  if (unreadable === null) return null;
  if (source.kind === 'damaged') return damagedBase(database, source, unreadable);
  const { end } = entry;
  if (!end || unreadable > 0 || !(await holdsAll(database, end))) return null;
  if (!(await agreesWithJournal(job, database, entry, end.through))) return null;
  return { source, through: end.through, tops: topsOf(end), unreadable: 0 };
}

/** @returns how many lines could not be read; `null` when the file is not there any more */
async function loadedFrom(
  job: RecoveryJob,
  database: GroundworkDatabase,
  entry: BackupEntry,
): Promise<number | null> {
  try {
    return await loadBackup({
      database,
      host: job.host,
      workspaceId: job.request.workspaceId,
      entry,
      foundAt: instantOf(job.context.clock),
      onProgress: (done, of) =>
        job.onProgress({ what: 'rebuild', done: Math.floor((loaded * done) / Math.max(1, of)), of: whole }),
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const isThere = (await listBackups(job)).some(({ id }) => id === entry.id);
    if (isThere) throw error;
    return null;
  }
}

const topsOf = ({ undoTop, redoTop }: NonNullable<BackupEntry['end']>): StackTops => ({
  ...(undoTop !== undefined && { undoTop }),
  ...(redoTop !== undefined && { redoTop }),
});

async function damagedBase(
  database: GroundworkDatabase,
  source: Extract<Source, { kind: 'damaged' }>,
  unreadable: number,
): Promise<Base> {
  const { end } = source.entry;
  const last = await database.changeSets.orderBy('n').last();
  return {
    source,
    through: end?.through ?? last?.n ?? 0,
    tops: end ? topsOf(end) : {},
    unreadable,
  };
}

/** Whether backup and journal tell of the same store, by the last change set that both have. */
async function agreesWithJournal(
  { request, host }: RecoveryJob,
  database: GroundworkDatabase,
  { reason }: BackupEntry,
  through: number,
): Promise<boolean> {
  const sums = new JournalSums(host, request.workspaceId);
  const n = Math.min(through, request.journalThrough);
  const [row, theirs] = await Promise.all([database.changeSets.get(n), sums.of(n)]);
  if (!row || theirs === null) return reason !== 'set-aside' || request.journalThrough === 0;
  return (await lineSum(changeSetLine(row))) === theirs;
}

async function goOnFrom(
  job: RecoveryJob,
  database: GroundworkDatabase,
  base: Base,
  saved: SetAside | null,
): Promise<Rebuilt> {
  const { request, host, context } = job;
  const expectation = expectationOf(request);
  const writer = new HistoryWriter(database, context, base);
  await fillOldHoles(database, writer, base.through);
  const toCome = Math.max(1, expectation.through - base.through);
  for await (const recorded of recordedAfter(host, request.workspaceId, base.through)) {
    await writer.take(recorded);
    const share = Math.min(1, (writer.through - base.through) / toCome);
    job.onProgress({ what: 'rebuild', done: loaded + Math.floor((whole - loaded) * share), of: whole });
  }
  await writer.fillTo(expectation.through);
  const missing = await datesOf(job, database, writer.holes);
  const finished = await finish(job, { database, base, writer, saved });
  job.onProgress({ what: 'rebuild', done: whole, of: whole });
  return {
    ...finished,
    missing,
    unreadable: base.unreadable,
    setAside: saved?.entry.id ?? null,
  };
}

/** A damaged backup may lack parts of the history that it tells of. */
async function fillOldHoles(
  database: GroundworkDatabase,
  writer: HistoryWriter,
  through: number,
): Promise<void> {
  const present = await database.changeSets.orderBy('n').primaryKeys();
  for (const hole of holesIn(present, 0, through)) {
    const before = await database.changeSets.get(hole.from - 1);
    await writer.fill(hole, before && (await undoTopAfter(database, before)));
  }
}

async function undoTopAfter(database: GroundworkDatabase, { n, origin, undoes, undoNext }: ChangeSet) {
  if (origin === 'system') return undoNext;
  return origin === 'undo' ? (await database.changeSets.get(undoes ?? 0))?.undoNext : n;
}

/** When what is missing was made, as far as its neighbours tell. */
async function datesOf(
  { request: { remembered } }: RecoveryJob,
  database: GroundworkDatabase,
  holes: readonly Hole[],
): Promise<readonly MissingChanges[]> {
  const missing: MissingChanges[] = [];
  for (const { from, to } of joined(holes)) {
    const [before, after] = await database.changeSets.bulkGet([from - 1, to + 1]);
    const until = after?.at ?? (remembered?.through === to ? (remembered.writtenAt as Instant) : null);
    missing.push({ from, to, since: before?.at ?? null, until });
  }
  return missing;
}

function joined(holes: readonly Hole[]): Hole[] {
  const all: Hole[] = [];
  for (const hole of holes.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && last.to + 1 >= hole.from) all[all.length - 1] = { from: last.from, to: hole.to };
    else all.push(hole);
  }
  return all;
}

interface Ending {
  readonly database: GroundworkDatabase;
  readonly base: Base;
  readonly writer: HistoryWriter;
  readonly saved: SetAside | null;
}

/** The last transaction: the change set that tells of the rebuild, and the facts that make it a store again. */
async function finish(
  job: RecoveryJob,
  { database, base, writer, saved }: Ending,
): Promise<Pick<Rebuilt, 'accounts' | 'prospects' | 'through'>> {
  const { context } = job;
  const identity = await identityOf(job, base, saved);
  const n = writer.through + 1;
  return database.transaction('rw', database.tables, async () => {
    const changes = [...(await missingSettings(job, database)), ...writer.strays.map(heldStray(job))];
    await applyChanges(database, n, changes);
    const totals = await countLiving(database);
    const changeSet: ChangeSet = {
      n,
      id: context.ids.next(),
      format: 1,
      schema: schemaVersion,
      at: instantOf(context.clock),
      actor: context.actor,
      bdr: context.bdr,
      command: 'rebuild',
      label: rebuiltLabel(base, writer.applied),
      origin: 'system',
      counts: { created: changes.length, updated: 0, deleted: 0 },
      totals,
      changes,
    };
    await database.changeSets.put(historyRow(changeSet));
    await database.table('meta').delete(rebuildingKey);
    await database.meta.put({
      key: 'store',
      ...identity,
      schema: schemaVersion,
      through: n,
      ...totals,
      ...writer.tops,
    });
    return { ...totals, through: n };
  });
}

const rebuiltLabel = ({ source }: Base, count: number): Label => {
  if (source.kind === 'journal' || source.kind === 'found') {
    return label('command.rebuilt-from-journal', { count });
  }
  return source.entry.reason === 'set-aside'
    ? label('command.rebuilt-from-found', { count })
    : label('command.rebuilt-from-backup', { count });
};

/** The store keeps its id; the generation rises above every one that is known of it. */
async function identityOf(
  { request, host, context }: RecoveryJob,
  { source }: Base,
  saved: SetAside | null,
): Promise<{ readonly storeId: string; readonly generation: number }> {
  const expectation = expectationOf(request);
  const journal = await host.call('journal.status', { workspaceId: request.workspaceId });
  const manifest = 'entry' in source ? source.entry.manifest : null;
  const ofJournal = journal.ok ? journal.value : null;
  const storeId =
    expectation.storeId ??
    ofJournal?.storeId ??
    manifest?.storeId ??
    saved?.meta?.storeId ??
    context.ids.next();
  const generations = [
    expectation.generation,
    ofJournal?.storeId === storeId ? ofJournal.generation : 0,
    manifest?.storeId === storeId ? manifest.generation : 0,
    saved?.meta?.storeId === storeId ? saved.meta.generation : 0,
  ];
  return { storeId, generation: Math.max(...generations) + 1 };
}

/** Settings that are lost with everything else begin again as those of a new workspace. */
async function missingSettings(
  { request: { create } }: RecoveryJob,
  database: GroundworkDatabase,
): Promise<EntityChange[]> {
  if ((await database.settings.get('workspace')) || !create) return [];
  const change = changeBetween({ kind: 'settings', id: 'workspace' }, null, create);
  return change ? [change] : [];
}

/** What later changes say of a record whose making is lost: kept for a person to look at. */
const heldStray =
  ({ context }: RecoveryJob) =>
  ({ kind, id, fields }: Stray): EntityChange => {
    const { table } = recordTables[kind];
    return quarantining({
      id: `${table}:${id}`,
      table,
      key: id,
      foundAt: instantOf(context.clock),
      problems: [
        'The change that made this record is lost; these are the fields that later changes tell of.',
      ],
      text: rowText({ id, values: unflattenFields(fields) }),
      state: 'held',
      counts: false,
    });
  };
