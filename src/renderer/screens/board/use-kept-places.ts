import { useLayoutEffect, useRef, type RefObject } from 'react';
import { statuses, type Status } from '../../../shared/accounts/account.ts';
import { headingLane, headingsBefore, laneEnds, type BoardLayout } from './board-lanes.ts';
import { itemAt, itemTop } from './card-geometry.ts';

/** What stood at the top of a column: an item, its lane, and how much of it was scrolled away, in px. */
interface Anchor {
  readonly item: number;
  readonly lane: number;
  readonly past: number;
}

/**
 * Keeps what people look at where it is when a lane opens or closes: in every column the item at its top stays
 * there; of a lane that closed, its heading.
 * @returns to be called right before the lanes change
 */
export function useKeptPlaces(boardRef: RefObject<HTMLElement | null>, layout: BoardLayout): () => void {
  const anchors = useRef(new Map<Status, Anchor>());
  const scrollerOf = (status: Status): Element | null | undefined =>
    boardRef.current?.querySelector(`[data-column-scroll="${status}"]`);

  useLayoutEffect(() => {
    for (const [status, { item, lane, past }] of anchors.current) {
      const column = layout[status];
      const index = column.items.indexOf(item);
      const top = index < 0 ? itemTop(column, laneEnds(column, lane).first) : itemTop(column, index) + past;
      scrollerOf(status)?.scrollTo({ top });
    }
    anchors.current.clear();
    // Only what the columns show moves things.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [layout]);

  return () => {
    for (const status of statuses) {
      const { scrollTop } = scrollerOf(status) ?? { scrollTop: 0 };
      const column = layout[status];
      const index = itemAt(column, scrollTop);
      const item = column.items[index];
      if (item === undefined) continue;
      const lane = headingLane(item) ?? headingsBefore(column.headings, index) - 1;
      anchors.current.set(status, { item, lane, past: scrollTop - itemTop(column, index) });
    }
  };
}
