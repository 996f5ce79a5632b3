import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import { defaultRuleSettings, type RuleSettings } from '../rule-book/settings.ts';
import type { AccountValues } from './account.ts';

/** SEG-5: Land wins a first order, Expand grows a customer. */
export const motions = ['Land', 'Expand'] as const;
export type Motion = (typeof motions)[number];

/** What SEG-5 looks at. */
export type MotionFacts = Pick<AccountValues, 'type' | 'totalCarr' | 'ciMinutesOnly' | 'firstOrderAvailable'>;

export interface MotionDecision {
  readonly motion: Motion;
  /** The customer that makes it Expand: of several the one that pays most, then the smallest id. `null` for Land. */
  readonly decidedBy: string | null;
}

/**
 * SEG-5: a hierarchy with an account of type customer whose Total CARR reaches the border (48 USD; exactly
 * as much is enough) is Expand, else Land. One that bought nothing but CI minutes is still a prospect. The
 * order of the members does not matter.
 */
export function decideMotion(
  family: Iterable<MotionFacts & { readonly id: string }>,
  { expandFromCarr }: Pick<RuleSettings, 'expandFromCarr'> = defaultRuleSettings,
): MotionDecision {
  let decider: { readonly id: string; readonly carr: number } | null = null;
  for (const member of family) {
    const carr = customerCarr(member);
    if (carr === undefined || carr < expandFromCarr) continue;
    if (decider === null || carr > decider.carr || (carr === decider.carr && member.id < decider.id)) {
      decider = { id: member.id, carr };
    }
  }
  return { motion: decider === null ? 'Land' : 'Expand', decidedBy: decider?.id ?? null };
}

/** SEG-5: what a customer pays, in USD a year; `undefined` = no customer, or one of CI minutes alone. */
export const customerCarr = ({ type, totalCarr, ciMinutesOnly }: MotionFacts): number | undefined =>
  type === 'customer' && ciMinutesOnly !== true ? totalCarr : undefined;

/** SEG-5: the CRM's box "First Order Available" says Land; where it disagrees with the hierarchy, a finding. */
export function firstOrderFinding(
  { firstOrderAvailable }: MotionFacts,
  motion: Motion,
): { readonly rule: 'SEG-5'; readonly message: Label } | undefined {
  if (firstOrderAvailable === undefined || firstOrderAvailable === (motion === 'Land')) return undefined;
  const message = motion === 'Land' ? label('seg5.box-says-expand') : label('seg5.box-says-land');
  return { rule: 'SEG-5', message };
}
