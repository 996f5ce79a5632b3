import { columns, rowHeight } from './columns.ts';
import type { Cursor } from './grid-cursor.ts';

const widthOf = (from: number, to: number): number =>
  columns.slice(from, to).reduce((sum, column) => sum + column.width, 0);

/** Back to the first row; sideways it stays. */
export function revealTop(scroller: HTMLElement): void {
  scroller.scrollTop = 0;
}

/** Scrolls so that a cell is in view, clear of the sticky head and of the two pinned columns. */
export function revealCell(scroller: HTMLElement, { row, col }: Cursor): void {
  if (row >= 0) {
    const top = row * rowHeight;
    const room = scroller.clientHeight - rowHeight;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + rowHeight > scroller.scrollTop + room) scroller.scrollTop = top + rowHeight - room;
  }
  const pinned = widthOf(0, 2);
  const left = widthOf(0, col);
  const right = widthOf(0, col + 1);
  if (col <= 1 || left - pinned < scroller.scrollLeft) scroller.scrollLeft = Math.max(0, left - pinned);
  else if (right > scroller.scrollLeft + scroller.clientWidth)
    scroller.scrollLeft = right - scroller.clientWidth;
}
