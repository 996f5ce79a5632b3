import { rootOf } from '../accounts/hierarchy.ts';
import type { TerritoryFacts } from './facts.ts';
import { decideTerritories, type TerritoryContext, type TerritoryDecision } from './territory-of.ts';

/** The accounts of a book by hierarchy, for deciding them family by family. */
export function familiesOf(book: readonly TerritoryFacts[]): TerritoryFacts[][] {
  const byId = new Map(book.map((account) => [account.id, account]));
  const lookup = (id: string): TerritoryFacts | undefined => byId.get(id);
  const families = new Map<string, TerritoryFacts[]>();
  for (const account of book) {
    const { root } = rootOf(account.id, lookup);
    const family = families.get(root);
    if (family) family.push(account);
    else families.set(root, [account]);
  }
  return [...families.values()];
}

/** The territory of every account of a book. */
export function decideBook(
  families: readonly (readonly TerritoryFacts[])[],
  context: TerritoryContext,
): Map<string, TerritoryDecision> {
  const decisions = new Map<string, TerritoryDecision>();
  for (const family of families) {
    for (const [id, decision] of decideTerritories(family, context)) decisions.set(id, decision);
  }
  return decisions;
}
