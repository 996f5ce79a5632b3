import { statuses, type Status } from '../../../shared/accounts/account.ts';
import type { BoardColumns } from './board-columns.ts';
import type { Neighbours } from './drop-place.ts';

/** A move that was asked for and has no outcome yet. */
export interface PendingMove {
  readonly slots: readonly number[];
  readonly to: Status;
  readonly place: Neighbours;
}

/**
 * The board as it will be once the pending moves have landed. Applied over every view until the outcome is
 * known, it makes no difference once the view has the move: so a card never jumps back before it lands.
 */
export const withPending = (columns: BoardColumns, pending: readonly PendingMove[]): BoardColumns =>
  pending.reduce(applyMove, columns);

function applyMove(columns: BoardColumns, move: PendingMove): BoardColumns {
  const moved = new Set(move.slots);
  // A card that the filter hides, or that is gone, must not come back as a ghost.
  const shown = new Set(statuses.flatMap((status) => [...columns[status].filter((slot) => moved.has(slot))]));
  const landing = move.slots.filter((slot) => shown.has(slot));
  const next: Partial<Record<Status, Int32Array>> = {};
  for (const status of statuses) {
    const column = columns[status];
    const touched = status === move.to || column.some((slot) => moved.has(slot));
    next[status] = touched ? column.filter((slot) => !moved.has(slot)) : column;
  }
  const target = next[move.to] ?? new Int32Array();
  const column = insertAt(target, landingIndex(target, move.place), landing);
  return { ...columns, ...next, [move.to]: column };
}

function landingIndex(column: Int32Array, { after, before }: Neighbours): number {
  const above = after === null ? -1 : column.indexOf(after);
  if (above >= 0) return above + 1;
  const below = before === null ? -1 : column.indexOf(before);
  if (below >= 0) return below;
  return after === null && before !== null ? 0 : column.length;
}

function insertAt(column: Int32Array, index: number, slots: readonly number[]): Int32Array {
  const next = new Int32Array(column.length + slots.length);
  next.set(column.subarray(0, index));
  next.set(slots, index);
  next.set(column.subarray(index), index + slots.length);
  return next;
}

/** Whether a move would leave the board as it is: then there is nothing to ask the store for. */
export function changesNothing(columns: BoardColumns, move: PendingMove): boolean {
  const after = applyMove(columns, move)[move.to];
  const before = columns[move.to];
  return before.length === after.length && before.every((slot, index) => slot === after[index]);
}
