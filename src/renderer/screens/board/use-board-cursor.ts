import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { BoardColumns } from './board-columns.ts';
import {
  cursorAt,
  cursorAtHeading,
  firstCursor,
  followCursor,
  stepCursor,
  stepLane,
  type BoardCursor,
} from './board-cursor.ts';
import type { BoardLayout } from './board-lanes.ts';
import { cardsPerPage, revealItem } from './card-geometry.ts';
import type { Step } from './board-steps.ts';
import type { Status } from '../../../shared/accounts/account.ts';

export interface BoardFocus {
  readonly cursor: BoardCursor;
  /** Moves the cursor one step and focus with it; gives where it is then. */
  readonly step: (step: Step) => BoardCursor;
  /** To the heading of this lane, or the next one that way. */
  readonly stepLane: (way: 'up' | 'down') => void;
  /** The cursor is at this card now (it was clicked, or got focus). */
  readonly visit: (slot: number) => void;
  readonly visitHeading: (column: Status, lane: number) => void;
  /** Focus goes to the cursor's card after the next render, scrolled into sight. */
  readonly focusCursor: () => void;
  /** Scrolls an item of a column into sight. */
  readonly reveal: (column: Status, index: number) => void;
  readonly pageOf: (column: Status) => number;
  /** The element of the card (or empty list) the cursor is at. */
  readonly element: () => HTMLElement | null;
  /** For the board element: tells whether focus is inside. */
  readonly onFocus: () => void;
  readonly onBlur: (event: { readonly relatedTarget: EventTarget | null }) => void;
}

/** Roving focus by model: the cursor is a column and an index; the element follows. */
export function useBoardCursor(
  boardRef: RefObject<HTMLElement | null>,
  columns: BoardColumns,
  layout: BoardLayout,
): BoardFocus {
  const [state, setState] = useState(() => firstCursor(columns));
  const [turn, setTurn] = useState(0);
  const cursor = followCursor(columns, state);
  const focused = useRef(false);

  const scrollerOf = useCallback(
    (column: Status) => boardRef.current?.querySelector<HTMLElement>(`[data-column-scroll="${column}"]`),
    [boardRef],
  );
  const reveal = useCallback(
    (column: Status, index: number) => {
      const scroller = scrollerOf(column);
      if (scroller === undefined || scroller === null) return;
      revealItem(scroller, layout[column], index);
      scroller.closest('[data-column]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
    [scrollerOf, layout],
  );
  const element = useCallback((): HTMLElement | null => {
    const { slot, heading, column } = cursor;
    const selector =
      heading !== null
        ? `[data-column="${column}"] [data-lane-heading="${String(heading)}"]`
        : slot === null
          ? `[data-column-list="${column}"]`
          : `[data-slot="${String(slot)}"]`;
    return boardRef.current?.querySelector<HTMLElement>(selector) ?? null;
  }, [boardRef, cursor]);

  const focusElement = (): void => {
    reveal(cursor.column, cursor.index);
    element()?.focus({ preventScroll: true });
  };
  const lastTurn = useRef(0);
  useLayoutEffect(() => {
    // A card that moved took its element, and focus, with it: focus goes where the card is now.
    const lost = focused.current && document.activeElement === document.body;
    if (lastTurn.current !== turn || lost) focusElement();
    lastTurn.current = turn;
  });

  return {
    cursor,
    step: (step) => {
      const page = pageIn(scrollerOf(cursor.column));
      const next = stepCursor(columns, cursor, step, page);
      setState(next);
      setTurn((last) => last + 1);
      return next;
    },
    stepLane: (way) => {
      setState(stepLane(columns, cursor, way));
      setTurn((last) => last + 1);
    },
    visit: useCallback((slot) => setState((last) => cursorAt(columns, slot, last)), [columns]),
    visitHeading: useCallback((column, lane) => setState(cursorAtHeading(columns, column, lane)), [columns]),
    focusCursor: useCallback(() => setTurn((last) => last + 1), []),
    reveal,
    pageOf: (column) => pageIn(scrollerOf(column)),
    element,
    onFocus: () => {
      focused.current = true;
    },
    onBlur: ({ relatedTarget }) => {
      const inside = relatedTarget instanceof Node && boardRef.current?.contains(relatedTarget) === true;
      focused.current = inside;
    },
  };
}

const pageIn = (scroller: HTMLElement | null | undefined): number =>
  cardsPerPage(scroller?.clientHeight ?? 0);
