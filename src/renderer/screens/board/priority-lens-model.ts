import { headingLane } from './board-lanes.ts';
import { stepForKey } from './board-steps.ts';
import { headingAbove, nextHeading, placeInLane } from './lane-steps.ts';
import type { Priority } from '../../app/words.ts';

/** The columns of the lens by Priority, left to right; `null` = none was chosen. */
export const lensColumns: readonly (Priority | null)[] = [1, 2, 3, null];

/** What the columns show, in board order: slots of cards, and with lanes their headings as negative numbers. */
export type LensColumns = readonly Int32Array[];

/** Where the keyboard is: a column by its index, and a card of it or the heading of a lane. */
export interface LensCursor {
  readonly column: number;
  readonly index: number;
  /** The card it is bound to: it follows one that moves. */
  readonly slot: number | null;
  /** The lane whose heading it is at; `null` = at a card, or nowhere. */
  readonly heading: number | null;
}

const at = (columns: LensColumns, column: number, wish: number): LensCursor => {
  const items = columns[column] ?? new Int32Array();
  const index = Math.max(0, Math.min(items.length - 1, wish));
  const item = items[index];
  const heading = headingLane(item);
  return { column, index, slot: heading === null ? (item ?? null) : null, heading };
};

/** The first card of the first column that has one. */
function firstOfLens(columns: LensColumns): LensCursor {
  for (const [column, items] of columns.entries()) {
    const index = items.findIndex((item) => item >= 0);
    if (index >= 0) return at(columns, column, index);
  }
  return at(columns, 0, 0);
}

/** The cursor at the heading of a lane in a column. */
export const lensAtHeading = (columns: LensColumns, column: number, lane: number): LensCursor =>
  at(columns, column, columns[column]?.indexOf(~lane) ?? 0);

/**
 * With its card where that is now, or its heading; else at the same place, or the nearest that is left.
 * @param cursor `null` = the keyboard was nowhere yet
 */
export function followLens(columns: LensColumns, cursor: LensCursor | null): LensCursor {
  if (cursor === null) return firstOfLens(columns);
  const { slot, heading } = cursor;
  if (slot !== null) {
    for (const [column, items] of columns.entries()) {
      const index = items.indexOf(slot);
      if (index >= 0) return at(columns, column, index);
    }
  }
  if (heading !== null && columns[cursor.column]?.includes(~heading) === true) {
    return lensAtHeading(columns, cursor.column, heading);
  }
  const here = at(columns, cursor.column, cursor.index);
  return here.slot === null && here.heading === null ? firstOfLens(columns) : here;
}

/** The next column that has a card, to that side; with lanes the next one, in the same lane. */
function sideways(columns: LensColumns, from: LensCursor, way: 1 | -1): LensCursor {
  const here = columns[from.column] ?? new Int32Array();
  const heading = headingAbove(here, from.index);
  const beside = columns[from.column + way];
  if (heading >= 0 && beside !== undefined) {
    const index = placeInLane(beside, here[heading], from.index - heading);
    if (index !== undefined) return at(columns, from.column + way, index);
  }
  for (let column = from.column + way; column >= 0 && column < columns.length; column += way) {
    if ((columns[column]?.length ?? 0) > 0) return at(columns, column, from.index);
  }
  return from;
}

/** Where a key leads; `undefined` where it means nothing. */
export function stepLens(
  columns: LensColumns,
  cursor: LensCursor,
  key: string,
  page: number,
): LensCursor | undefined {
  const { column, index } = cursor;
  switch (stepForKey(key)) {
    case 'up':
      return at(columns, column, index - 1);
    case 'down':
      return at(columns, column, index + 1);
    case 'left':
      return sideways(columns, cursor, -1);
    case 'right':
      return sideways(columns, cursor, 1);
    case 'home':
      return at(columns, column, 0);
    case 'end':
      return at(columns, column, Number.POSITIVE_INFINITY);
    case 'pageUp':
      return at(columns, column, index - page);
    case 'pageDown':
      return at(columns, column, index + page);
    case undefined:
      return undefined;
  }
}

/** To the next heading of the column, that way; the cursor itself where there is none. */
export function stepLensLane(columns: LensColumns, cursor: LensCursor, way: 'up' | 'down'): LensCursor {
  const index = nextHeading(columns[cursor.column] ?? new Int32Array(), cursor.index, way);
  return index === undefined ? cursor : at(columns, cursor.column, index);
}

/** The Priority that a digit chooses; 0 takes it off. */
export function priorityOfKey(key: string): Priority | null | undefined {
  switch (key) {
    case '1':
      return 1;
    case '2':
      return 2;
    case '3':
      return 3;
    case '0':
      return null;
    default:
      return undefined;
  }
}
