import { statuses } from '../../../shared/accounts/account.ts';
import { locate, type BoardColumns } from './board-columns.ts';
import { headingLane } from './board-lanes.ts';
import { headingAbove, nextHeading, placeInLane } from './lane-steps.ts';
import { stepPlace, type Step, type SteppingPlace } from './board-steps.ts';

/**
 * Which card, or heading of a lane, the keyboard is at. A model, not an element: the card need not be rendered.
 * It is bound to the account (`slot`), so it follows a card that moves; in an empty column there is no card to
 * be at. With lanes `wish` counts from the lane's heading.
 */
export interface BoardCursor extends SteppingPlace {
  readonly slot: number | null;
  /** The lane whose heading it is at; `null` = at a card, or nowhere. */
  readonly heading: number | null;
}

function at(columns: BoardColumns, place: SteppingPlace): BoardCursor {
  const item = columns[place.column][place.index];
  const heading = headingLane(item);
  return { ...place, slot: heading === null ? (item ?? null) : null, heading };
}

/** How far an item is from its lane's heading; without lanes from the top. */
const wishAt = (items: Int32Array, index: number): number => index - Math.max(0, headingAbove(items, index));

/** The first card of the first column that has one. */
export function firstCursor(columns: BoardColumns): BoardCursor {
  for (const column of statuses) {
    const index = columns[column].findIndex((item) => item >= 0);
    if (index >= 0) return at(columns, { column, index, wish: wishAt(columns[column], index) });
  }
  return at(columns, { column: statuses[0], index: 0, wish: 0 });
}

/**
 * The cursor at a card, or where it was when that card is not on the board. At its own card it stays as it
 * is: getting focus there is the end of a step, and must not forget what index that step wished for.
 */
export function cursorAt(columns: BoardColumns, slot: number, before: BoardCursor): BoardCursor {
  const place = locate(columns, slot);
  if (place === undefined) return before;
  const isThere = before.slot === slot && before.column === place.column && before.index === place.index;
  return isThere ? before : at(columns, { ...place, wish: wishAt(columns[place.column], place.index) });
}

/** The cursor at the heading of a lane in a column. */
export function cursorAtHeading(
  columns: BoardColumns,
  column: BoardCursor['column'],
  lane: number,
): BoardCursor {
  return at(columns, { column, index: Math.max(0, columns[column].indexOf(~lane)), wish: 0 });
}

/** One step on. Sideways it stays in its lane: as far below the heading as that lane reaches there. */
export function stepCursor(
  columns: BoardColumns,
  cursor: BoardCursor,
  step: Step,
  page: number,
): BoardCursor {
  const next = stepPlace(cursor, step, (column) => columns[column].length - 1, page);
  const items = columns[next.column];
  if (next.column === cursor.column) {
    return next === cursor ? cursor : at(columns, { ...next, wish: wishAt(items, next.index) });
  }
  const from = columns[cursor.column];
  const index = placeInLane(items, from[headingAbove(from, cursor.index)], cursor.wish);
  return at(columns, index === undefined ? next : { ...next, index });
}

/** The next heading in the column, that way; the cursor itself where there is none. */
export function stepLane(columns: BoardColumns, cursor: BoardCursor, way: 'up' | 'down'): BoardCursor {
  const index = nextHeading(columns[cursor.column], cursor.index, way);
  return index === undefined ? cursor : at(columns, { column: cursor.column, index, wish: 0 });
}

/**
 * The cursor after the columns changed: with its card or heading when that is still there, else at the same
 * place, or the nearest one that is left.
 */
export function followCursor(columns: BoardColumns, cursor: BoardCursor): BoardCursor {
  const here = columns[cursor.column];
  const item = cursor.heading === null ? cursor.slot : ~cursor.heading;
  if (item !== null && here[cursor.index] === item) return cursor;
  if (cursor.heading !== null && here.includes(~cursor.heading)) {
    return cursorAtHeading(columns, cursor.column, cursor.heading);
  }
  const place = cursor.slot === null ? undefined : locate(columns, cursor.slot);
  if (place !== undefined) return at(columns, { ...place, wish: wishAt(columns[place.column], place.index) });
  const index = Math.max(0, Math.min(here.length - 1, cursor.index));
  return at(columns, { column: cursor.column, index, wish: cursor.wish });
}
