import type { BoardColumns } from './board-columns.ts';
import type { BoardLanes } from './board-lanes.ts';
import { changesNothing, type PendingMove } from './board-optimistic.ts';
import { inWholeColumn } from './drop-place.ts';

/**
 * A move whose place lies between cards of one lane, as the move of the whole board that it asks for. Cards of
 * other lanes that go along get the same place in the column, and so stand in their own lanes.
 * @param ofLane the columns with the cards of that lane only
 * @returns `null` where it would leave the lane as it is: other lanes' cards between them are no change
 */
export function moveInLane(
  columns: BoardColumns,
  lanes: BoardLanes | null,
  ofLane: BoardColumns,
  move: PendingMove,
): PendingMove | null {
  if (lanes === null) return move;
  const of = new Set(move.slots.map(lanes.laneOf));
  if (of.size === 1 && changesNothing(ofLane, move)) return null;
  return { ...move, place: inWholeColumn(columns[move.to], new Set(move.slots), move.place) };
}
