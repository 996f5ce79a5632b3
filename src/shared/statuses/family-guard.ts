import type { Account } from '../accounts/account.ts';
import { isAnothers } from '../accounts/bdr.ts';
import type { Relation, Relative } from '../accounts/relatives.ts';
import { label } from '../rule-book/messages.ts';
import type { Finding } from './decision.ts';

/** A relative that speaks against a move, or at least wants a word first. */
export interface FamilyWarning extends Finding {
  readonly id: string;
  readonly relation: GuardedRelation;
}

/** Sharing an address makes no family: it only hints at a duplicate (PR-9). */
type GuardedRelation = Exclude<Relation, 'same address'>;

type Known = Pick<Account, 'id' | 'name' | 'status' | 'bdrAssigned' | 'type'>;

/**
 * Warns, never refuses, when a relative of the account that moves is worked by someone else (AW-1), or is a
 * customer (SEG-5).
 */
export function familyGuard(
  relatives: readonly Relative[],
  accountOf: (id: string) => Known | undefined,
  bdr: string,
): FamilyWarning[] {
  return relatives.flatMap(({ id, relation, by }): FamilyWarning[] => {
    const account = accountOf(id);
    if (!account || relation === 'same address') return [];
    const { name } = account;
    const warnings: FamilyWarning[] = [];
    if (account.status === 'Actively Working' && isAnothers(account.bdrAssigned, bdr)) {
      const owner = account.bdrAssigned?.trim() ?? '';
      const message = workedMessages[relation]({ name, owner, by });
      warnings.push({ rule: 'AW-1', id, relation, message });
    }
    if (account.type === 'customer') {
      warnings.push({ rule: 'SEG-5', id, relation, message: customerMessages[relation]({ name, by }) });
    }
    return warnings;
  });
}

interface Said {
  readonly name: string;
  readonly by: string;
}

const workedMessages: Readonly<
  Record<GuardedRelation, (said: Said & { readonly owner: string }) => Finding['message']>
> = {
  parent: ({ name, owner }) => label('family.parent-worked', { name, owner }),
  child: ({ name, owner }) => label('family.child-worked', { name, owner }),
  'same domain': ({ name, owner, by }) => label('family.domain-worked', { name, owner, domain: by }),
  alias: ({ name, owner }) => label('family.alias-worked', { name, owner }),
};

const customerMessages: Readonly<Record<GuardedRelation, (said: Said) => Finding['message']>> = {
  parent: ({ name }) => label('family.parent-customer', { name }),
  child: ({ name }) => label('family.child-customer', { name }),
  'same domain': ({ name, by }) => label('family.domain-customer', { name, domain: by }),
  alias: ({ name }) => label('family.alias-customer', { name }),
};
