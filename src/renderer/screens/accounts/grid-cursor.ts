/** Where the keyboard is in the table. Row -1 is the header. */
export interface Cursor {
  readonly row: number;
  readonly col: number;
}

export interface GridSize {
  readonly rows: number;
  readonly cols: number;
  /** Rows that fit into the view. */
  readonly page: number;
}

/** The cursor inside the grid, when rows went away. */
export const clampCursor = ({ row, col }: Cursor, { rows, cols }: GridSize): Cursor => ({
  row: Math.max(-1, Math.min(row, rows - 1)),
  col: Math.max(0, Math.min(col, cols - 1)),
});

/** The cursor after the list changed under it: with its account, when that is still shown, else where it was. */
export function followCursor(cursor: Cursor, before: Int32Array, now: Int32Array): Cursor {
  const slot = before[cursor.row];
  if (slot === undefined || now[cursor.row] === slot) return cursor;
  const row = now.indexOf(slot);
  return row < 0 ? cursor : { row, col: cursor.col };
}

/**
 * Where a key leads (ARIA grid pattern); `undefined` when the key does not move.
 * @param whole Control or Command is held: to the ends of the grid
 */
export function moveCursor(from: Cursor, key: string, whole: boolean, size: GridSize): Cursor | undefined {
  const to = target(from, key, whole, size);
  return to === undefined ? undefined : clampCursor(to, size);
}

function target({ row, col }: Cursor, key: string, whole: boolean, size: GridSize): Cursor | undefined {
  const lastRow = size.rows - 1;
  const lastCol = size.cols - 1;
  const step = Math.max(1, size.page - 1);
  switch (key) {
    case 'ArrowDown':
      return { row: whole ? lastRow : row + 1, col };
    case 'ArrowUp':
      return { row: whole ? Math.min(0, lastRow) : row - 1, col };
    case 'ArrowRight':
      return { row, col: whole ? lastCol : col + 1 };
    case 'ArrowLeft':
      return { row, col: whole ? 0 : col - 1 };
    case 'Home':
      return { row: whole ? Math.min(0, lastRow) : row, col: 0 };
    case 'End':
      return { row: whole ? lastRow : row, col: lastCol };
    case 'PageDown':
      return { row: Math.min(lastRow, row + step), col };
    case 'PageUp':
      return { row: Math.max(Math.min(0, lastRow), row - step), col };
    default:
      return undefined;
  }
}
