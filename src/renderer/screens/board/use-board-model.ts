import { useCallback, useMemo, useState, type RefObject } from 'react';
import type { Status } from '../../../shared/accounts/account.ts';
import { inspectAccount } from '../../app/location.ts';
import { useStore } from '../../app/store-context.tsx';
import { count } from '../../app/words.ts';
import { useAnnounce } from '../../components/live-region.tsx';
import { inBoardOrder, type BoardColumns } from './board-columns.ts';
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
import { neighboursAt } from './drop-place.ts';
import { createHoverStore, type HoverStore } from './hover-target.ts';
import { createMoveSession, type MoveSession } from './move-session.ts';
import { createSignal, type Signal } from '../../app/signal.ts';
import { useBoardCarry, type BoardCarry } from './use-board-carry.ts';
import { useBoardCursor, type BoardFocus } from './use-board-cursor.ts';
import { idsOf, useBoardMoves, type BoardMoves } from './use-board-moves.ts';

/** All that the board is about: what is shown, where the keyboard is, what is selected, what is on its way. */
export interface BoardModel {
  readonly columns: BoardColumns;
  readonly moves: BoardMoves;
  readonly focus: BoardFocus;
  readonly carry: BoardCarry;
  readonly hover: HoverStore;
  readonly pointed: Signal<number | null>;
  readonly session: MoveSession | null;
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
  /** Lands a move that did not come from a drag; focus follows the card. */
  readonly land: (move: PendingMove) => void;
  readonly moveTo: (slots: readonly number[], to: Status) => void;
  readonly dropCarried: () => void;
  readonly inspect: (slot: number) => void;
}

export function useBoardModel(stored: BoardColumns, boardRef: RefObject<HTMLElement | null>): BoardModel {
  const { book, previewMove } = useStore();
  const announce = useAnnounce();
  const [hover] = useState(createHoverStore);
  const [pointed] = useState(() => createSignal<number | null>(null));
  const moves = useBoardMoves(stored);
  const { columns, land: landMove } = moves;
  const focus = useBoardCursor(boardRef, columns);
  const { focusCursor } = focus;
  const [picked, setPicked] = useState<BoardSelection>(noSelection);
  const selection = useMemo(() => keepShown(columns, picked), [columns, picked]);
  const [held, setHeld] = useState<MoveSession | null>(null);
  const carry = useBoardCarry(columns, held, hover, focus.reveal);
  // The carried card may leave the board (a filter, an import): then nothing is on its way any more.
  const session = held?.how === 'keyboard' && !carry.carrying ? null : held;

  const companyOf = (slot: number): readonly number[] => inBoardOrder(columns, carriedWith(selection, slot));
  const select = (next: BoardSelection): void => {
    setPicked(next);
    if (next.slots.size > 0) announce(`${count(next.slots.size, 'account')} selected.`);
    else if (selection.deliberate) announce('Nothing selected.');
  };
  const returnFocus = useCallback((): void => {
    // Only where focus was lost: the user may be somewhere else by now.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusCursor();
    });
  }, [focusCursor]);
  const land = useCallback(
    (move: PendingMove, asked?: ReturnType<MoveSession['ask']>): void => {
      void landMove(move, asked).then(returnFocus);
    },
    [landMove, returnFocus],
  );

  return {
    columns,
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
      select(selectRange(columns, begun, slot));
    },
    only: (slot) => setPicked(selectOnly(slot)),
    wholeColumn: (column) => select(selectColumn(columns[column])),
    companyOf,
    pickUp: (slot, how) => {
      const slots = companyOf(slot);
      const ids = idsOf(slots, book.row);
      if (ids.length === 0) return;
      const taken = createMoveSession(previewMove, { how, grabbed: slot, slots, ids });
      moves.dismissAll();
      setHeld(taken);
      if (how === 'keyboard') carry.pickUp(taken, book.row(slot)?.name ?? '');
    },
    endSession: () => setHeld(null),
    land,
    moveTo: (slots, to) => land({ slots, to, place: neighboursAt(columns[to], new Set(slots), 0) }),
    dropCarried: () => {
      const move = carry.drop();
      setHeld(null);
      if (move !== null) land(move, held?.ask(move.to));
    },
    inspect: (slot) => {
      const id = book.row(slot)?.id;
      if (id !== undefined) inspectAccount(id);
    },
  };
}
