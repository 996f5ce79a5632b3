import { createContext, use } from 'react';
import type { Status } from '../../shared/accounts/account.ts';
import type { CommandOutcome, DropPlace } from '../store/api.ts';

/**
 * Moves accounts to a status: asks for the reason where AW-8 wants one, runs the one command, tells and
 * announces the result with each refusal's rule and remedy.
 * @returns `null` when the user left the reason dialog without moving
 */
export type MoveAccounts = (
  ids: readonly string[],
  to: Status,
  options?: { readonly place?: DropPlace },
) => Promise<CommandOutcome | null>;

export const MoveAccountsContext = createContext<MoveAccounts | null>(null);

/** @throws outside MoveAccountsProvider (src/renderer/app/move-accounts-provider.tsx). */
export function useMoveAccounts(): MoveAccounts {
  const move = use(MoveAccountsContext);
  if (move === null) throw new Error('useMoveAccounts needs MoveAccountsProvider around it.');
  return move;
}
