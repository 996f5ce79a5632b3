import { rootOf } from '../accounts/hierarchy.ts';
import { runSteps, type Steps } from '../steps.ts';
import type { TerritoryFacts } from './facts.ts';
import { decideTerritories, type TerritoryContext, type TerritoryDecision } from './territory-of.ts';

/** Accounts that one step takes. */
const portion = 250;

/** The accounts of a book by hierarchy, for deciding them family by family. */
export const familiesOf = (book: readonly TerritoryFacts[]): TerritoryFacts[][] =>
  runSteps(familiesInSteps(book));

export function* familiesInSteps(book: readonly TerritoryFacts[]): Steps<TerritoryFacts[][]> {
  const byId = new Map(book.map((account) => [account.id, account]));
  const lookup = (id: string): TerritoryFacts | undefined => byId.get(id);
  const families = new Map<string, TerritoryFacts[]>();
  let done = 0;
  for (const account of book) {
    const { root } = rootOf(account.id, lookup);
    const family = families.get(root);
    if (family) family.push(account);
    else families.set(root, [account]);
    done += 1;
    if (done % portion === 0) yield;
  }
  return [...families.values()];
}

/** The territory of every account of a book. */
export const decideBook = (
  families: readonly (readonly TerritoryFacts[])[],
  context: TerritoryContext,
): Map<string, TerritoryDecision> => runSteps(decideBookInSteps(families, context));

export function* decideBookInSteps(
  families: readonly (readonly TerritoryFacts[])[],
  context: TerritoryContext,
): Steps<Map<string, TerritoryDecision>> {
  const decisions = new Map<string, TerritoryDecision>();
  let done = 0;
  for (const family of families) {
    for (const [id, decision] of decideTerritories(family, context)) decisions.set(id, decision);
    done += family.length;
    if (done < portion) continue;
    done = 0;
    yield;
  }
  return decisions;
}
