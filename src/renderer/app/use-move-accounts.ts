import { createContext, use } from 'react';
import type { Segment, Status } from '../../shared/accounts/account.ts';
import type { CommandOutcome, DropPlace } from '../store/api.ts';
import type { Priority } from './words.ts';

export interface MoveOptions {
  readonly place?: DropPlace;
}

/**
 * Moves accounts to a status: asks for what the rules want to know (AW-8, AW-3x, why it rests), offers a seat
 * swap where the segment is full (AW-6), runs the one command, tells and announces the result with each
 * refusal's rule and remedy, and who of the family is touched.
 * @returns `null` when the user left a dialog without moving
 */
export type MoveAccounts = (
  ids: readonly string[],
  to: Status,
  options?: MoveOptions,
) => Promise<CommandOutcome | null>;

/** So many seats are proposed for release; which ones, and whether more or fewer, a person decides. */
export interface SeatsAsked {
  readonly segment: Segment;
  readonly count: number;
}

/** Moves, and what goes with them. */
export interface Moves {
  readonly move: MoveAccounts;
  /** AW-6: lets a person choose whom to release, segment after segment, and does it as one change. */
  readonly releaseSeats: (asked: readonly SeatsAsked[]) => Promise<CommandOutcome | null>;
  /** PR-4: gives accounts a Priority; asks for a word why where that is against the suggestion. */
  readonly choosePriority: (
    ids: readonly string[],
    priority: Priority | null,
  ) => Promise<CommandOutcome | null>;
  /** What to mend about an account. */
  readonly openFixList: (id: string) => void;
}

export const MovesContext = createContext<Moves | null>(null);

/** @throws outside MoveAccountsProvider (src/renderer/app/move-accounts-provider.tsx). */
export function useMoves(): Moves {
  const moves = use(MovesContext);
  if (moves === null) throw new Error('useMoves needs MoveAccountsProvider around it.');
  return moves;
}

export const useMoveAccounts = (): MoveAccounts => useMoves().move;
