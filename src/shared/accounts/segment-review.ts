import { err, ok, type Result } from '../result.ts';
import { label } from '../rule-book/messages.ts';
import { defaultRuleSettings, type RuleSettings } from '../rule-book/settings.ts';
import type { Refusal } from '../statuses/decision.ts';
import type { Account, AccountValues, Segment } from './account.ts';
import { domainOf } from './domain-name.ts';
import { highestSegment } from './hierarchy.ts';
import { ownSegment, type SegmentSettings } from './segment.ts';

const noSources = new Set(['linkedin.com', 'lnkd.in']);

/**
 * SEG-4: whether a link can stand as the source of a proposed count or place: a filing, an article, a report
 * of the company itself. LinkedIn is refused.
 * @returns the link, trimmed
 */
export function checkProposalSource(source: string): Result<string, Refusal> {
  const link = source.trim();
  const domain = /^https?:\/\//i.test(link) ? domainOf(link) : null;
  if (domain === null) {
    return err({
      rule: 'SEG-4',
      message: label('seg4.no-link', { text: link.slice(0, 80) }),
      remedy: label('seg4.no-link-remedy'),
    });
  }
  if (!noSources.has(domain)) return ok(link);
  return err({
    rule: 'SEG-4',
    message: label('seg4.linkedin'),
    remedy: label('seg4.linkedin-remedy'),
  });
}

/** What a proposed count would do; only proposals that change the segment are reviewed (SEG-4). */
export interface ProposalVerdict {
  /** Of the hierarchy, as it is and with the proposed count accepted; `null` = unknown. */
  readonly now: Segment | null;
  readonly then: Segment | null;
  readonly isReviewed: boolean;
}

/**
 * SEG-4: what accepting an account's proposed count would make of its hierarchy's segment.
 * @param family every member of its hierarchy, the account included
 * @returns `undefined` when nothing is proposed
 */
export function judgeProposal(
  account: Account,
  family: readonly Account[],
  settings: SegmentSettings = defaultRuleSettings,
): ProposalVerdict | undefined {
  if (account.proposedEmployees === undefined) return undefined;
  const segmentWith = (values: AccountValues): Segment | null =>
    highestSegment(family.map((member) => ownSegment(member.id === account.id ? values : member, settings)));
  const now = segmentWith(account);
  const then = segmentWith({ ...account, employeesOverride: account.proposedEmployees });
  return { now, then, isReviewed: now !== then };
}

/** SEG-4: the proposed count becomes the admin override; the proposal itself is settled. */
export function acceptCount({
  proposedEmployees,
  proposedEmployeesSource: _source,
  ...values
}: AccountValues): AccountValues {
  return { ...values, ...(proposedEmployees !== undefined && { employeesOverride: proposedEmployees }) };
}

/** SEG-4: the proposed place becomes the whole overriding address; no part of an earlier one stays (TER-2). */
export function acceptPlace({
  proposedState: overrideState,
  proposedPostalCode: overridePostalCode,
  proposedCountry: overrideCountry,
  proposedPlaceSource: _source,
  ...values
}: AccountValues): AccountValues {
  if (overrideCountry === undefined) return values;
  const { overrideStreet: _street, overrideCity: _city, ...kept } = values;
  delete kept.overrideState;
  delete kept.overridePostalCode;
  return {
    ...kept,
    overrideCountry,
    ...(overrideState !== undefined && { overrideState }),
    ...(overridePostalCode !== undefined && { overridePostalCode }),
  };
}

export interface SegmentInForce {
  readonly segment: Segment | null;
  /** What new data says; in force once it is confirmed at review. */
  readonly pending?: Segment;
}

/**
 * SEG-4: the segment that counts. One that was confirmed stays until a change that new data brought is
 * confirmed at review, unless changes hold at once. Losing every count is no change.
 * @param confirmed the segment in force so far; absent = none was ever known
 * @param decided what SEG-1 to SEG-3 say of the data as it is
 */
export function segmentInForce(
  confirmed: Segment | undefined,
  decided: Segment | null,
  { segmentChange }: Pick<RuleSettings, 'segmentChange'> = defaultRuleSettings,
): SegmentInForce {
  if (confirmed === undefined || segmentChange === 'atOnce') return { segment: decided };
  return decided === null || decided === confirmed
    ? { segment: confirmed }
    : { segment: confirmed, pending: decided };
}
