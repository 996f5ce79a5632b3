import { useCallback, useMemo } from 'react';
import { withLaneToggled, type BoardShown, type LaneKind } from '../../../shared/views/board-shown.ts';
import type { ShownLanes } from './use-board-model.ts';
import { useBoardLanes } from './use-board-lanes.ts';

/** What the lane of accounts without an owner, or in no territory, is called. */
const blankNames: Record<Exclude<LaneKind, 'none'>, string> = {
  owner: 'No account owner',
  territory: 'In no territory',
};

/** How the board is shown, and a way to show it otherwise. */
export interface LaneChoice {
  readonly kind: LaneKind;
  readonly board: BoardShown;
  readonly onBoardChange: (board: BoardShown) => void;
}

/** The lanes that are chosen, of any columns: their names, which are closed, and a way to close and open them. */
export function useShownLanes(
  columns: readonly Int32Array[],
  { kind, board, onBoardChange }: LaneChoice,
): { readonly shown: ShownLanes; readonly toggle: (lane: number) => void } {
  const lanes = useBoardLanes(columns, kind);
  const laneName = useCallback(
    (lane: number): string => {
      const key = lanes?.keys[lane] ?? '';
      return key === '' && kind !== 'none' ? blankNames[kind] : key;
    },
    [lanes, kind],
  );
  const { closed } = board;
  const collapsed = useMemo<ReadonlySet<string>>(
    () => new Set(kind === 'none' ? [] : closed[kind]),
    [closed, kind],
  );
  // One object for as long as nothing of it changes, so that memoised columns stay as they are.
  const shown = useMemo(() => ({ lanes, collapsed, laneName }), [lanes, collapsed, laneName]);
  return {
    shown,
    toggle: (lane) => {
      const key = lanes?.keys[lane];
      if (kind !== 'none' && key !== undefined) onBoardChange(withLaneToggled(board, kind, key));
    },
  };
}
