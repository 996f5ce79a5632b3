import { useMemo } from 'react';
import { statuses } from '../../../shared/accounts/account.ts';
import type { IsoDate } from '../../../shared/clock.ts';
import { Board } from './board.tsx';
import type { BoardColumns } from './board-columns.ts';
import { useShownLanes, type LaneChoice } from './use-shown-lanes.ts';
import type { ColumnCounts } from './use-unfiltered-counts.ts';

/** The board by status with the lanes that are chosen. */
export function LanedBoard({
  stored,
  all,
  today,
  choice,
}: {
  readonly stored: BoardColumns;
  readonly all: ColumnCounts | null;
  readonly today: IsoDate;
  readonly choice: LaneChoice;
}) {
  const columns = useMemo(() => statuses.map((status) => stored[status]), [stored]);
  const { shown, toggle } = useShownLanes(columns, choice);
  return <Board stored={stored} all={all} today={today} shown={shown} onToggleLane={toggle} />;
}
