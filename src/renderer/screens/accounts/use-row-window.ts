import { useEffect, useState } from 'react';
import { rowHeight } from './columns.ts';

/** Rows to draw: `first` to `last`, both included; `last` < `first` when there are none. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
  /** Whole rows in view. */
  readonly page: number;
}

/** Rows drawn beyond the view on each side. */
const overscan = 10;
/** The window moves in steps of so many rows, so that most scroll events draw nothing new. */
const step = 5;

/** Which rows to draw for a scroll position. All rows are `rowHeight` high. */
export function windowOf(scrollTop: number, height: number, rows: number): RowWindow {
  const page = Math.max(1, Math.floor(height / rowHeight));
  const top = Math.floor(Math.max(0, scrollTop) / rowHeight / step) * step;
  return {
    first: Math.max(0, Math.min(top - overscan, rows - 1)),
    last: Math.min(rows - 1, top + page + step + overscan),
    page,
  };
}

/** Follows a scroller. `headHeight` px of it are covered by a sticky head. */
export function useRowWindow(scroller: HTMLElement | null, rows: number, headHeight: number): RowWindow {
  const [view, setView] = useState({ top: 0, height: 900 });
  useEffect(() => {
    if (scroller === null) return undefined;
    const measure = (): void => {
      const pitch = rowHeight * step;
      const top = Math.floor(scroller.scrollTop / pitch) * pitch;
      const height = scroller.clientHeight - headHeight;
      setView((now) => (now.top === top && now.height === height ? now : { top, height }));
    };
    scroller.addEventListener('scroll', measure, { passive: true });
    // Tells the size at once, and whenever it changes.
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [scroller, headHeight]);
  return windowOf(view.top, view.height, rows);
}
