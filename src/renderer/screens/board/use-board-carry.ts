import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Status } from '../../../shared/accounts/account.ts';
import { statusName } from '../../app/words.ts';
import { useAnnounce } from '../../components/live-region.tsx';
import { carryReducer, landingOf, positionOf, shownTarget, type Carry } from './board-carry.ts';
import type { BoardColumns } from './board-columns.ts';
import type { PendingMove } from './board-optimistic.ts';
import type { Step } from './board-steps.ts';
import type { HoverStore } from './hover-target.ts';
import type { MoveSession } from './move-session.ts';
import { previewVerdict, verdictText } from '../../app/moves/move-verdict.ts';

export interface BoardCarry {
  readonly carrying: boolean;
  /** @param note said with it; '' = nothing */
  readonly pickUp: (session: MoveSession, name: string, note: string) => void;
  readonly step: (step: Step, page: number) => void;
  /** Where the cards would land now; the caller lands them and ends the session. */
  readonly drop: () => PendingMove | null;
  readonly putBack: () => void;
}

/**
 * Cards carried by keyboard: the reducer's state, shown by the hover target and told by announcements.
 * @param columns with lanes the cards of the carried card's lane, which it never leaves
 * @param lane its name; '' = there are no lanes
 */
export function useBoardCarry(
  columns: BoardColumns,
  lane: string,
  session: MoveSession | null,
  hover: HoverStore,
  onTarget: (column: Status, index: number) => void,
): BoardCarry {
  const announce = useAnnounce();
  const [state, setState] = useState<Carry | null>(null);
  // An answer that comes after the next step would be told for the wrong place.
  const latest = useRef<Carry | null>(null);
  const byKey = session?.how === 'keyboard' ? session : null;
  const carry = byKey === null ? null : carryReducer(state, { kind: 'boardChanged', columns });
  const column = carry?.target.column;
  const index = carry === null ? -1 : shownTarget(columns, carry);

  useLayoutEffect(() => {
    if (column === undefined) return;
    hover.set({ column, index, away: false });
    onTarget(column, index);
  }, [column, index, hover, onTarget]);

  const tell = useCallback(
    async (at: Carry, of: MoveSession): Promise<void> => {
      const { position, of: size } = positionOf(columns, at);
      const inLane = lane === '' ? '' : `Lane ${lane}, `;
      const where = `${inLane}${statusName(at.target.column)}, position ${position.toLocaleString()} of ${size.toLocaleString()}.`;
      latest.current = at;
      const preview = await of.ask(at.target.column).catch(() => undefined);
      if (preview === undefined || latest.current !== at) return;
      const verdict = previewVerdict(of.ids.length, preview);
      if (verdict.kind === 'all') announce([where, 'Allowed.', ...(verdict.notes ?? [])].join(' '));
      else announce(`${where} ${verdictText(verdict)}`, verdict.kind === 'none' ? 'assertive' : 'polite');
    },
    [announce, columns, lane],
  );

  const release = (): void => {
    latest.current = null;
    setState(null);
    hover.set(null);
  };

  return {
    carrying: carry !== null,
    pickUp: (taken, name, note) => {
      const { grabbed, slots } = taken;
      const next = carryReducer(null, { kind: 'pickUp', grabbed, slots, columns });
      setState(next);
      if (next === null) return;
      const what = slots.length === 1 ? name : `${slots.length.toLocaleString()} accounts`;
      const how = 'Arrow keys choose the place, Space drops, Escape puts back.';
      announce([`Picked up ${what}.`, how, note].join(' ').trim());
    },
    step: (step, page) => {
      if (carry === null || byKey === null) return;
      const next = carryReducer(carry, { kind: 'step', step, page, columns });
      setState(next);
      if (next !== null) void tell(next, byKey);
    },
    drop: () => {
      if (carry === null) return null;
      release();
      return landingOf(columns, carry);
    },
    putBack: () => {
      release();
      announce('Put back.');
    },
  };
}
