import { err, ok, type Result } from '../result.ts';
import { label } from '../rule-book/messages.ts';
import { defaultRuleSettings } from '../rule-book/settings.ts';
import type { Refusal } from '../statuses/decision.ts';
import type { Account, AccountValues, Segment } from './account.ts';
import { domainOf } from './domain-name.ts';
import { highestSegment } from './hierarchy.ts';
import { ownSegmentInForce, withoutHold, type ReviewSettings } from './segment-hold.ts';

/** Where the sources of proposals are kept. */
export const proposalSources = ['proposedEmployeesSource', 'proposedPlaceSource'] as const;

export const isProposalSource = (key: string): boolean =>
  (proposalSources as readonly string[]).includes(key);

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
  settings: ReviewSettings = defaultRuleSettings,
): ProposalVerdict | undefined {
  if (account.proposedEmployees === undefined) return undefined;
  const segmentWith = (values: AccountValues): Segment | null =>
    highestSegment(
      family.map((member) => ownSegmentInForce(member.id === account.id ? values : member, settings).segment),
    );
  const now = segmentWith(account);
  const then = segmentWith(acceptCount(account));
  return { now, then, isReviewed: now !== then };
}

/** SEG-4: the proposed count becomes the admin override; the proposal itself is settled, and what else waited. */
export function acceptCount({
  proposedEmployees,
  proposedEmployeesSource: _source,
  ...values
}: AccountValues): AccountValues {
  if (proposedEmployees === undefined) return values;
  return { ...withoutHold(values), employeesOverride: proposedEmployees };
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
