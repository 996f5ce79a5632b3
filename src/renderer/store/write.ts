import { instantOf, type Clock } from '../../shared/clock.ts';
import {
  changeSortKey,
  type ChangeSet,
  type EntityChange,
  type Label,
  type Origin,
} from '../../shared/history/change-set.ts';
import type { IdSource } from '../../shared/ids.ts';
import { label } from '../../shared/rule-book/messages.ts';
import { applyChanges, type Pace } from './apply-changes.ts';
import type { GroundworkDatabase, StoreMeta } from './database.ts';
import { countOf, isRecordKind, type LivingCounts } from './record-tables.ts';
import { leavesCount } from './integrity/apply-quarantine.ts';
import { historyRow } from './journal-lines.ts';
import { areInline, packChanges } from './pack-changes.ts';
import { readHeldMeta } from './reading.ts';
import { Refused } from './store-error.ts';
import { schemaVersion } from './versions/index.ts';
import { batchedAbove, writeInBatches } from './write-in-batches.ts';

/** Who writes, and with which clock and ids. */
export interface WriteContext {
  readonly clock: Clock;
  readonly ids: IdSource;
  /** The person at the keyboard. */
  readonly actor: string;
  /** The workspace's BDR; '' while none is set. */
  readonly bdr: string;
  /** Tests lower the bound above which a change set is written in several transactions. */
  readonly batchedAbove?: number;
}

/** What a command decided to write. */
export interface Decided {
  readonly command: string;
  readonly label: Label;
  readonly origin: Origin;
  readonly reason?: string;
  readonly changes: readonly EntityChange[];
  /** What the store really held before, where it was counted anew. Written even without changes. */
  readonly recount?: LivingCounts;
  /** Undo stack: `push` for what a user does, `none` for what they did not. */
  readonly stack:
    | { readonly kind: 'push' }
    | { readonly kind: 'none' }
    | { readonly kind: 'undo'; readonly of: ChangeSet }
    | { readonly kind: 'redo'; readonly of: ChangeSet };
}

/**
 * The one way to write: one strict transaction in which the command reads, decides, changes rows and
 * appends its change set with the next number. It resolves when the engine has flushed it. A very large
 * change set goes on in further transactions, behind a gate, and is seen whole or not at all.
 *
 * @param decide runs inside the transaction and may await database reads only; `null` = nothing to change
 * @returns the change set as the history keeps it, or `null`
 * @throws Refused (store-error.ts) from `decide`, or what the engine throws; nothing is written then
 */
export async function write(
  database: GroundworkDatabase,
  context: WriteContext,
  decide: (meta: StoreMeta) => Promise<Decided | null> | Decided | null,
  pace: Pace = {},
): Promise<ChangeSet | null> {
  const begun = await database.transaction('rw', database.tables, async () => {
    const meta = await readHeldMeta(database);
    if (meta.applying) throw new Refused({ code: 'applying', message: label('store.applying') });
    const decided = await decide(meta);
    if (decided === null) return null;
    // A step back over something that is gone altogether still moves the stack.
    const isStep = decided.stack.kind === 'undo' || decided.stack.kind === 'redo';
    if (decided.changes.length === 0 && !isStep && !decided.recount) return null;
    const changeSet = changeSetOf(meta.through + 1, meta, decided, context);
    if (decided.changes.length > (context.batchedAbove ?? batchedAbove)) {
      const { packs, row } = packed(changeSet, decided.changes);
      const { undoTop, redoTop } = metaAfter(meta, changeSet, decided.stack);
      const tops = { ...(undoTop !== undefined && { undoTop }), ...(redoTop !== undefined && { redoTop }) };
      await database.meta.put({ ...meta, applying: { changeSet: row, ...tops, phase: 'staging', done: 0 } });
      return { changeSet: row, staged: packs };
    }
    await applyChanges(database, changeSet.n, decided.changes, pace);
    const row = await appendHistory(database, changeSet, decided.changes, pace);
    await database.meta.put(metaAfter(meta, changeSet, decided.stack));
    return { changeSet: row };
  });
  if (begun?.staged) await writeInBatches(database, begun.changeSet, begun.staged, pace);
  return begun?.changeSet ?? null;
}

