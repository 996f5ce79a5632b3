import { instantOf, type Clock } from '../../shared/clock.ts';
import {
  changeSortKey,
  inlineLimit,
  packSize,
  type ChangeSet,
  type EntityChange,
  type Label,
  type Origin,
} from '../../shared/history/change-set.ts';
import type { IdSource } from '../../shared/ids.ts';
import { applyChanges, type Pace } from './apply-changes.ts';
import { schemaVersion, type GroundworkDatabase, type StoreMeta } from './database.ts';
import { readMeta } from './reading.ts';

/** Who writes, and with which clock and ids. */
export interface WriteContext {
  readonly clock: Clock;
  readonly ids: IdSource;
  /** The person at the keyboard. */
  readonly actor: string;
  /** The workspace's BDR; '' while none is set. */
  readonly bdr: string;
}

/** What a command decided to write. */
export interface Decided {
  readonly command: string;
  readonly label: Label;
  readonly origin: Origin;
  readonly reason?: string;
  readonly changes: readonly EntityChange[];
  /** Undo stack: `push` for what a user does, `none` for what they did not. */
  readonly stack:
    | { readonly kind: 'push' }
    | { readonly kind: 'none' }
    | { readonly kind: 'undo'; readonly of: ChangeSet }
    | { readonly kind: 'redo'; readonly of: ChangeSet };
}

/**
 * The one way to write: one strict transaction in which the command reads, decides, changes rows and
 * appends its change set with the next number. It resolves when the engine has flushed it.
 *
 * @param decide runs inside the transaction and may await database reads only; `null` = nothing to change
 * @returns the change set, or `null`
 * @throws Refused (store-error.ts) from `decide`, or what the engine throws; nothing is written then
 */
export function write(
  database: GroundworkDatabase,
  context: WriteContext,
  decide: (meta: StoreMeta) => Promise<Decided | null> | Decided | null,
  pace: Pace = {},
): Promise<ChangeSet | null> {
  return database.transaction('rw', database.tables, async () => {
    const meta = await readMeta(database);
    const decided = await decide(meta);
    if (decided === null) return null;
    // A step back over something that is gone altogether still moves the stack.
    const isStep = decided.stack.kind === 'undo' || decided.stack.kind === 'redo';
    if (decided.changes.length === 0 && !isStep) return null;
    const n = meta.through + 1;
    await applyChanges(database, n, decided.changes, pace);
    const changeSet = changeSetOf(n, meta, decided, context);
    await appendHistory(database, changeSet, decided.changes, pace);
    await database.meta.put(metaAfter(meta, changeSet, decided.stack));
    return changeSet;
  });
}

function changeSetOf(n: number, meta: StoreMeta, decided: Decided, context: WriteContext): ChangeSet {
  const counts = { created: 0, updated: 0, deleted: 0 };
  let accounts = meta.accounts;
  let prospects = meta.prospects;
  for (const { kind, before, after } of decided.changes) {
    if (before === null) counts.created += 1;
    else if (after === null) counts.deleted += 1;
    else counts.updated += 1;
    const delta = before === null ? 1 : after === null ? -1 : 0;
    if (kind === 'account') accounts += delta;
    else if (kind === 'prospect') prospects += delta;
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
    totals: { accounts, prospects },
  };
}

/**
 * The undo stack as linked lists through the change sets. A new command clears redo; undoing `x` makes
 * what lay under `x` the next to undo, and the undoing itself the next to redo.
 */
function metaAfter(meta: StoreMeta, changeSet: ChangeSet, stack: Decided['stack']): StoreMeta {
  const { undoTop: _undo, redoTop: _redo, ...rest } = meta;
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
): Promise<void> {
  if (changes.length <= inlineLimit) {
    const touches = [...new Set(changes.flatMap(accountsOf))];
    await database.changeSets.add({ ...changeSet, changes, touches });
    return;
  }
  const sorted = changes.toSorted((a, b) => (changeSortKey(a) < changeSortKey(b) ? -1 : 1));
  const packStarts: string[] = [];
  for (let start = 0; start < sorted.length; start += packSize) {
    pace.check?.();
    const part = sorted.slice(start, start + packSize);
    const [first] = part;
    if (first) packStarts.push(changeSortKey(first));
    await database.changePacks.add({ n: changeSet.n, pack: start / packSize, changes: part });
  }
  await database.changeSets.add({ ...changeSet, packs: packStarts.length, packStarts });
}

const accountsOf = (change: EntityChange): string[] =>
  change.kind === 'account' ? [change.id] : change.accountId !== undefined ? [change.accountId] : [];
