import { useEffect, useState } from 'react';

/** How a list of equally high items is laid out, in px. Keep one object for the list's life. */
export interface ListGeometry {
  /** From one item to the next. */
  readonly pitch: number;
  /** Room above the first item. */
  readonly lead: number;
  /** Part of the scroller that a sticky head covers. */
  readonly head: number;
  /** Items drawn beyond the view on each side. */
  readonly overscan: number;
  /** The window moves in steps of so many items, so that most scroll events draw nothing new. */
  readonly step: number;
}

/** Items to draw: `first` to `last`, both included; `last` < `first` when there are none. */
export interface ListWindow {
  readonly first: number;
  readonly last: number;
  /** Whole items in view. */
  readonly page: number;
}

/** Which items to draw for a scroll position. */
export function windowOf(
  scrollTop: number,
  height: number,
  count: number,
  { pitch, lead, step }: ListGeometry,
  overscan: number,
): ListWindow {
  const inView = Math.ceil(height / pitch) + 1;
  const top = Math.floor(Math.max(0, scrollTop - lead) / pitch / step) * step;
  return {
    first: Math.max(0, Math.min(top - overscan, count - 1)),
    last: Math.min(count - 1, top + inView + step - 1 + overscan),
    page: Math.max(1, Math.floor(height / pitch)),
  };
}

/** What is seen of a scroller, in px. */
export interface ListView {
  /** How far it is scrolled, in whole steps of its items. */
  readonly top: number;
  readonly height: number;
  /** Items to draw beyond the view; 0 until the view itself is on screen. */
  readonly overscan: number;
}

type View = Omit<ListView, 'overscan'>;

/** What the app's frame takes of the window's height, about: the first guess, before anything is laid out. */
const frameHeight = 110;

/** Follows a scroller, for lists that know by themselves what lies where. */
export function useListView(scroller: HTMLElement | null, geometry: ListGeometry): ListView {
  const [view, setView] = useState<View>(() => ({ top: 0, height: window.innerHeight - frameHeight }));
  const [overscan, setOverscan] = useState(0);
  useEffect(() => {
    if (scroller === null) return undefined;
    const measure = (): void => {
      const next = viewOf(scroller, geometry);
      setView((now) => (now.top === next.top && now.height === next.height ? now : next));
    };
    scroller.addEventListener('scroll', measure, { passive: true });
    // Tells the size at once, and whenever it changes.
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    const idle = requestIdleCallback(() => setOverscan(geometry.overscan), { timeout: 500 });
    return () => {
      scroller.removeEventListener('scroll', measure);
      observer.disconnect();
      cancelIdleCallback(idle);
    };
  }, [scroller, geometry]);
  return { ...view, overscan };
}

/**
 * Follows a scroller. All places are arithmetic: no item is ever measured, and a list of a hundred thousand
 * costs what a list of ten costs. What is beyond the view is drawn once the view itself is on screen.
 */
export function useListWindow(
  scroller: HTMLElement | null,
  count: number,
  geometry: ListGeometry,
): ListWindow {
  const { top, height, overscan } = useListView(scroller, geometry);
  return windowOf(top, height, count, geometry, overscan);
}

/** Only whole steps count, so that most scroll events change nothing. */
function viewOf(scroller: HTMLElement, { pitch, lead, head, step }: ListGeometry): View {
  const stride = pitch * step;
  const top = Math.floor(Math.max(0, scroller.scrollTop - lead) / stride) * stride + lead;
  return { top, height: scroller.clientHeight - head };
}
