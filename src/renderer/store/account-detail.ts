import type { Account } from '../../shared/accounts/account.ts';
import { explainFamily } from '../../shared/accounts/family-receipt.ts';
import { customerCarr } from '../../shared/accounts/motion.ts';
import { opportunityValues } from '../../shared/accounts/opportunity.ts';
import { prospectValues } from '../../shared/accounts/prospect.ts';
import { accountOf } from './account-row.ts';
import type { AccountDetail, FamilyTree } from './api.ts';
import type { Book } from './book/book.ts';
import { isLive, type AccountRow, type GroundworkDatabase } from './database.ts';
import { readOpportunitiesOf, readProspectsOf } from './reading.ts';

/** Everything about one account for its panel; `null` when there is no such account (any more). */
export async function readAccountDetail(
  database: GroundworkDatabase,
  book: Book,
  id: string,
): Promise<AccountDetail | null> {
  const stored = await database.accounts.get(id);
  const row = book.rowOf(id);
  if (!row || !stored || !isLive<AccountRow>(stored)) return null;
  const account: Account = accountOf(stored);
  const parent = account.parentId === undefined ? undefined : book.rowOf(account.parentId);
  return {
    // People know the parent by its name, whatever the list called it.
    account: parent ? { ...account, parentRef: parent.name } : account,
    row,
    prospects: (await readProspectsOf(database, id)).filter((it) => prospectValues.safeParse(it).success),
    opportunities: (await readOpportunitiesOf(database, id)).filter(
      (it) => opportunityValues.safeParse(it).success,
    ),
    family: familyTree(book, id, account),
  };
}

/** SEG-3, SEG-5, SEG-6: the hierarchy of an account, with who decides what in it. */
function familyTree(book: Book, id: string, { standAlone, parentId }: Account): FamilyTree {
  // Nodes have the segment in force, facts what the count says (SEG-4).
  const nodes = new Map(book.familyNodes(id).map((node) => [node.id, node]));
  const facts = new Map(book.familyFacts(id).map((it) => [it.id, { ...it, ...nodes.get(it.id) }]));
  const { decides, undecided } = explainFamily(id, [...facts.values()], book.context.rules);
  const apartFrom = standAlone === true && parentId !== undefined ? book.nodeOf(parentId) : undefined;
  return {
    members: book.familyOf(id).flatMap(({ id: memberId, depth }) => {
      const member = book.rowOf(memberId);
      const known = facts.get(memberId);
      if (!member || !known) return [];
      const { name, segment, status, employees } = member;
      const carr = customerCarr(known) ?? null;
      return [
        { id: memberId, name, depth, segment, status, employees, carr, decides: decides.get(memberId) ?? [] },
      ];
    }),
    undecided,
    apartFrom: apartFrom ? { id: apartFrom.id, name: apartFrom.name } : null,
    standingApart: book.standingApart(id).map((node) => ({ id: node.id, name: node.name })),
  };
}
