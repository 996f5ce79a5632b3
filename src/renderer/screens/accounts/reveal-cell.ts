import { rowHeight, type Column } from './columns.ts';
import type { Cursor } from './grid-cursor.ts';

const widthOf = (columns: readonly Column[], from: number, to: number): number =>
  columns.slice(from, to).reduce((sum, column) => sum + column.width, 0);

/** Back to the first row; sideways it stays. */
export function revealTop(scroller: HTMLElement): void {
  scroller.scrollTop = 0;
}

/** Scrolls so that a cell is in view, clear of the sticky head, the two pinned columns and the selection's bar. */
export function revealCell(scroller: HTMLElement, columns: readonly Column[], { row, col }: Cursor): void {
  if (row >= 0) {
    const top = row * rowHeight;
    const bar = Number.parseFloat(getComputedStyle(scroller).paddingBottom);
    const room = scroller.clientHeight - rowHeight - bar;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + rowHeight > scroller.scrollTop + room) scroller.scrollTop = top + rowHeight - room;
  }
  const pinned = widthOf(columns, 0, 2);
  const left = widthOf(columns, 0, col);
  const right = widthOf(columns, 0, col + 1);
  if (col <= 1 || left - pinned < scroller.scrollLeft) scroller.scrollLeft = Math.max(0, left - pinned);
  else if (right > scroller.scrollLeft + scroller.clientWidth)
    scroller.scrollLeft = right - scroller.clientWidth;
}

/** Keeps `data-sideways` on a scroller while it is scrolled sideways. @returns how to stop */
export function markSideways(scroller: HTMLElement): () => void {
  const mark = (): void => {
    scroller.toggleAttribute('data-sideways', scroller.scrollLeft > 0);
  };
  mark();
  scroller.addEventListener('scroll', mark, { passive: true });
  return () => scroller.removeEventListener('scroll', mark);
}