function changeSetOf(n: number, meta: StoreMeta, decided: Decided, context: WriteContext): ChangeSet {
  const counts = { created: 0, updated: 0, deleted: 0 };
  const { accounts, prospects, opportunities } = decided.recount ?? meta;
  const totals = { accounts, prospects, opportunities };
  for (const change of decided.changes) {
    const { kind, before, after } = change;
    if (before === null) counts.created += 1;
    else if (after === null) counts.deleted += 1;
    else counts.updated += 1;
    const delta = before === null ? 1 : after === null ? -1 : 0;
    const counted = isRecordKind(kind) ? countOf[kind] : null;
    if (counted) totals[counted] += delta;
    const left = kind === 'quarantined' ? leavesCount(change) : null;
    if (left) totals[left] -= 1;
  }
  const { stack } = decided;
  const undoNext = stack.kind === 'undo' || stack.kind === 'none' ? undefined : meta.undoTop;
  const redoNext = stack.kind === 'undo' ? meta.redoTop : undefined;
  return {
    n,
    id: context.ids.next(),
    format: 1,
    schema: schemaVersion,
    at: instantOf(context.clock),
    actor: context.actor,
    bdr: context.bdr,
    command: decided.command,
    label: decided.label,
    ...(decided.reason !== undefined && { reason: decided.reason }),
    origin: decided.origin,
    ...(stack.kind === 'undo' && { undoes: stack.of.n }),
    ...(stack.kind === 'redo' && { redoes: stack.of.undoes ?? stack.of.n }),
    ...(undoNext !== undefined && { undoNext }),
    ...(redoNext !== undefined && { redoNext }),
    counts,
    totals,
  };
}

/**
 * The undo stack as linked lists through the change sets. A new command clears redo; undoing `x` makes
 * what lay under `x` the next to undo, and the undoing itself the next to redo.
 */
function metaAfter(meta: StoreMeta, changeSet: ChangeSet, stack: Decided['stack']): StoreMeta {
  const { undoTop: _undo, redoTop: _redo, clean: _clean, ...rest } = meta;
  const next = { ...rest, through: changeSet.n, ...changeSet.totals };
  const tops = (undoTop: number | undefined, redoTop: number | undefined): StoreMeta => ({
    ...next,
    ...(undoTop !== undefined && { undoTop }),
    ...(redoTop !== undefined && { redoTop }),
  });
  switch (stack.kind) {
    case 'push':
      return tops(changeSet.n, undefined);
    case 'none':
      return tops(meta.undoTop, meta.redoTop);
    case 'undo':
      return tops(stack.of.undoNext, changeSet.n);
    case 'redo':
      return tops(changeSet.n, stack.of.redoNext);
  }
}

async function appendHistory(
  database: GroundworkDatabase,
  changeSet: ChangeSet,
  changes: readonly EntityChange[],
  pace: Pace,
): Promise<ChangeSet> {
  if (areInline(changes)) {
    const row = historyRow({ ...changeSet, changes });
    await database.changeSets.add(row);
    return row;
  }
  const { packs, row } = packed(changeSet, changes);
  for (const [pack, part] of packs.entries()) {
    pace.check?.();
    await database.changePacks.add({ n: changeSet.n, pack, changes: part });
  }
  await database.changeSets.add(row);
  return row;
}

/** Many changes, in packs sorted so that one account's change is found, and the change set that names them. */
function packed(
  changeSet: ChangeSet,
  changes: readonly EntityChange[],
): { readonly packs: readonly (readonly EntityChange[])[]; readonly row: ChangeSet } {
  const packs = packChanges(changes);
  const packStarts = packs.flatMap(([first]) => (first ? [changeSortKey(first)] : []));
  return { packs, row: { ...changeSet, packs: packs.length, packStarts } };
}
