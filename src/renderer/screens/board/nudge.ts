import { locate, type BoardColumns } from './board-columns.ts';
import type { PendingMove } from './board-optimistic.ts';
import { freeCount, freeIndexOf, neighboursAt, shownIndexOf } from './drop-place.ts';

/** Moves within a column, from the menu. */
export type Nudge = 'top' | 'up' | 'down' | 'bottom';

/**
 * The move that takes cards within the column of `grabbed`; `undefined` when there is no such way to go.
 * Several keep their order and close up around where the first of them was.
 */
export function nudge(
  columns: BoardColumns,
  grabbed: number,
  slots: readonly number[],
  way: Nudge,
): PendingMove | undefined {
  const place = locate(columns, grabbed);
  if (place === undefined) return undefined;
  const column = columns[place.column];
  const moved = new Set(slots);
  const last = freeCount(column, moved);
  const first = freeIndexOf(
    column,
    moved,
    column.findIndex((slot) => moved.has(slot)),
  );
  const target = { top: 0, up: first - 1, down: first + 1, bottom: last }[way];
  const together = slots.length === 1;
  if (target < 0 || target > last || (together && target === first)) return undefined;
  const shown = shownIndexOf(column, moved, target);
  return { slots, to: place.column, place: neighboursAt(column, moved, shown) };
}
