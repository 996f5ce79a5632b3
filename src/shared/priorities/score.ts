import type { RuleSettings } from '../rule-book/settings.ts';
import { pointsOf, type ScoreProfile } from './score-profile.ts';
import { signals, type Signal } from './signal.ts';
import {
  readSignals,
  wordsFinder,
  type ScoreFacts,
  type ScoreSettings,
  type SignalReading,
} from './signals.ts';
import type { TriggerState } from './triggers.ts';

/** PR-4: where a score lies. */
export type ScoreBand = 'strong' | 'middle' | 'weak';

/** The score of one account, as data. */
export interface Score {
  /** 0-100. */
  readonly score: number;
  /** False while not one signal is known. */
  readonly isKnown: boolean;
  readonly reading: SignalReading;
  readonly triggers: TriggerState;
}

/** Scores accounts with one profile; its words and points are made ready once for the whole book. */
export interface Scorer {
  readonly profile: ScoreProfile;
  readonly points: Readonly<Record<Signal, number>>;
  readonly score: (facts: ScoreFacts) => Score;
}

/** PR-3: the score is the sum of the points of the signals that an account has. */
export function scorer(profile: ScoreProfile, settings: ScoreSettings): Scorer {
  const points = pointsOf(profile);
  const finder = wordsFinder(profile);
  return {
    profile,
    points,
    score: (facts) => scoreOf(readSignals(facts, finder, settings), points),
  };
}

/** The same of signals that were read already, by a profile with the same words. */
export function scoreOf(reading: SignalReading, points: Scorer['points']): Score {
  let score = 0;
  let isKnown = false;
  for (const signal of signals) {
    const state = reading.states[signal];
    if (state === 'yes') score += points[signal];
    isKnown ||= state !== 'unknown';
  }
  return { score, isKnown, reading, triggers: reading.triggerState };
}

/** PR-4: strong from 60 on, weak under 30. */
export const bandOf = (
  score: number,
  { strongScoreFrom, weakScoreUnder }: Pick<RuleSettings, 'strongScoreFrom' | 'weakScoreUnder'>,
): ScoreBand => (score >= strongScoreFrom ? 'strong' : score < weakScoreUnder ? 'weak' : 'middle');
