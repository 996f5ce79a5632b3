import type { AccountValues } from '../accounts/account.ts';
import { fold } from '../accounts/normalise.ts';
import { defaultRuleSettings, type RuleSettings } from '../rule-book/settings.ts';

/** TER-6: the words of the handbook that tell of the US public sector, in its order, as patterns of plain text. */
const indicators = [
  ['County', 'count(?:y|ies)'],
  ['City Of', 'city of'],
  ['State', 'state'],
  ['University', 'universit(?:y|ies)'],
  ['College', 'colleges?'],
  ['Defense', 'defen[sc]e'],
  ['Intelligence', 'intelligence'],
  ['Agency', 'agenc(?:y|ies)'],
  ['Mission', 'missions?'],
  ['Mission Critical', 'mission critical'],
  ['Mission Support', 'mission support'],
  ['Speed to Mission', 'speed to mission'],
  ['System Integrator', 'systems? integrators?'],
  ['Contract Vehicle', 'contract vehicles?'],
  ['Government Bid', 'government bids?'],
  ['Government Contract', 'government contracts?'],
  ['Civilian', 'civilians?'],
  ['Task Order', 'task orders?'],
] as const;
export type IndicatorWord = (typeof indicators)[number][0];

const patterns = indicators.map(
  ([word, pattern]) =>
    [
      word,
      new RegExp(`(?<![\\p{L}\\p{N}])${pattern.replaceAll(' ', '[\\s-]+')}(?![\\p{L}\\p{N}])`, 'gu'),
    ] as const,
);

/** "state-of-the-art" says nothing about anyone. */
const idle = /\bstate[\s-]+of[\s-]+the[\s-]+art\b/gu;

/**
 * TER-6: the telling words in a description, in the handbook's order; a word inside a longer one that is
 * there as well ("Mission" in "Mission Critical") is not told twice.
 */
export function indicatorsIn(description: string | undefined): IndicatorWord[] {
  if (description === undefined) return [];
  const text = fold(description).replace(idle, ' ');
  const spans = patterns.flatMap(([word, pattern]) =>
    [...text.matchAll(pattern)].map((hit) => ({ word, from: hit.index, to: hit.index + hit[0].length })),
  );
  const told = spans.filter(
    (span) =>
      !spans.some(
        (other) =>
          other.from <= span.from && other.to >= span.to && other.to - other.from > span.to - span.from,
      ),
  );
  return patterns.flatMap(([word]) => (told.some((span) => span.word === word) ? [word] : []));
}

/** What the words of a description suggest; a person decides (TER-6). */
export interface PublicSectorSuggestion {
  readonly words: readonly IndicatorWord[];
  /** Where it would go once flagged. */
  readonly to: 'Public Sector' | 'AMER Commercial' | 'unknown country';
}

/**
 * TER-6: a hint that an account may be public sector. None where somebody has answered the question, and
 * none outside the US and Canada, where the flag would change nothing.
 * @param country ISO code of the ultimate parent's place; `null` = unknown
 */
export function suggestPublicSector(
  { publicSector, description }: Pick<AccountValues, 'publicSector' | 'description'>,
  country: string | null,
): PublicSectorSuggestion | undefined {
  if (publicSector !== undefined || (country !== null && country !== 'US' && country !== 'CA')) {
    return undefined;
  }
  const words = indicatorsIn(description);
  if (words.length === 0) return undefined;
  return {
    words,
    to: country === null ? 'unknown country' : country === 'US' ? 'Public Sector' : 'AMER Commercial',
  };
}

/** Answers to the questions that tell whether an organisation is public sector (TER-6). */
export interface PublicSectorQuestions {
  readonly kind: 'agency' | 'university' | 'contractor' | 'other';
  /** ISO code. */
  readonly country: string;
  /** Contractors: whether they require US-based support; absent = unknown. */
  readonly usBasedSupport?: boolean;
  /** Contractors: percent of their business that comes from government; absent = unknown. */
  readonly governmentShare?: number;
}

export type PublicSectorAnswer =
  | { readonly goesTo: 'Public Sector' | 'region' | 'AMER Commercial' }
  /** Not to be told yet: the Public Sector BDR works it until it is. */
  | { readonly goesTo: 'Public Sector'; readonly untilKnown: true };

/**
 * TER-6: where an organisation goes. US agencies, all US universities, and US contractors with US-based
 * support or enough business from government are Public Sector. What is government in Canada goes to AMER
 * Commercial, everything else to its region.
 */
export function decidePublicSector(
  { kind, country, usBasedSupport, governmentShare }: PublicSectorQuestions,
  settings: Pick<RuleSettings, 'governmentShare'> = defaultRuleSettings,
): PublicSectorAnswer {
  if (country === 'CA' && kind === 'agency') return { goesTo: 'AMER Commercial' };
  if (country !== 'US' || kind === 'other') return { goesTo: 'region' };
  if (kind !== 'contractor') return { goesTo: 'Public Sector' };
  if (usBasedSupport === true || (governmentShare ?? 0) >= settings.governmentShare) {
    return { goesTo: 'Public Sector' };
  }
  return usBasedSupport === undefined || governmentShare === undefined
    ? { goesTo: 'Public Sector', untilKnown: true }
    : { goesTo: 'region' };
}
