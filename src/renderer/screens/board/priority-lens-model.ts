import { stepForKey } from './board-steps.ts';
import type { Priority } from '../../app/words.ts';

/** The columns of the lens by Priority, left to right; `null` = none was chosen. */
export const lensColumns: readonly (Priority | null)[] = [1, 2, 3, null];

/** Row slots by column, in board order. */
export type LensColumns = readonly Int32Array[];

/** Where the keyboard is: a column by its index, and a card of it. */
export interface LensCursor {
  readonly column: number;
  readonly index: number;
  /** The card it is bound to: it follows one that moves. */
  readonly slot: number | null;
}

const at = (columns: LensColumns, column: number, wish: number): LensCursor => {
  const slots = columns[column] ?? new Int32Array();
  const index = Math.max(0, Math.min(slots.length - 1, wish));
  return { column, index, slot: slots[index] ?? null };
};

/** With its card where that is now; else at the same place, or the nearest that is left. */
export function followLens(columns: LensColumns, cursor: LensCursor): LensCursor {
  if (cursor.slot !== null) {
    for (const [column, slots] of columns.entries()) {
      const index = slots.indexOf(cursor.slot);
      if (index >= 0) return { column, index, slot: cursor.slot };
    }
  }
  const here = at(columns, cursor.column, cursor.index);
  if (here.slot !== null) return here;
  const filled = columns.findIndex((slots) => slots.length > 0);
  return filled < 0 ? here : at(columns, filled, 0);
}

/** The next column that has a card, to that side. */
function sideways(columns: LensColumns, from: LensCursor, way: 1 | -1): LensCursor {
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
