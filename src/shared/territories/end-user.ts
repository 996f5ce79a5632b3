import type { AccountValues } from '../accounts/account.ts';
import { label } from '../rule-book/messages.ts';
import type { Decided } from '../rule-book/receipt.ts';

/** A deal or lead that came with an account. */
export interface Deal {
  readonly account: Pick<AccountValues, 'name' | 'type'> & { readonly id: string };
  /** Who will use it, where the account only sells it on; absent = not known. */
  readonly endUser?: { readonly id: string; readonly name: string };
}

export type DealAccount =
  | { readonly kind: 'account'; readonly id: string }
  /** A reseller's, and nobody has said for whom. */
  | { readonly kind: 'ask-end-user' };

/** TER-11: the account that a deal follows: the end user's where a reseller brought it. */
export function accountOfDeal({ account, endUser }: Deal): Decided<DealAccount> {
  const sellsOn = account.type === 'reseller' || account.type === 'prospective reseller';
  const outcome: DealAccount = !sellsOn
    ? { kind: 'account', id: account.id }
    : endUser === undefined
      ? { kind: 'ask-end-user' }
      : { kind: 'account', id: endUser.id };
  const { name } = account;
  return {
    outcome,
    receipt: {
      rules: ['TER-11'],
      said: !sellsOn
        ? label('ter11.own', { name })
        : endUser === undefined
          ? label('ter11.ask', { name })
          : label('ter11.end-user', { name: endUser.name, reseller: name }),
      facts: [label('territory.fact.type', { name, type: account.type ?? 'of no known type' })],
      settings: [],
      flips: sellsOn && endUser === undefined ? [label('territory.flip.end-user')] : [],
    },
  };
}
