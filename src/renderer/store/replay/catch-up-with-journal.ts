import type { ChangeSet } from '../../../shared/history/change-set.ts';
import { applyChanges, RecordMissing } from '../apply-changes.ts';
import type { GroundworkDatabase, StoreMeta } from '../database.ts';
import type { HostCalls } from '../host-relay.ts';
import { historyRow } from '../journal-lines.ts';
import { readHeldMeta } from '../reading.ts';
import { topsAfter } from '../undo-stack.ts';
import { settleApplying } from '../write-in-batches.ts';
import { recordedAfter } from './recorded.ts';

export interface CatchUpJob {
  /** Held by this window; a strict prefix of the journal. */
  readonly database: GroundworkDatabase;
  readonly workspaceId: string;
  readonly host: HostCalls;
  readonly onProgress: (through: number) => void;
}

/**
 * Brings the change sets that a database lacks out of the journal, as far as they follow without a gap. Each
 * transaction leaves the store as it was after one of them, so a crash in between only leaves more to do.
 * @returns number of the last change set that the store has now; `does-not-fit` when one of them is about
 *   a record that the store should have and has not
 * @throws Refused when the host does not answer; what the engine throws
 */
export async function catchUpWithJournal(job: CatchUpJob): Promise<number | 'does-not-fit'> {
  try {
    return await catchUp(job);
  } catch (error) {
    if (error instanceof RecordMissing) return 'does-not-fit';
    throw error;
  }
}

async function catchUp(job: CatchUpJob): Promise<number> {
  const { database, workspaceId, host, onProgress } = job;
  let { through } = await readHeldMeta(database);
  for await (const recorded of recordedAfter(host, workspaceId, through)) {
    if (recorded.kind === 'pack') {
      const { row } = recorded;
      if (row.n !== through + 1) return through;
      await database.transaction('rw', database.meta, database.changePacks, async () => {
        await readHeldMeta(database);
        await database.changePacks.put(row);
      });
      continue;
    }
    const [first] = recorded.kind === 'few' ? recorded.changeSets : [recorded.changeSet];
    if (first?.n !== through + 1) return through;
    if (recorded.kind === 'large') await applyLarge(database, recorded.changeSet);
    else await applyFew(database, recorded.changeSets);
    const after = (await readHeldMeta(database)).through;
    const wanted = recorded.kind === 'few' ? through + recorded.changeSets.length : first.n;
    through = after;
    onProgress(through);
    if (after < wanted) return through;
  }
  return through;
}

/** As many of them as follow each other without a gap. */
async function applyFew(database: GroundworkDatabase, changeSets: readonly ChangeSet[]): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    let meta = await readHeldMeta(database);
    for (const changeSet of changeSets) {
      if (changeSet.n !== meta.through + 1) break;
      await applyChanges(database, changeSet.n, changeSet.changes ?? []);
      await database.changeSets.add(historyRow(changeSet));
      meta = await metaAfter(database, meta, changeSet);
    }
    await database.meta.put(meta);
  });
}

/** Its packs are in the table; it takes the way of a large import that a crash broke off. */
async function applyLarge(database: GroundworkDatabase, changeSet: ChangeSet): Promise<void> {
  await database.transaction('rw', database.meta, database.changeSets, async () => {
    const meta = await readHeldMeta(database);
    const { undoTop, redoTop } = await metaAfter(database, meta, changeSet);
    const tops = { ...(undoTop !== undefined && { undoTop }), ...(redoTop !== undefined && { redoTop }) };
    await database.meta.put({ ...meta, applying: { changeSet, ...tops, phase: 'applying', done: 0 } });
  });
  await settleApplying(database);
}

async function metaAfter(
  database: GroundworkDatabase,
  meta: StoreMeta,
  changeSet: ChangeSet,
): Promise<StoreMeta> {
  const { undoTop: _undo, redoTop: _redo, ...rest } = meta;
  const tops = await topsAfter(meta, changeSet, (n) => database.changeSets.get(n));
  return { ...rest, ...changeSet.totals, through: changeSet.n, ...tops };
}
