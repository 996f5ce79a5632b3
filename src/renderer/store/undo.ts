import { label } from '../../shared/rule-book/messages.ts';
import {
  invertChange,
  type ChangeSet,
  type EntityChange,
  type Label,
} from '../../shared/history/change-set.ts';
import { changedKeys, flattenFields, sameValue } from '../../shared/history/diff.ts';
import { weeklyReviewId } from '../../shared/workspace/documents.ts';
import { isLive, type GroundworkDatabase, type StoreMeta } from './database.ts';
import { isRecordKind, recordKinds, recordsOf, type RecordKind, type RecordRow } from './record-tables.ts';
import { Refused } from './store-error.ts';
import { upcastChanges } from './upcast-changes.ts';
import { write, type WriteContext } from './write.ts';

export interface UndoneChange {
  readonly changeSet: ChangeSet;
  /** Label of the change set that was undone or redone. */
  readonly of: Label;
}

/** Takes back what the user did last. Any number of steps, over restarts; not rule-checked (section 5). */
export const undo = (database: GroundworkDatabase, context: WriteContext): Promise<UndoneChange> =>
  step(database, context, 'undo');

/** Does again what was undone last. */
export const redo = (database: GroundworkDatabase, context: WriteContext): Promise<UndoneChange> =>
  step(database, context, 'redo');

async function step(
  database: GroundworkDatabase,
  context: WriteContext,
  direction: 'undo' | 'redo',
): Promise<UndoneChange> {
  let of: Label | undefined;
  const changeSet = await write(database, context, async (meta) => {
    const top = topOf(meta, direction);
    const target = top === undefined ? undefined : await database.changeSets.get(top);
    if (!target)
      throw new Refused({ code: 'nothing-to-undo', message: label(`store.nothing-to-${direction}`) });
    of = target.label;
    const recorded = (await changesOf(database, target)).filter(canGoBack).map(invertChange);
    const inverse = await upcastChanges(database, recorded);
    return {
      command: direction,
      label: target.label,
      origin: direction,
      changes: await stillApplicable(database, inverse.toReversed()),
      stack: { kind: direction, of: target },
    };
  });
  if (!changeSet || !of)
    throw new Refused({ code: 'nothing-to-undo', message: label(`store.nothing-to-${direction}`) });
  return { changeSet, of };
}

/** AW-11: that a week's review was held stays true when it is undone: it is not held again. */
const canGoBack = ({ kind, id }: EntityChange): boolean => kind !== 'document' || id !== weeklyReviewId;

const topOf = (meta: StoreMeta, direction: 'undo' | 'redo'): number | undefined =>
  direction === 'undo' ? meta.undoTop : meta.redoTop;

/** All changes of a change set, wherever they lie. */
export async function changesOf(
  database: GroundworkDatabase,
  changeSet: ChangeSet,
): Promise<readonly EntityChange[]> {
  if (changeSet.changes) return changeSet.changes;
  const packs = await database.changePacks
    .where('[n+pack]')
    .between([changeSet.n, 0], [changeSet.n, changeSet.packs ?? 0])
    .toArray();
  return packs.flatMap((pack) => pack.changes);
}

/** Leaves out fields that something else (a sync, say) has changed since: undo never overwrites those. */
export async function stillApplicable(
  database: GroundworkDatabase,
  changes: readonly EntityChange[],
): Promise<EntityChange[]> {
  const living = new Map<RecordKind, Map<string, Record<string, unknown>>>();
  for (const kind of recordKinds) living.set(kind, await liveValues(database, changes, kind));
  return changes.flatMap((change) => {
    if (!isRecordKind(change.kind)) return [change];
    const present = living.get(change.kind)?.get(change.id);
    if (change.before === null) return present ? [] : [change];
    if (!present) return [];
    if (change.after === null) return [{ ...change, before: flattenFields(present) }];
    return onlyUntouched(change, flattenFields(present));
  });
}

function onlyUntouched(change: EntityChange, present: Record<string, unknown>): EntityChange[] {
  const keys = changedKeys(change).filter((key) => sameValue(present[key], change.before?.[key]));
  if (keys.length === 0) return [];
  const pick = (side: EntityChange['before']): Record<string, unknown> =>
    Object.fromEntries(keys.flatMap((key) => (side?.[key] === undefined ? [] : [[key, side[key]]])));
  return [{ ...change, before: pick(change.before), after: pick(change.after) }];
}

async function liveValues(
  database: GroundworkDatabase,
  changes: readonly EntityChange[],
  kind: RecordKind,
): Promise<Map<string, Record<string, unknown>>> {
  const ids = changes.filter((change) => change.kind === kind).map((change) => change.id);
  if (ids.length === 0) return new Map();
  const rows = await recordsOf(database, kind).bulkGet(ids);
  return new Map(
    rows.flatMap((row) => (isLive<RecordRow>(row) ? [[row.id, row.values as Record<string, unknown>]] : [])),
  );
}
