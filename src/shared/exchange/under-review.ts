import type { Account } from '../accounts/account.ts';
import { highestSegment, rootOf, type HierarchyNode } from '../accounts/hierarchy.ts';
import { ownSegmentInForce, type ReviewSettings } from '../accounts/segment-hold.ts';
import { judgeProposal } from '../accounts/segment-review.ts';

/**
 * SEG-4: the accounts that somebody has to review: a proposed count, or new data, would change the segment of
 * their hierarchy, or another headquarters place is proposed.
 * @param book every account: hierarchies decide together (SEG-3)
 */
export function underReview(book: readonly Account[], settings: ReviewSettings): ReadonlySet<string> {
  const asked = book.filter((account) => isAsked(account, settings));
  if (asked.length === 0) return new Set();
  const byId = new Map(book.map((account) => [account.id, account]));
  // Only the way up is asked for.
  const nodeOf = (id: string): HierarchyNode | undefined => {
    const account = byId.get(id);
    if (!account) return undefined;
    const { name, parentId, standAlone } = account;
    return {
      id,
      name,
      ownSegment: null,
      ...(parentId !== undefined && { parentId }),
      ...(standAlone !== undefined && { standAlone }),
    };
  };
  const rootIdOf = ({ id }: Account): string => rootOf(id, nodeOf).root;
  const roots = new Map(asked.map((account) => [account.id, rootIdOf(account)]));
  const families = new Map<string, Account[]>([...roots.values()].map((root) => [root, []]));
  for (const account of book) families.get(rootIdOf(account))?.push(account);
  return new Set(
    asked.flatMap((account) => {
      const family = families.get(roots.get(account.id) ?? '') ?? [account];
      return isReviewed(account, family, settings) ? account.id : [];
    }),
  );
}

const isAsked = (account: Account, settings: ReviewSettings): boolean =>
  account.proposedEmployees !== undefined || hasPlace(account) || isWaiting(account, settings);

const hasPlace = ({ proposedCountry, proposedState, proposedPostalCode }: Account): boolean =>
  [proposedCountry, proposedState, proposedPostalCode].some((part) => part !== undefined);

const isWaiting = (account: Account, settings: ReviewSettings): boolean =>
  ownSegmentInForce(account, settings).pending !== undefined;

function isReviewed(account: Account, family: readonly Account[], settings: ReviewSettings): boolean {
  if (hasPlace(account) || judgeProposal(account, family, settings)?.isReviewed === true) return true;
  if (!isWaiting(account, settings)) return false;
  const own = family.map((member) => ownSegmentInForce(member, settings));
  const now = highestSegment(own.map(({ segment }) => segment));
  return highestSegment(own.map(({ segment, pending }) => pending ?? segment)) !== now;
}
