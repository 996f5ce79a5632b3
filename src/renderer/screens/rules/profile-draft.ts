import type { Label } from '../../../shared/history/change-set.ts';
import { editProfile, type ScoreProfile } from '../../../shared/priorities/score-profile.ts';
import { signals, type Signal } from '../../../shared/priorities/signal.ts';
import type { Result } from '../../../shared/result.ts';

/** A profile as its form has it: what was typed, also while no profile can be like that. */
export interface ProfileDraft {
  readonly name: string;
  readonly weights: Readonly<Record<Signal, string>>;
  /** One a line. */
  readonly industries: string;
  readonly adopterWords: string;
}

export const draftOfProfile = (profile: ScoreProfile): ProfileDraft => ({
  name: profile.name,
  weights: Object.fromEntries(
    signals.map((signal) => [signal, String(profile.weights[signal])] as const),
  ) as Record<Signal, string>,
  industries: profile.industries.join('\n'),
  adopterWords: profile.adopterWords.join('\n'),
});

/** The profile that a form asks for; a message says which value cannot be, and its bounds. */
export function readProfileDraft(draft: ProfileDraft, base: ScoreProfile): Result<ScoreProfile, Label> {
  return editProfile(base, {
    name: draft.name,
    weights: Object.fromEntries(
      signals.map((signal) => [signal, readWeight(draft.weights[signal])] as const),
    ),
    industries: wordsOf(draft.industries),
    adopterWords: wordsOf(draft.adopterWords),
  });
}

const readWeight = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.trim()));

/** Words one a line; the same word twice, whatever its case, counts once. */
function wordsOf(text: string): string[] {
  const words = text
    .split(/\r\n|\n|\r/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const seen = new Set<string>();
  return words.filter((word) => {
    const key = word.toLowerCase();
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** "Copy of Default", "Copy 2 of Default": a name that no profile has. */
export function copyName(name: string, taken: readonly string[]): string {
  for (let turn = 1; ; turn += 1) {
    const wanted = turn === 1 ? `Copy of ${name}` : `Copy ${String(turn)} of ${name}`;
    const short = wanted.slice(0, 80).trim();
    if (!taken.includes(short)) return short;
  }
}
