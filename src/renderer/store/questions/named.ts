import { heldBy, type NamedAccount } from '../../../shared/territories/named-accounts.ts';
import { repKey } from '../../../shared/territories/mapping-index.ts';
import { readFlagged } from '../territories/flagged-accounts.ts';
import type { CommandRoom } from '../commands/room.ts';
import type { AnswerTo } from './questions.ts';

/** TER-4: who holds which named accounts, by owner; accounts that are flagged without an owner last. */
export async function answerNamed({ database, rules }: CommandRoom): Promise<AnswerTo<'named'>> {
  const flagged = await readFlagged(database);
  const owners = new Map<string, string>();
  for (const { namedOwner } of flagged) {
    if (namedOwner !== '' && !owners.has(repKey(namedOwner))) owners.set(repKey(namedOwner), namedOwner);
  }
  const ownerless = flagged.filter(({ namedOwner }) => namedOwner === '');
  const held = [...owners.values()].sort(byName).map((owner) => listed(owner, heldBy(owner, flagged)));
  return [...held, ...(ownerless.length > 0 ? [listed('', ownerless)] : [])].map((it) => ({
    ...it,
    limit: rules.namedLimit,
  }));
}

const listed = (owner: string, accounts: readonly NamedAccount[]) => ({
  owner,
  accounts: accounts.map(({ id, name }) => ({ id, name })),
});

const byName = new Intl.Collator('en').compare;
