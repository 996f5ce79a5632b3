import type { EmployeeCount, Segment } from '../accounts/account.ts';
import { highestSegment, rootOf } from '../accounts/hierarchy.ts';
import { decideMotion, type Motion } from '../accounts/motion.ts';
import { segmentInForce } from '../accounts/segment-hold.ts';
import type { RuleSettings } from '../rule-book/settings.ts';
import type { TerritoryFacts } from './facts.ts';

/** What all accounts of a hierarchy have in common for the territory rules. */
export interface FamilyFacts {
  /** The ultimate parent (TER-3). */
  readonly root: TerritoryFacts;
  /** SEG-3, SEG-4; `null` = unknown. */
  readonly segment: Segment | null;
  /** SEG-5. */
  readonly motion: Motion;
  readonly motionDecidedBy: string | null;
  /** The highest head count found in it; `null` = none is known. */
  readonly employees: EmployeeCount | null;
  readonly members: ReadonlyMap<string, TerritoryFacts>;
}

export type FamilySettings = Pick<RuleSettings, 'expandFromCarr' | 'segmentChange'>;

/**
 * @param members every account under one ultimate parent, in any order
 * @throws when there are none
 */
export function familyFacts(members: readonly TerritoryFacts[], settings: FamilySettings): FamilyFacts {
  const byId = new Map(members.map((member) => [member.id, member]));
  const [first] = members;
  const root = first && byId.get(rootOf(first.id, (id) => byId.get(id)).root);
  if (!root) throw new Error('A hierarchy has at least one account.');
  const { motion, decidedBy } = decideMotion(members, settings);
  return {
    root,
    segment: highestSegment(members.map((member) => segmentInForce(member, settings).segment)),
    motion,
    motionDecidedBy: decidedBy,
    employees: highestCount(members),
    members: byId,
  };
}

/** The highest of several counts, as a range where ranges take part. */
function highestCount(members: readonly Pick<TerritoryFacts, 'count'>[]): EmployeeCount | null {
  let min = -1;
  let max = -1;
  for (const { count } of members) {
    if (count === null) continue;
    min = Math.max(min, typeof count === 'number' ? count : count.min);
    max = Math.max(max, typeof count === 'number' ? count : (count.max ?? Infinity));
  }
  if (min < 0) return null;
  if (min === max) return min;
  return max === Infinity ? { min } : { min, max };
}
