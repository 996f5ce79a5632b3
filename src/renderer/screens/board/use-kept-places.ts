import { useLayoutEffect, useRef, type RefObject } from 'react';
import { headingLane, headingsBefore, laneEnds, type ColumnLayout } from './board-lanes.ts';
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
 * @param layout what the columns show, by the name they have for dropping
 * @returns to be called right before the lanes change
 */
export function useKeptPlaces(
  boardRef: RefObject<HTMLElement | null>,
  layout: Readonly<Record<string, ColumnLayout>>,
): () => void {
  const anchors = useRef(new Map<string, Anchor>());
  const scrollerOf = (name: string): Element | null | undefined =>
    boardRef.current?.querySelector(`[data-column-scroll="${name}"]`);

  useLayoutEffect(() => {
    for (const [name, { item, lane, past }] of anchors.current) {
      const column = layout[name];
      if (column === undefined) continue;
      const index = column.items.indexOf(item);
      const top = index < 0 ? itemTop(column, laneEnds(column, lane).first) : itemTop(column, index) + past;
      scrollerOf(name)?.scrollTo({ top });
    }
    anchors.current.clear();
    // oxlint-disable-next-line react/exhaustive-deps -- only what the columns show moves things
  }, [layout]);

  return () => {
    for (const [name, column] of Object.entries(layout)) {
      const { scrollTop } = scrollerOf(name) ?? { scrollTop: 0 };
      const index = itemAt(column, scrollTop);
      const item = column.items[index];
      if (item === undefined) continue;
      const lane = headingLane(item) ?? headingsBefore(column.headings, index) - 1;
      anchors.current.set(name, { item, lane, past: scrollTop - itemTop(column, index) });
    }
  };
}

/** Shows a lane at the top of every column. */
export function lineUp(
  board: HTMLElement | null,
  layout: Readonly<Record<string, ColumnLayout>>,
  lane: number,
): void {
  for (const [name, column] of Object.entries(layout)) {
    const top = itemTop(column, column.headings[lane] ?? 0);
    board?.querySelector(`[data-column-scroll="${name}"]`)?.scrollTo({ top });
  }
}
