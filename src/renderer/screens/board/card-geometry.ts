import type { ListGeometry, ListView } from '../../components/use-list-window.ts';
import { headingsBefore, laneEnds, type ColumnLayout } from './board-lanes.ts';

/**
 * All cards are equally high, and so are all headings of lanes, so that places are arithmetic: nothing is ever
 * measured, and a column of ten thousand costs what a column of ten costs.
 */

/** Height of a card with the gap below it, in CSS pixels. */
export const cardPitch = 84;
/** The gap between two cards, in CSS pixels. */
const cardGap = 6;
/** Room above the first and below the last card, in CSS pixels. */
export const listPadding = 6;
/** Height of a lane's heading with the gap below it, in CSS pixels. */
export const lanePitch = 36;

/** For following the scroller; headings of lanes make a column longer than this says, never shorter. */
export const cardList: ListGeometry = {
  pitch: cardPitch,
  lead: listPadding,
  head: 0,
  overscan: 5,
  step: 1,
};

/** Top of an item (a card or a heading), from the top of the column's content; at the end, its height. */
export function itemTop({ headings }: ColumnLayout, index: number): number {
  const above = headingsBefore(headings, index);
  const lead = headings.length === 0 ? listPadding : 0;
  return lead + above * lanePitch + (index - above) * cardPitch;
}

/** Height of all that a column shows. */
export const contentHeight = (layout: ColumnLayout): number =>
  itemTop(layout, layout.items.length) + listPadding;

/** The last item that begins at or above `y`; the first one where none does. */
export function itemAt(layout: ColumnLayout, y: number): number {
  let low = 0;
  let high = layout.items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (itemTop(layout, middle) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Items to draw for a view of the column: first and last, both included; last < first when there are none. */
export function itemsInView(
  layout: ColumnLayout,
  { top, height, overscan }: ListView,
): { readonly first: number; readonly last: number } {
  const count = layout.items.length;
  return {
    first: Math.max(0, itemAt(layout, top) - overscan),
    // The view's top is told in whole steps: up to one card more is in sight.
    last: Math.min(count - 1, itemAt(layout, top + cardPitch + height) + overscan),
  };
}

interface Room {
  /** Where its first card begins, from the top of the column's content. */
  readonly top: number;
  /** Cards that it shows. */
  readonly cards: number;
}

/** The part of a column that cards of a lane land in. */
function roomOf(layout: ColumnLayout, lane: number | null): Room {
  if (lane === null) return { top: listPadding, cards: layout.items.length };
  const { first, last } = laneEnds(layout, lane);
  return { top: itemTop(layout, first) + lanePitch, cards: last - first };
}

/** Where cards held over a column would land. */
export interface Insertion {
  /** Before the card of this index in the lane; in the column where there are no lanes. */
  readonly index: number;
  /** The pointer is over another lane: the place is the nearest one in their own. */
  readonly away: boolean;
}

/**
 * Where cards of a lane, held at `y`, would be inserted. They never leave their lane.
 * @param lane `null` = there are none
 * @param y from the top of the column's content
 */
export function insertionAt(layout: ColumnLayout, lane: number | null, y: number): Insertion {
  const { top, cards } = roomOf(layout, lane);
  const index = Math.min(cards, Math.max(0, Math.round((y - top) / cardPitch)));
  const above = y < top - lanePitch;
  const below = y >= top + cards * cardPitch && (lane ?? 0) < layout.headings.length - 1;
  return { index, away: lane !== null && (above || below) };
}

/** The middle of the gap before the card of this index in a lane, from the top of the column's content. */
export function gapTop(layout: ColumnLayout, lane: number | null, index: number): number {
  const { top, cards } = roomOf(layout, lane);
  return top + Math.min(cards, index) * cardPitch - cardGap / 2;
}

/** The item that the card of this index in a lane is. */
export const itemInLane = (layout: ColumnLayout, lane: number | null, index: number): number =>
  lane === null ? index : laneEnds(layout, lane).first + 1 + index;

/** Whole cards in a list of this height; what PageUp and PageDown step by. */
export const cardsPerPage = (listHeight: number): number =>
  Math.max(1, Math.floor(listHeight / cardPitch) - 1);

/** Scrolls a list just so far that the item is wholly in sight, clear of heading and selection's bar. */
export function revealItem(scroller: HTMLElement, layout: ColumnLayout, index: number): void {
  const head = layout.headings.length === 0 ? listPadding : lanePitch;
  const top = itemTop(layout, index);
  const room = scroller.clientHeight - Number.parseFloat(getComputedStyle(scroller).paddingBottom);
  if (top - head < scroller.scrollTop) scroller.scrollTop = top - head;
  else if (top + cardPitch > scroller.scrollTop + room) scroller.scrollTop = top + cardPitch - room;
}
