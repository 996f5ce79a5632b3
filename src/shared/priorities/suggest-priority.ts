import type { AccountValues } from '../accounts/account.ts';
import { isBlankName } from '../accounts/bdr.ts';
import type { Motion } from '../accounts/motion.ts';
import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import { settingsUsed, type Decided } from '../rule-book/receipt.ts';
import type { RuleSettings } from '../rule-book/settings.ts';
import type { Refusal } from '../statuses/decision.ts';
import { bandOf, type ScoreBand } from './score.ts';
import type { TriggerState } from './triggers.ts';

export type Priority = NonNullable<AccountValues['priority']>;

export type PrioritySettings = Pick<RuleSettings, 'strongScoreFrom' | 'weakScoreUnder' | 'recentTriggerDays'>;

/** What PR-4 looks at. */
export interface PriorityFacts {
  /** SEG-5: Expand accounts carry a rank instead (PR-8). */
  readonly motion: Motion;
  readonly score: number;
  /** At least one signal is known. */
  readonly isKnown: boolean;
  readonly triggers: TriggerState;
}

/** PR-4: score by triggers. Old ones rank below none, as in the source. */
const table: Readonly<Record<ScoreBand, Readonly<Record<'recent' | 'old' | 'none', Priority>>>> = {
  strong: { recent: 1, old: 3, none: 2 },
  middle: { recent: 2, old: 3, none: 2 },
  weak: { recent: 3, old: 3, none: 3 },
};

/** PR-4: the Priority that a Land account's score and triggers suggest; `null` = no suggestion. */
export function suggestedPriority(
  { motion, score, isKnown, triggers }: PriorityFacts,
  settings: PrioritySettings,
): Priority | null {
  if (motion === 'Expand' || !isKnown) return null;
  return table[bandOf(score, settings)][triggers === 'unknown' ? 'none' : triggers];
}

/** The same with its receipt. */
export function suggestPriority(facts: PriorityFacts, settings: PrioritySettings): Decided<Priority | null> {
  const outcome = suggestedPriority(facts, settings);
  const { score } = facts;
  const band = bandOf(score, settings);
  return {
    outcome,
    receipt: {
      rules: facts.motion === 'Expand' ? ['PR-4', 'SEG-5', 'PR-8'] : ['PR-4', 'PR-3'],
      said: outcome === null ? noSuggestion(facts) : label('priority.suggested', { priority: outcome }),
      facts:
        facts.motion === 'Expand' || !facts.isKnown
          ? []
          : [scoreFact(score, band), triggerFact(facts, settings)],
      settings: settingsUsed(settings, ['strongScoreFrom', 'weakScoreUnder', 'recentTriggerDays']),
      flips: flipsOf(facts, outcome, settings),
    },
  };
}

const noSuggestion = ({ motion }: PriorityFacts): Label =>
  motion === 'Expand' ? label('priority.expand-has-rank') : label('priority.nothing-known');

const scoreFact = (score: number, band: ScoreBand): Label =>
  band === 'strong'
    ? label('priority.strong', { score })
    : band === 'weak'
      ? label('priority.weak', { score })
      : label('priority.middle', { score });

function triggerFact({ triggers }: PriorityFacts, { recentTriggerDays: days }: PrioritySettings): Label {
  if (triggers === 'recent') return label('priority.trigger-recent', { days });
  return triggers === 'old' ? label('priority.triggers-old', { days }) : label('priority.triggers-none');
}

/** The fewest points, or the trigger, that would suggest another Priority; the nearest first. */
function flipsOf(facts: PriorityFacts, outcome: Priority | null, settings: PrioritySettings): Label[] {
  if (facts.motion === 'Expand') return [];
  if (!facts.isKnown) return [label('flip.any-signal')];
  const { score, triggers } = facts;
  const byScore = [
    settings.strongScoreFrom,
    settings.weakScoreUnder,
    settings.strongScoreFrom - 1,
    settings.weakScoreUnder - 1,
  ]
    .filter((at) => at >= 0 && at <= 100 && at !== score)
    .map((at) => ({ by: at - score, to: suggestedPriority({ ...facts, score: at }, settings) }))
    .filter((flip): flip is { by: number; to: Priority } => flip.to !== null && flip.to !== outcome)
    .sort((a, b) => Math.abs(a.by) - Math.abs(b.by))
    .slice(0, 1)
    .map(({ by, to: priority }) =>
      by > 0
        ? label('flip.more-points', { count: by, priority })
        : label('flip.fewer-points', { count: -by, priority }),
    );
  const withTrigger = suggestedPriority({ ...facts, triggers: 'recent' }, settings);
  const byTrigger =
    triggers !== 'recent' && withTrigger !== null && withTrigger !== outcome
      ? [label('flip.recent-trigger', { priority: withTrigger })]
      : [];
  return [...byTrigger, ...byScore];
}

/** What a BDR chose, and the word why. */
export interface PriorityChoice {
  /** `null` takes the Priority away. */
  readonly chosen: Priority | null;
  readonly suggested: Priority | null;
  readonly reason?: string;
}

/** PR-4: the BDR chooses; choosing against the suggestion asks for a word why. `undefined` = all well. */
export function checkChoice({ chosen, suggested, reason }: PriorityChoice): Refusal | undefined {
  const isAgainst = chosen !== null && suggested !== null && chosen !== suggested;
  if (!isAgainst || !isBlankName(reason)) return undefined;
  return {
    rule: 'PR-4',
    message: label('pr4.against', { chosen, suggested }),
    remedy: label('pr4.against-remedy'),
  };
}
