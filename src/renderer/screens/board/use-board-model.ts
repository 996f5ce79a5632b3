import { useCallback, useMemo, useState, type RefObject } from 'react';
import type { Status } from '../../../shared/accounts/account.ts';
import { inspectAccount } from '../../app/location.ts';
import { useStore } from '../../app/store-context.tsx';
import { selectedWords } from '../../app/words.ts';
import { useAnnounce } from '../../components/live-region.tsx';
import { inBoardOrder, type BoardColumns } from './board-columns.ts';
import { itemsOf, laneColumns, layOut, type BoardLanes, type BoardLayout } from './board-lanes.ts';
import type { PendingMove } from './board-optimistic.ts';
import {
  carriedWith,
  keepShown,
  noSelection,
  selectColumn,
  selectOnly,
  selectRange,
  toggleSelected,
  type BoardSelection,
} from './board-selection.ts';
import { itemInLane } from './card-geometry.ts';
import { neighboursAt } from './drop-place.ts';
import { createHoverStore, type HoverStore, type HoverTarget } from './hover-target.ts';
import { moveInLane } from './lane-move.ts';
import { createMoveSession, type MoveSession } from './move-session.ts';
import { createSignal, type Signal } from '../../store/signal.ts';
import { useBoardCarry, type BoardCarry } from './use-board-carry.ts';
import { useBoardCursor, type BoardFocus } from './use-board-cursor.ts';
import { idsOf, useBoardMoves, type BoardMoves } from './use-board-moves.ts';

/** Lanes as the board shows them. */
export interface ShownLanes {
  /** `null` = there are none. */
  readonly lanes: BoardLanes | null;
  /** Keys of lanes that show their heading only. */
  readonly collapsed: ReadonlySet<string>;
  readonly laneName: (lane: number) => string;
}

/** All that the board is about: what is shown, where the keyboard is, what is selected, what is on its way. */
export interface BoardModel {
  /** What the columns show: with lanes in their order, with headings. */
  readonly layout: BoardLayout;
  readonly lanes: BoardLanes | null;
  readonly moves: BoardMoves;
  readonly focus: BoardFocus;
  readonly carry: BoardCarry;
  readonly hover: HoverStore;
  readonly pointed: Signal<number | null>;
  readonly session: MoveSession | null;
  /** The lane of the card that is on its way, which it keeps; `null` = none is, or there are no lanes. */
  readonly lane: number | null;
  /** The cards among which those of a card's lane can land, in the order of the board. */
  readonly placesOf: (slot: number) => BoardColumns;
  readonly selection: BoardSelection;
  readonly select: (next: BoardSelection) => void;
  readonly toggle: (slot: number) => void;
  /** Selects the range to `slot`; it starts at `from` where no range has begun. */
  readonly extendTo: (slot: number, from?: number) => void;
  readonly only: (slot: number) => void;
  readonly wholeColumn: (column: Status) => void;
  /** The slots that go along with `slot`, in board order. */
  readonly companyOf: (slot: number) => readonly number[];
  readonly pickUp: (slot: number, how: MoveSession['how']) => void;
  readonly endSession: () => void;
  /** Lands a move to a place in the lane of its card, not from a drag; focus follows the card. */
  readonly landInLane: (slot: number, move: PendingMove) => void;
  readonly dropAt: (target: HoverTarget | null) => void;
  readonly moveTo: (slots: readonly number[], to: Status) => void;
  readonly dropCarried: () => void;
  readonly inspect: (slot: number) => void;
}

