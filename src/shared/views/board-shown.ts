import { z } from 'zod';

/** Closed lanes by the name of what they are made of; '' = the lane of accounts without one. */
const mostClosed = 500;
const closedLanes = z.array(z.string()).max(mostClosed);

/** How the board is shown: what its columns are, what its lanes are, and which lanes show their heading only. */
export const boardShown = z.object({
  lens: z.enum(['status', 'priority']),
  lanes: z.enum(['none', 'owner', 'territory']),
  closed: z.object({ owner: closedLanes, territory: closedLanes }),
});
export type BoardShown = Readonly<z.infer<typeof boardShown>>;

/** What the board makes columns of. */
export type Lens = BoardShown['lens'];

/** What lanes are made of; `none` = the board has no lanes. */
export type LaneKind = BoardShown['lanes'];

/** The board before anybody chose anything: all accounts by status, without lanes. */
export const boardAtFirst: BoardShown = {
  lens: 'status',
  lanes: 'none',
  closed: { owner: [], territory: [] },
};

/** The board with a lane closed, or open again where it was closed; beyond 500 the one closed first opens. */
export function withLaneToggled(
  board: BoardShown,
  kind: Exclude<LaneKind, 'none'>,
  lane: string,
): BoardShown {
  const { closed } = board;
  const rest = closed[kind].filter((name) => name !== lane);
  const next = rest.length === closed[kind].length ? [...rest, lane].slice(-mostClosed) : rest;
  return { ...board, closed: { ...closed, [kind]: next } };
}
