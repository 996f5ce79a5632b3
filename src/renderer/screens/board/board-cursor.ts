import { statuses } from '../../../shared/accounts/account.ts';
import { locate, type BoardColumns } from './board-columns.ts';
import { stepPlace, type Step, type SteppingPlace } from './board-steps.ts';

/**
 * Which card the keyboard is at. A model, not an element: the card need not be rendered. It is bound to the
 * account (`slot`), so it follows a card that moves; in an empty column there is no card to be at.
 */
export interface BoardCursor extends SteppingPlace {
  readonly slot: number | null;
}

const at = (columns: BoardColumns, place: SteppingPlace): BoardCursor => ({
  ...place,
  slot: columns[place.column][place.index] ?? null,
});

/** The first card of the first column that has one. */
export function firstCursor(columns: BoardColumns): BoardCursor {
  const column = statuses.find((status) => columns[status].length > 0) ?? statuses[0];
  return at(columns, { column, index: 0, wish: 0 });
}

/**
 * The cursor at a card, or where it was when that card is not on the board. At its own card it stays as it
 * is: getting focus there is the end of a step, and must not forget what index that step wished for.
 */
export function cursorAt(columns: BoardColumns, slot: number, before: BoardCursor): BoardCursor {
  const place = locate(columns, slot);
  if (place === undefined) return before;
  const isThere = before.slot === slot && before.column === place.column && before.index === place.index;
  return isThere ? before : { ...place, wish: place.index, slot };
}

export const stepCursor = (
  columns: BoardColumns,
  cursor: BoardCursor,
  step: Step,
  page: number,
): BoardCursor =>
  at(
    columns,
    stepPlace(cursor, step, (column) => columns[column].length - 1, page),
  );

/**
 * The cursor after the columns changed: with its card when that is still there, else at the same place, or
 * the nearest one that is left.
 */
export function followCursor(columns: BoardColumns, cursor: BoardCursor): BoardCursor {
  const here = columns[cursor.column];
  if (cursor.slot !== null && here[cursor.index] === cursor.slot) return cursor;
  const place = cursor.slot === null ? undefined : locate(columns, cursor.slot);
  if (place !== undefined) return { ...place, wish: place.index, slot: cursor.slot };
  const index = Math.max(0, Math.min(here.length - 1, cursor.index));
  return at(columns, { column: cursor.column, index, wish: cursor.wish });
}
