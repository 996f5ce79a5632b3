import { say } from '../../../shared/rule-book/messages.ts';
import { offerOf } from './move-offer.ts';
import type { MovePreview, RefusedAccount } from '../../store/api.ts';

/** One reason why cards stay, and which ones. */
export interface StayReason {
  /** The rule, what holds them, and what would make it possible. */
  readonly text: string;
  /** Names of the accounts concerned; empty when there is only the one that is being moved. */
  readonly names: readonly string[];
}

/** What a column says about cards held over it, or dropped on it. */
export interface Verdict {
  readonly kind: 'all' | 'some' | 'none';
  /** "8 of 10 can move; 2 stay."; empty for a single card. */
  readonly summary: string;
  readonly reasons: readonly StayReason[];
  /** What a drop would lead to although a rule refuses: a seat swap (AW-6), an override (AW-3x). */
  readonly offer?: string;
  /** Said, but no hindrance: the family (AW-1), an open opportunity (AW-4). */
  readonly notes?: readonly string[];
}

/** How many notes are told. */
const toldNotes = 3;

/** The words for a preview. */
export function previewVerdict(moving: number, preview: MovePreview): Verdict {
  const offer = offerOf(preview);
  const notes = [...preview.family, ...preview.warnings]
    .slice(0, toldNotes)
    .map(({ message }) => say(message));
  const verdict = verdictOf(moving, preview.refused);
  return {
    ...verdict,
    ...(offer !== undefined && { kind: 'some' as const, offer }),
    ...(notes.length > 0 && { notes }),
  };
}

/** The words for the outcome of a move. */
export function verdictOf(moving: number, refused: MovePreview['refused']): Verdict {
  const staying = refused.length;
  if (staying === 0) return { kind: 'all', summary: '', reasons: [] };
  return {
    kind: staying >= moving ? 'none' : 'some',
    summary: moving === 1 ? '' : summaryOf(moving, staying),
    reasons: reasonsOf(refused, moving > 1),
  };
}

const summaryOf = (moving: number, staying: number): string =>
  staying >= moving
    ? `None of the ${String(moving)} can move.`
    : `${String(moving - staying)} of ${String(moving)} can move; ${String(staying)} ${staying === 1 ? 'stays' : 'stay'}.`;

function reasonsOf(refused: readonly RefusedAccount[], withNames: boolean): StayReason[] {
  const byText = new Map<string, { text: string; names: string[] }>();
  for (const { name, refusal } of refused) {
    const text = `${withRule(refusal.rule, say(refusal.message))} ${say(refusal.remedy)}`;
    const known = byText.get(text) ?? { text, names: [] };
    if (withNames) known.names.push(name);
    byText.set(text, known);
  }
  return [...byText.values()];
}

/** A refusal names its rule; most messages of the catalogue do so themselves. */
const withRule = (rule: string, words: string): string =>
  words.startsWith(rule) ? words : `${rule}: ${words}`;

/** The first few names, and how many more. */
export function someNames(names: readonly string[], show = 3): string {
  if (names.length <= show) return names.join(', ');
  return `${names.slice(0, show).join(', ')} and ${String(names.length - show)} more`;
}

/** The verdict as one text, for announcements and toasts. */
export const verdictText = (verdict: Verdict): string =>
  [
    verdict.summary,
    ...verdict.reasons.map(({ text, names }) =>
      names.length === 0 ? text : `${text} (${someNames(names)})`,
    ),
    verdict.offer ?? '',
    ...(verdict.notes ?? []),
  ]
    .filter((part) => part !== '')
    .join(' ');
