import type { ListGeometry } from '../../components/use-list-window.ts';

/**
 * All cards are equally high, so that places are arithmetic: no card is ever measured, and a column of ten
 * thousand costs what a column of ten costs.
 */

/** Height of a card with the gap below it, in CSS pixels. */
export const cardPitch = 84;
/** The gap between two cards, in CSS pixels. */
export const cardGap = 6;
/** Room above the first and below the last card, in CSS pixels. */
export const listPadding = 6;

export const cardList: ListGeometry = {
  pitch: cardPitch,
  lead: listPadding,
  head: 0,
  overscan: 5,
  step: 1,
};

/** Top of the card at `index`, from the top of the list's content. */
export const cardTop = (index: number): number => listPadding + index * cardPitch;

/**
 * Where a card held at `pointerY` would be inserted: before the card at the returned index.
 * @param pointerY in the coordinates of `listTop`
 * @param listTop top of the visible list
 * @param scrollTop how far the list is scrolled
 * @param count cards in the list
 */
export function insertionIndexAt(
  pointerY: number,
  listTop: number,
  scrollTop: number,
  count: number,
): number {
  const y = pointerY - listTop + scrollTop - listPadding;
  return Math.min(count, Math.max(0, Math.round(y / cardPitch)));
}

/** Whole cards in a list of this height; what PageUp and PageDown step by. */
export const cardsPerPage = (listHeight: number): number =>
  Math.max(1, Math.floor(listHeight / cardPitch) - 1);

/** Scrolls a list just so far that the card at `index` is wholly in sight, clear of the selection's bar. */
export function revealCard(scroller: HTMLElement, index: number): void {
  const top = cardTop(index) - listPadding;
  const bottom = cardTop(index) + cardPitch;
  const room = scroller.clientHeight - Number.parseFloat(getComputedStyle(scroller).paddingBottom);
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (bottom > scroller.scrollTop + room) scroller.scrollTop = bottom - room;
}
