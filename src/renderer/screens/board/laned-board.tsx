import { useCallback } from 'react';
import type { IsoDate } from '../../../shared/clock.ts';
import { Board } from './board.tsx';
import type { BoardColumns } from './board-columns.ts';
import { useBoardLanes } from './use-board-lanes.ts';
import type { BoardSettings, LaneKind } from './use-board-settings.ts';
import type { ColumnCounts } from './use-unfiltered-counts.ts';

const nothing: ReadonlySet<string> = new Set();

/** What the lane of accounts without an owner, or in no territory, is called. */
const blankNames: Record<Exclude<LaneKind, 'none'>, string> = {
  owner: 'No account owner',
  territory: 'In no territory',
};

/** The board with the lanes that are chosen. */
export function LanedBoard({
  stored,
  all,
  today,
  kind,
  collapsed,
  onCollapse,
}: {
  readonly stored: BoardColumns;
  readonly all: ColumnCounts | null;
  readonly today: IsoDate;
  readonly kind: LaneKind;
  readonly collapsed: BoardSettings['collapsed'];
  readonly onCollapse: (collapsed: BoardSettings['collapsed']) => void;
}) {
  const lanes = useBoardLanes(stored, kind);
  const laneName = useCallback(
    (lane: number): string => {
      const key = lanes?.keys[lane] ?? '';
      return key === '' && kind !== 'none' ? blankNames[kind] : key;
    },
    [lanes, kind],
  );
  const shut = kind === 'none' ? nothing : collapsed[kind];
  const toggle = (lane: number): void => {
    const key = lanes?.keys[lane];
    if (kind === 'none' || key === undefined) return;
    const next = new Set(shut);
    if (!next.delete(key)) next.add(key);
    onCollapse({ ...collapsed, [kind]: next });
  };
  return (
    <Board
      stored={stored}
      all={all}
      today={today}
      lanes={lanes}
      collapsed={shut}
      laneName={laneName}
      onToggleLane={toggle}
    />
  );
}
