import type { ChangeSet, EntityChange } from '../../shared/history/change-set.ts';
import type { TimelineEntry } from './api.ts';
import type { ChangeSetRow, GroundworkDatabase } from './database.ts';
import { isRecordKind } from './record-tables.ts';

/**
 * What happened to an account and its prospects, newest first. Few changes are found through the index of
 * touched accounts, those of bulk change sets by looking into the one pack that can hold the account.
 *
 * @param before only change sets with a smaller number
 * @param limit at most this many change sets
 */
export async function timelineOf(
  database: GroundworkDatabase,
  accountId: string,
  { before, limit }: { readonly before?: number; readonly limit: number },
): Promise<TimelineEntry[]> {
  const [small, bulk] = await Promise.all([
    database.changeSets.where('touches').equals(accountId).toArray(),
    database.changeSets.where('packs').above(0).toArray(),
  ]);
  const newestFirst = [...small, ...bulk].sort((a, b) => b.n - a.n);
  const undone = await undoneNumbers(database);
  const entries: TimelineEntry[] = [];
  let taken = 0;
  for (const changeSet of newestFirst) {
    if (before !== undefined && changeSet.n >= before) continue;
    if (taken >= limit) break;
    const changes = await changesAbout(database, changeSet, accountId);
    if (changes.length === 0) continue;
    taken += 1;
    for (const change of changes) entries.push(entryOf(changeSet, change, undone.has(changeSet.n)));
  }
  return entries;
}

async function changesAbout(
  database: GroundworkDatabase,
  changeSet: ChangeSetRow,
  accountId: string,
): Promise<EntityChange[]> {
  const isAbout = (change: EntityChange): boolean =>
    change.accountId === accountId || (change.kind === 'account' && change.id === accountId);
  if (changeSet.changes) return changeSet.changes.filter(isAbout);
  const found: EntityChange[] = [];
  for (const pack of packsThatMayHold(changeSet.packStarts ?? [], accountId)) {
    const row = await database.changePacks.get([changeSet.n, pack]);
    if (row) found.push(...row.changes.filter(isAbout));
  }
  return found;
}

/** A pack may hold a key when it starts at or before it and the next one does not start before it. */
export function packsThatMayHold(starts: readonly string[], key: string): number[] {
  const packs: number[] = [];
  starts.forEach((start, pack) => {
    const next = starts[pack + 1];
    if (start <= key && (next === undefined || next >= key)) packs.push(pack);
  });
  return packs;
}

/** Change sets that are undone right now. Undoing a redoing takes the original back with it. */
async function undoneNumbers(database: GroundworkDatabase): Promise<Set<number>> {
  const undone = new Set<number>();
  const redoneBy = new Map<number, number>();
  const steps = await database.changeSets.where('origin').anyOf('undo', 'redo').sortBy('n');
  for (const { n, undoes, redoes } of steps) {
    if (redoes !== undefined) redoneBy.set(n, redoes);
    for (let at = undoes ?? redoes; at !== undefined; at = redoneBy.get(at)) {
      if (undoes !== undefined) undone.add(at);
      else undone.delete(at);
    }
  }
  return undone;
}

const entryOf = (changeSet: ChangeSet, change: EntityChange, undone: boolean): TimelineEntry => ({
  n: changeSet.n,
  at: changeSet.at,
  actor: changeSet.actor,
  label: changeSet.label,
  origin: changeSet.origin,
  // Whatever else belongs to an account is a record.
  kind: isRecordKind(change.kind) ? change.kind : 'account',
  before: change.before,
  after: change.after,
  undone,
});
