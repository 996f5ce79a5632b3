import type { AccountKey } from '../../shared/accounts/account.ts';
import { inspectAccount } from './location.ts';
import { createSignal } from '../store/signal.ts';

/** Where in an account's panel a person wants to be. */
export interface AccountWish {
  readonly id: string;
  /** The field to edit. */
  readonly field?: AccountKey;
  /** The person to show. */
  readonly prospect?: string;
}

/** The wish that the panel has not fulfilled yet. */
export const accountWish = createSignal<AccountWish | null>(null);

/** Opens the account panel where something is to be done: a field's editor, a person. */
export function openAccountAt(wish: AccountWish): void {
  accountWish.set(wish);
  inspectAccount(wish.id);
}