export function useBoardModel(
  stored: BoardColumns,
  boardRef: RefObject<HTMLElement | null>,
  { lanes, collapsed, laneName }: ShownLanes,
): BoardModel {
  const { book, previewMove } = useStore();
  const announce = useAnnounce();
  const [hover] = useState(createHoverStore);
  const [pointed] = useState(() => createSignal<number | null>(null));
  const moves = useBoardMoves(stored);
  const { columns, land: landMove } = moves;
  const layout = useMemo(() => layOut(columns, lanes, collapsed), [columns, lanes, collapsed]);
  const items = useMemo(() => itemsOf(layout), [layout]);
  const focus = useBoardCursor(boardRef, items, layout);
  const { focusCursor, reveal } = focus;
  const [picked, setPicked] = useState<BoardSelection>(noSelection);
  const selection = useMemo(() => keepShown(items, picked), [items, picked]);
  const [held, setHeld] = useState<MoveSession | null>(null);
  const lane = lanes === null || held === null ? null : lanes.laneOf(held.grabbed);
  const places = useMemo(
    () => (lane === null ? columns : laneColumns(columns, lanes, lane)),
    [columns, lanes, lane],
  );
  const revealPlace = useCallback(
    (column: Status, index: number) => reveal(column, itemInLane(layout[column], lane, index)),
    [reveal, layout, lane],
  );
  const carry = useBoardCarry(places, lane === null ? '' : laneName(lane), held, hover, revealPlace);
  // The carried card may leave the board (a filter, an import): then nothing is on its way any more.
  const session = held?.how === 'keyboard' && !carry.carrying ? null : held;

  const companyOf = (slot: number): readonly number[] => inBoardOrder(columns, carriedWith(selection, slot));
  const select = (next: BoardSelection): void => {
    setPicked(next);
    if (next.slots.size > 0 || selection.deliberate) announce(selectedWords(next.slots.size));
  };
  const returnFocus = useCallback((): void => {
    // Only where focus was lost: the user may be somewhere else by now.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusCursor();
    });
  }, [focusCursor]);
  const land = useCallback(
    (move: PendingMove | null, asked?: ReturnType<MoveSession['ask']>): void => {
      void landMove(move, asked).then(returnFocus);
    },
    [landMove, returnFocus],
  );
  const placesOf = (slot: number): BoardColumns =>
    lanes === null ? columns : laneColumns(columns, lanes, lanes.laneOf(slot));

  return {
    layout,
    lanes,
    lane,
    placesOf,
    moves,
    focus,
    carry,
    hover,
    pointed,
    session,
    selection,
    select,
    toggle: (slot) => select(toggleSelected(selection, slot)),
    extendTo: (slot, from) => {
      const begun = from === undefined || selection.anchor !== null ? selection : selectOnly(from);
      select(selectRange(items, begun, slot));
    },
    only: (slot) => setPicked(selectOnly(slot)),
    wholeColumn: (column) => select(selectColumn(items[column])),
    companyOf,
    pickUp: (slot, how) => {
      const slots = companyOf(slot);
      const ids = idsOf(slots, book.row);
      if (ids.length === 0) return;
      const taken = createMoveSession(previewMove, { how, grabbed: slot, slots, ids });
      moves.dismissAll();
      setHeld(taken);
      const others = lanes !== null && slots.some((one) => lanes.laneOf(one) !== lanes.laneOf(slot));
      const note = others ? 'Those of other lanes stay in theirs.' : '';
      if (how === 'keyboard') carry.pickUp(taken, book.row(slot)?.name ?? '', note);
    },
    endSession: () => setHeld(null),
    landInLane: (slot, move) => land(moveInLane(columns, lanes, placesOf(slot), move)),
    dropAt: (target) => {
      setHeld(null);
      if (target === null || session === null) return;
      const { column: to } = target;
      const { slots, moved } = session;
      const move = { slots, to, place: neighboursAt(places[to], moved, target.index) };
      if (target.away && lane !== null) announce(`Stays in the lane ${laneName(lane)}.`);
      void landMove(moveInLane(columns, lanes, places, move), session.ask(to));
    },
    moveTo: (slots, to) => land({ slots, to, place: neighboursAt(columns[to], new Set(slots), 0) }),
    dropCarried: () => {
      const move = carry.drop();
      setHeld(null);
      if (move !== null) land(moveInLane(columns, lanes, places, move), held?.ask(move.to));
    },
    inspect: (slot) => {
      const id = book.row(slot)?.id;
      if (id !== undefined) inspectAccount(id);
    },
  };
}
