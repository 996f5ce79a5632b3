import type { Opportunity } from '../../../shared/accounts/opportunity.ts';
import { opportunityState } from '../../../shared/accounts/opportunity.ts';
import { decideHeldOpportunity, type Extension } from '../../../shared/territories/held-opportunities.ts';
import { repKey } from '../../../shared/territories/mapping-index.ts';
import { isLive, type OpportunityRow } from '../database.ts';
import type { CommandRoom } from '../commands/room.ts';
import type { AnswerTo, HeldLine } from './questions.ts';

/**
 * TER-10: open opportunities whose owner is not the owner of their account any more, those that are to be
 * transferred first, then by days left.
 */
export async function answerHeldOpportunities({
  database,
  book,
  rules,
  today,
}: CommandRoom): Promise<AnswerTo<'heldOpportunities'>> {
  const rows = await database.opportunities.toArray();
  const lines = rows.flatMap((row): HeldLine[] => {
    if (!isLive<OpportunityRow>(row)) return [];
    const opportunity: Opportunity = { ...row.values, id: row.id };
    const account = book.rowOf(opportunity.accountId);
    if (!account || !isHeldBack(opportunity, account)) return [];
    const decided = decideHeld(opportunity, today, rules);
    return [{ opportunity, accountName: account.name, accountOwner: account.owner, decided }];
  });
  return lines.sort((a, b) => rank(a) - rank(b) || byName(a.accountName, b.accountName));
}

/** Whether an open opportunity is somebody else's than its account. */
export function isHeldBack(
  opportunity: Pick<Opportunity, 'owner' | 'stage'>,
  account: { readonly owner: string } | undefined,
): boolean {
  const { owner = '' } = opportunity;
  return (
    account !== undefined &&
    opportunityState(opportunity) === 'open' &&
    owner !== '' &&
    account.owner !== '' &&
    repKey(owner) !== repKey(account.owner)
  );
}

/** How long it stays with its owner; `null` while nobody knows when it was created. */
export const decideHeld = (
  { createdDate: createdOn, extension }: Pick<Opportunity, 'createdDate' | 'extension'>,
  today: CommandRoom['today'],
  rules: CommandRoom['rules'],
): HeldLine['decided'] =>
  createdOn === undefined
    ? null
    : decideHeldOpportunity(
        { createdOn, ...(extension && { extension: extensionOf(extension) }) },
        today,
        rules,
      );

/** As it is stored, an extension that is not decided has no answer; the rule calls that `null`. */
export const extensionOf = ({
  askedOn,
  evidence,
  granted,
}: NonNullable<Opportunity['extension']>): Extension => ({ askedOn, evidence, granted: granted ?? null });

function rank({ decided }: HeldLine): number {
  if (decided === null) return -3;
  const { outcome } = decided;
  switch (outcome.kind) {
    case 'created-ahead':
      return -2;
    case 'transfer':
      return -1;
    case 'stays':
      return outcome.daysLeft;
  }
}

const byName = new Intl.Collator('en').compare;
