import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clampCursor,
  followCursor,
  moveCursor,
} from '../../../../src/renderer/screens/accounts/grid-cursor.ts';

const size = { rows: 100, cols: 14, page: 20 };

describe('moving in the table', () => {
  it('goes up from the first row into the header and stops there', () => {
    expect(moveCursor({ row: 0, col: 3 }, 'ArrowUp', false, size)).toEqual({ row: -1, col: 3 });
    expect(moveCursor({ row: -1, col: 3 }, 'ArrowUp', false, size)).toEqual({ row: -1, col: 3 });
  });

  it('stops at the last row and column', () => {
    expect(moveCursor({ row: 99, col: 13 }, 'ArrowDown', false, size)).toEqual({ row: 99, col: 13 });
    expect(moveCursor({ row: 99, col: 13 }, 'ArrowRight', false, size)).toEqual({ row: 99, col: 13 });
  });

  it('goes to the ends of the row with Home and End, of the grid with Control', () => {
    expect(moveCursor({ row: 5, col: 5 }, 'Home', false, size)).toEqual({ row: 5, col: 0 });
    expect(moveCursor({ row: 5, col: 5 }, 'End', false, size)).toEqual({ row: 5, col: 13 });
    expect(moveCursor({ row: 5, col: 5 }, 'Home', true, size)).toEqual({ row: 0, col: 0 });
    expect(moveCursor({ row: 5, col: 5 }, 'End', true, size)).toEqual({ row: 99, col: 13 });
  });

  it('pages by what is in view, keeping one row, and never into the header', () => {
    expect(moveCursor({ row: 5, col: 1 }, 'PageDown', false, size)).toEqual({ row: 24, col: 1 });
    expect(moveCursor({ row: 5, col: 1 }, 'PageUp', false, size)).toEqual({ row: 0, col: 1 });
    expect(moveCursor({ row: 95, col: 1 }, 'PageDown', false, size)).toEqual({ row: 99, col: 1 });
  });

  it('leaves other keys alone', () => {
    expect(moveCursor({ row: 5, col: 1 }, 'a', false, size)).toBeUndefined();
  });

  it('stays inside any grid, empty ones included', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 30 }),
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean()), { maxLength: 40 }),
        (rows, cols, page, presses) => {
          let cursor = clampCursor({ row: 0, col: 1 }, { rows, cols, page });
          for (const [key, whole] of presses) {
            cursor = moveCursor(cursor, key, whole, { rows, cols, page }) ?? cursor;
            expect(cursor.row).toBeGreaterThanOrEqual(-1);
            expect(cursor.row).toBeLessThan(Math.max(rows, 0));
            expect(cursor.col).toBeGreaterThanOrEqual(0);
            expect(cursor.col).toBeLessThan(cols);
          }
        },
      ),
    );
  });
});

describe('the list changes under the cursor', () => {
  const before = Int32Array.from([7, 8, 9]);
  it('goes with its account', () => {
    expect(followCursor({ row: 0, col: 4 }, before, Int32Array.from([8, 9, 7]))).toEqual({ row: 2, col: 4 });
  });

  it('stays where it was when the account is gone, or it was at the head', () => {
    expect(followCursor({ row: 1, col: 4 }, before, Int32Array.from([7, 9]))).toEqual({ row: 1, col: 4 });
    expect(followCursor({ row: -1, col: 4 }, before, Int32Array.from([9, 8, 7]))).toEqual({
      row: -1,
      col: 4,
    });
  });
});
