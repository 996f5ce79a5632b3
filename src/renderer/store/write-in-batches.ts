import type { ChangeSet, EntityChange } from '../../shared/history/change-set.ts';
import { applyChanges, type Pace } from './apply-changes.ts';
import type { ChangePackRow, GroundworkDatabase, StoreMeta } from './database.ts';
import { readHeldMeta, readMeta } from './reading.ts';

/**
 * More changes than this are too many for one transaction: the engine holds them all in memory until it
 * commits. They are written in several, behind a gate that nothing else passes (`StoreMeta.applying`).
 */
export const batchedAbove = 100_000;

/** Packs written with one transaction. */
const packsPerBatch = 10;

/**
 * A large change set on its way. First all of its packs are staged; from then on it is certain to happen:
 * a start that finds it half applied goes on where it stopped. Found half staged, it is taken back.
 */
export interface Applying {
  /** As it will stand in the history; its appearance there is the commit mark. */
  readonly changeSet: ChangeSet;
  readonly undoTop?: number;
  readonly redoTop?: number;
  readonly phase: 'staging' | 'applying';
  /** Packs whose changes are in the tables. */
  readonly done: number;
}

/**
 * Writes what `write` has begun. Cancelling takes everything back while packs are staged; afterwards the
 * rest is quick and is done to the end.
 * @throws what `pace.check` or the engine throws; nothing of it is seen then
 */
export async function writeInBatches(
  database: GroundworkDatabase,
  { n }: ChangeSet,
  packs: readonly (readonly EntityChange[])[],
  pace: Pace,
): Promise<void> {
  const changes = packs.reduce((sum, pack) => sum + pack.length, 0);
  try {
    for (let start = 0; start < packs.length; start += packsPerBatch) {
      pace.check?.();
      const rows = packs
        .slice(start, start + packsPerBatch)
        .map((part, at): ChangePackRow => ({ n, pack: start + at, changes: part }));
      await database.transaction('rw', database.meta, database.changePacks, async () => {
        await readHeldMeta(database);
        await database.changePacks.bulkPut(rows);
      });
      // Staging is about half of the work.
      pace.onProgress?.(Math.floor((changes * (start + rows.length)) / packs.length / 2), changes);
    }
    pace.check?.();
    await database.transaction('rw', database.meta, async () => {
      const { meta, applying } = await gateOf(database);
      await database.meta.put({ ...meta, applying: { ...applying, phase: 'applying' } });
    });
  } catch (error) {
    await takeBack(database);
    throw error;
  }
  await goOn(database, (done, of) =>
    pace.onProgress?.(Math.floor(changes / 2 + (changes * done) / of / 2), changes),
  );
}

/**
 * Brings a change set that a crash broke off to an end: forward when all of it was staged, else back.
 * Called before anything is read for a screen.
 * @returns what became of it; `null` when there was none
 */
export async function settleApplying(
  database: GroundworkDatabase,
  onProgress?: (done: number, of: number) => void,
): Promise<'finished' | 'taken-back' | null> {
  const { applying } = await readMeta(database);
  if (!applying) return null;
  if (applying.phase === 'staging') {
    await takeBack(database);
    return 'taken-back';
  }
  await goOn(database, onProgress);
  return 'finished';
}

async function goOn(
  database: GroundworkDatabase,
  onProgress?: (done: number, of: number) => void,
): Promise<void> {
  for (;;) {
    const { done, of } = await database.transaction('rw', database.tables, async () => {
      const { meta, applying } = await gateOf(database);
      const { changeSet } = applying;
      const packs = changeSet.packs ?? 0;
      const upTo = Math.min(applying.done + packsPerBatch, packs);
      const rows = await database.changePacks
        .where('[n+pack]')
        .between([changeSet.n, applying.done], [changeSet.n, upTo], true, false)
        .toArray();
      if (rows.length !== upTo - applying.done)
        throw new Error(`A part of change set ${changeSet.n} is not in the database.`);
      for (const row of rows) await applyChanges(database, changeSet.n, row.changes);
      if (upTo < packs) await database.meta.put({ ...meta, applying: { ...applying, done: upTo } });
      else {
        await database.changeSets.add(changeSet);
        await database.meta.put(metaAfterGate(meta, applying));
      }
      return { done: upTo, of: packs };
    });
    onProgress?.(done, of);
    if (done >= of) return;
  }
}

async function takeBack(database: GroundworkDatabase): Promise<void> {
  await database.transaction('rw', database.meta, database.changePacks, async () => {
    const meta = await readHeldMeta(database);
    if (meta.applying?.phase !== 'staging') return;
    const { n } = meta.applying.changeSet;
    await database.changePacks.where('[n+pack]').between([n, 0], [n, Infinity]).delete();
    const { applying: _gone, ...rest } = meta;
    await database.meta.put(rest);
  });
}

async function gateOf(database: GroundworkDatabase): Promise<{ meta: StoreMeta; applying: Applying }> {
  const meta = await readHeldMeta(database);
  if (!meta.applying) throw new Error('No change set is being applied.');
  return { meta, applying: meta.applying };
}

function metaAfterGate(meta: StoreMeta, { changeSet, undoTop, redoTop }: Applying): StoreMeta {
  const { applying: _done, undoTop: _undo, redoTop: _redo, ...rest } = meta;
  return {
    ...rest,
    through: changeSet.n,
    ...changeSet.totals,
    ...(undoTop !== undefined && { undoTop }),
    ...(redoTop !== undefined && { redoTop }),
  };
}
