import type { Motion } from '../accounts/motion.ts';
import { scorer } from './score.ts';
import type { ScoreProfile } from './score-profile.ts';
import type { ScoreFacts, ScoreSettings } from './signals.ts';
import { suggestedPriority, type Priority, type PrioritySettings } from './suggest-priority.ts';

export interface ComparedAccount extends ScoreFacts {
  readonly id: string;
  readonly name: string;
  readonly motion: Motion;
}

/** An account that the other profile would suggest another Priority for. */
export interface Mover {
  readonly id: string;
  readonly name: string;
  readonly score: { readonly from: number; readonly to: number };
  readonly priority: { readonly from: Priority | null; readonly to: Priority | null };
}

export interface ProfileComparison {
  /** The largest change of score first, then by name. */
  readonly movers: readonly Mover[];
  /** How many accounts each profile suggests each Priority for; `none` = no suggestion. */
  readonly from: Readonly<Record<Priority | 'none', number>>;
  readonly to: Readonly<Record<Priority | 'none', number>>;
  readonly accounts: number;
}

/** PR-3: who would move if the book were scored by another profile. */
export function compareProfiles(
  book: Iterable<ComparedAccount>,
  from: ScoreProfile,
  to: ScoreProfile,
  settings: ScoreSettings & PrioritySettings,
): ProfileComparison {
  const before = scorer(from, settings);
  const after = scorer(to, settings);
  const counts = { from: { 1: 0, 2: 0, 3: 0, none: 0 }, to: { 1: 0, 2: 0, 3: 0, none: 0 } };
  const movers: Mover[] = [];
  let accounts = 0;
  for (const account of book) {
    accounts += 1;
    const was = before.score(account);
    const is = after.score(account);
    const priority = {
      from: suggestedPriority({ ...was, motion: account.motion }, settings),
      to: suggestedPriority({ ...is, motion: account.motion }, settings),
    };
    counts.from[priority.from ?? 'none'] += 1;
    counts.to[priority.to ?? 'none'] += 1;
    if (priority.from === priority.to) continue;
    const { id, name } = account;
    movers.push({ id, name, score: { from: was.score, to: is.score }, priority });
  }
  movers.sort(
    (a, b) =>
      Math.abs(b.score.to - b.score.from) - Math.abs(a.score.to - a.score.from) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1),
  );
  return { movers, ...counts, accounts };
}
