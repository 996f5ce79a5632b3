import type { Motion } from '../accounts/motion.ts';
import { sameValue } from '../history/diff.ts';
import { scoreOf, scorer } from './score.ts';
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

/** A comparison that takes the accounts of a book one after another, so that nobody holds them all. */
interface Comparing {
  readonly add: (account: ComparedAccount) => void;
  readonly result: () => ProfileComparison;
}

/** PR-3: who would move if the book were scored by another profile. */
export function compareProfiles(
  book: Iterable<ComparedAccount>,
  from: ScoreProfile,
  to: ScoreProfile,
  settings: ScoreSettings & PrioritySettings,
): ProfileComparison {
  const comparison = profileComparison(from, to, settings);
  for (const account of book) comparison.add(account);
  return comparison.result();
}

/** The same, account by account. */
export function profileComparison(
  from: ScoreProfile,
  to: ScoreProfile,
  settings: ScoreSettings & PrioritySettings,
): Comparing {
  const before = scorer(from, settings);
  const after = scorer(to, settings);
  // Reading texts is what costs: profiles that differ in weights alone share it.
  const haveSameWords =
    sameValue(from.industries, to.industries) && sameValue(from.adopterWords, to.adopterWords);
  const counts = { from: { 1: 0, 2: 0, 3: 0, none: 0 }, to: { 1: 0, 2: 0, 3: 0, none: 0 } };
  const movers: Mover[] = [];
  let accounts = 0;
  const add = (account: ComparedAccount): void => {
    accounts += 1;
    const was = before.score(account);
    const is = haveSameWords ? scoreOf(was.reading, after.points) : after.score(account);
    const priority = {
      from: suggestedPriority({ ...was, motion: account.motion }, settings),
      to: suggestedPriority({ ...is, motion: account.motion }, settings),
    };
    counts.from[priority.from ?? 'none'] += 1;
    counts.to[priority.to ?? 'none'] += 1;
    if (priority.from === priority.to) return;
    const { id, name } = account;
    movers.push({ id, name, score: { from: was.score, to: is.score }, priority });
  };
  const result = (): ProfileComparison => ({ movers: movers.toSorted(byMove), ...counts, accounts });
  return { add, result };
}

/** The largest change of score first, then by name. */
const byMove = (a: Mover, b: Mover): number =>
  Math.abs(b.score.to - b.score.from) - Math.abs(a.score.to - a.score.from) ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1);
