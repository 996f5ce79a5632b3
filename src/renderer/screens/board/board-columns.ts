import { statuses, type Status } from '../../../shared/accounts/account.ts';
import type { View } from '../../store/api.ts';

/**
 * Row slots per status, in board order. With lanes the board shows them in another order and with headings,
 * which are negative numbers (board-lanes.ts); what only looks for cards takes either.
 */
export type BoardColumns = NonNullable<View['groups']>;

/** A place on the board: the model that keyboard, pointer and menus share. */
export interface BoardPlace {
  readonly column: Status;
  readonly index: number;
}

/** Where a card is; `undefined` when the filter hides it or it is gone. */
export function locate(columns: BoardColumns, slot: number): BoardPlace | undefined {
  for (const column of statuses) {
    const index = columns[column].indexOf(slot);
    if (index >= 0) return { column, index };
  }
  return undefined;
}

/** The given cards in the order in which the board shows them: a group keeps its order when it moves. */
export function inBoardOrder(columns: BoardColumns, slots: ReadonlySet<number>): readonly number[] {
  const first = slots.values().next();
  if (slots.size < 2) return first.done === true ? [] : [first.value];
  const ordered: number[] = [];
  for (const column of statuses) {
    for (const slot of columns[column]) if (slots.has(slot)) ordered.push(slot);
  }
  return ordered;
}
