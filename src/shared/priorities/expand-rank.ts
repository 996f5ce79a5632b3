import type { AccountValues } from '../accounts/account.ts';
import { fiscalQuarterOf } from '../calendar.ts';
import type { IsoDate } from '../clock.ts';
import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import { settingsUsed, type Decided } from '../rule-book/receipt.ts';
import type { RuleSettings } from '../rule-book/settings.ts';

export type ExpandRank = NonNullable<AccountValues['expandRank']>;

export type RankSettings = Pick<RuleSettings, 'icpScoreFrom' | 'smallRenewalUpTo' | 'fiscalYearFirstMonth'>;

/** What PR-8 looks at, of an account whose hierarchy is Expand (SEG-5). */
export interface RankFacts {
  readonly intent: AccountValues['intent'];
  /** Of the ultimate parent (PR-3). */
  readonly parentScore: number;
  /** Somebody in the hierarchy uses CE; `null` = unknown. */
  readonly ceInHierarchy: boolean | null;
  readonly renewalDate: IsoDate | undefined;
  readonly renewalAmount: number | undefined;
  readonly today: IsoDate;
}

/**
 * PR-8: 1 with high intent; 2 with medium or low intent, CE users in the hierarchy and a small renewal in
 * this fiscal quarter where the ultimate parent is ICP, 3 where it is not; `null` = none of them, with what
 * is missing.
 */
export function suggestRank(facts: RankFacts, settings: RankSettings): Decided<ExpandRank | null> {
  const isIcp = facts.parentScore >= settings.icpScoreFrom;
  const renewal = renewalOf(facts, settings);
  const missing = facts.intent === 'high' ? [] : missingOf(facts, renewal, settings);
  const outcome = facts.intent === 'high' ? 1 : missing.length > 0 ? null : isIcp ? 2 : 3;
  const icp = isIcp
    ? label('rank.icp', { score: facts.parentScore, from: settings.icpScoreFrom })
    : label('rank.no-icp', { score: facts.parentScore, from: settings.icpScoreFrom });
  return {
    outcome,
    receipt: {
      rules: ['PR-8', 'SEG-5'],
      said: outcome === null ? label('rank.none') : label('rank.suggested', { rank: outcome }),
      facts: [
        facts.intent === undefined
          ? label('rank.intent-unknown')
          : label('rank.intent', { intent: facts.intent }),
        ...(outcome === 1 ? [] : [icp, ceFact(facts), renewalFact(renewal, facts)]),
      ],
      settings: settingsUsed(settings, ['icpScoreFrom', 'smallRenewalUpTo', 'fiscalYearFirstMonth']),
      flips: outcome === 1 ? [] : [...missing, label('flip.high-intent')],
    },
  };
}

type Renewal = 'small' | 'large' | 'other-quarter' | 'unknown';

function renewalOf({ renewalDate, renewalAmount, today }: RankFacts, settings: RankSettings): Renewal {
  if (renewalDate === undefined || renewalAmount === undefined) return 'unknown';
  const { from, to } = fiscalQuarterOf(today, settings.fiscalYearFirstMonth);
  if (renewalDate < from || renewalDate > to) return 'other-quarter';
  return renewalAmount <= settings.smallRenewalUpTo ? 'small' : 'large';
}

function missingOf(facts: RankFacts, renewal: Renewal, { smallRenewalUpTo }: RankSettings): Label[] {
  return [
    ...(facts.intent === undefined ? [label('flip.find-intent')] : []),
    ...(facts.ceInHierarchy === true ? [] : [label('flip.ce-in-hierarchy')]),
    ...(renewal === 'small' ? [] : [label('flip.small-renewal', { amount: smallRenewalUpTo })]),
  ];
}

const ceFact = ({ ceInHierarchy }: RankFacts): Label =>
  ceInHierarchy === null ? label('rank.ce-unknown') : ceInHierarchy ? label('rank.ce') : label('rank.no-ce');

function renewalFact(renewal: Renewal, { renewalDate, renewalAmount = 0 }: RankFacts): Label {
  if (renewal === 'unknown' || renewalDate === undefined) return label('rank.renewal-unknown');
  const said = { date: renewalDate, amount: renewalAmount };
  if (renewal === 'small') return label('rank.renewal-small', said);
  return renewal === 'large' ? label('rank.renewal-large', said) : label('rank.renewal-elsewhere', said);
}

/** What orders Expand accounts. */
export interface RankedAccount {
  readonly id: string;
  readonly name: string;
  readonly rank: ExpandRank | null;
  readonly totalCarr: number | undefined;
  readonly lamDevelopers: number | undefined;
}

/** PR-8: by rank, then by CARR and LAM, the largest first; without a rank last. Ties by name. */
export const compareRanked = (a: RankedAccount, b: RankedAccount): number =>
  (a.rank ?? 4) - (b.rank ?? 4) ||
  (b.totalCarr ?? 0) - (a.totalCarr ?? 0) ||
  (b.lamDevelopers ?? 0) - (a.lamDevelopers ?? 0) ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
