import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type Range,
} from '@tanstack/react-virtual';
import { useLayoutEffect, useReducer, useState } from 'react';
import { cardPitch, cardTop, listPadding } from './card-geometry.ts';

const overscan = 5;
const nothing = (): void => undefined;

/**
 * Which cards of a column are rendered: those in sight, some beyond, and the pinned ones wherever they are
 * (the one with focus must keep it, the one being dragged must keep its touch events).
 *
 * Uses the virtualizer without its React adapter: that hands out functions which change under the
 * component, this hands out plain indexes.
 * @param pinned indexes that stay rendered; -1 is none
 */
export function useCardWindow(
  scroller: HTMLElement | null,
  count: number,
  pinned: readonly number[],
): readonly number[] {
  const rerender = useReducer((turn: number) => turn + 1, 0)[1];
  const options = {
    count,
    getScrollElement: () => scroller,
    estimateSize: () => cardPitch,
    paddingStart: listPadding,
    paddingEnd: listPadding,
    overscan,
    rangeExtractor: (range: Range) => withPinned(defaultRangeExtractor(range), pinned, count),
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: rerender,
  };
  const [virtualizer] = useState(
    () => new Virtualizer<HTMLElement, HTMLElement>({ ...options, onChange: nothing }),
  );
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer.getVirtualIndexes();
}

function withPinned(range: number[], pinned: readonly number[], count: number): number[] {
  const missing = pinned.filter((index) => index >= 0 && index < count && !range.includes(index));
  return missing.length === 0 ? range : [...new Set([...range, ...missing])].sort((a, b) => a - b);
}

/** Scrolls a list just so far that the card at `index` is wholly in sight. */
export function revealCard(scroller: HTMLElement, index: number): void {
  const top = cardTop(index) - listPadding;
  const bottom = cardTop(index) + cardPitch;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (bottom > scroller.scrollTop + scroller.clientHeight) {
    scroller.scrollTop = bottom - scroller.clientHeight;
  }
}
