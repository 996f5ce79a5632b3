import type { SeededRandom } from './random.ts';
import { industries, naics, researchLines } from './words/business-words.ts';
import { nameParts, type Locale, type NameParts, type Place } from './words/company-words.ts';
import { familyNames, givenNames } from './words/people-words.ts';

/** An invented organisation as the world knows it, before any list or account is made of it. */
export interface Company {
  readonly index: number;
  readonly locale: Locale;
  readonly name: string;
  /** The name without its legal form; no two companies of one run share it. */
  readonly coreName: string;
  /** Ends in `-fiction` before its public suffix, so that it is shaped like a real one and is none. */
  readonly domain: string;
  readonly hasWebsite: boolean;
  readonly employees: number;
  readonly revenue: number;
  readonly street: string;
  readonly place: Place;
  readonly phone: string;
  readonly sector: string;
  readonly industry: string;
  readonly naicsCode: string;
  readonly naicsTitle: string;
  readonly naicsSector: string;
  readonly owner: string;
  /** Draws a colleague of the owner's, in letters that the company's list can write. */
  readonly colleague: (random: SeededRandom) => string;
  /** Several sentences; may hold quotes, commas, line breaks and other scripts. */
  readonly description: string;
}

export interface CompanyOptions {
  /** Weight of each language; the default is mostly English with some of every other. */
  readonly locales?: readonly (readonly [Locale, number])[];
  /** Keeps to words that pass; used for encodings that lack letters. */
  readonly fits?: (text: string) => boolean;
  /** Share of companies without a website. */
  readonly withoutWebsite?: number;
  /** Draws the head count. */
  readonly employees?: (random: SeededRandom) => number;
}

export const worldwide: readonly (readonly [Locale, number])[] = [
  ['en', 70],
  ['de', 10],
  ['pl', 5],
  ['tr', 5],
  ['ja', 5],
  ['ru', 5],
];

/** Languages whose letters Windows-1252 can write. */
export const western: readonly (readonly [Locale, number])[] = [
  ['en', 80],
  ['de', 20],
];

/** Makes companies one after the other; names and domains never repeat within one source. */
export function companySource(random: SeededRandom, options: CompanyOptions = {}): () => Company {
  const locales = options.locales ?? worldwide;
  const withoutWebsite = options.withoutWebsite ?? 0.05;
  const employees = options.employees ?? anySize;
  const fits = options.fits ?? (() => true);
  const lines = researchLines.filter(fits);
  const given = givenNames.filter(fits);
  const family = familyNames.filter(fits);
  const colleague = (draw: SeededRandom): string => `${draw.pick(given)} ${draw.pick(family)}`;
  const namers = new Map<Locale, () => Name>();
  let index = -1;
  return () => {
    index += 1;
    const locale = random.weighted(locales);
    const parts = nameParts[locale];
    let namer = namers.get(locale);
    if (!namer) namers.set(locale, (namer = nameSource(random.fork(`names ${locale}`), parts)));
    const name = namer();
    const [sector, industry] = random.pick(industries);
    const [naicsCode, naicsTitle, naicsSector] = random.pick(naics);
    const count = employees(random);
    return {
      index,
      locale,
      ...name,
      hasWebsite: !random.chance(withoutWebsite),
      employees: count,
      revenue: count * random.int(90, 400) * 1000,
      street: `${random.int(1, 980)} ${random.pick(parts.streets)}`,
      place: random.pick(parts.places),
      phone: `+1 555 01${String(random.int(0, 99)).padStart(2, '0')}`,
      sector,
      industry,
      naicsCode,
      naicsTitle,
      naicsSector,
      owner: colleague(random),
      colleague,
      description: prose(random, lines),
    };
  };
}

export const person = (random: SeededRandom): string =>
  `${random.pick(givenNames)} ${random.pick(familyNames)}`;

/** One to four research lines, sometimes on lines of their own. */
export function prose(random: SeededRandom, lines: readonly string[] = researchLines): string {
  const chosen = Array.from({ length: random.int(1, 4) }, () => random.pick(lines));
  return chosen.join(random.pick([' ', ' ', '\n', '\n\n']));
}

/** Small ones are common, but every segment and both sides of its borders occur (SEG-1). */
export const anySize = (random: SeededRandom): number =>
  random.weighted<() => number>([
    [() => random.int(1, 99), 30],
    [() => random.int(100, 1999), 35],
    [() => random.int(2000, 450_000), 30],
    [() => random.pick([0, 1, 99, 100, 101, 1999, 2000, 2001]), 5],
  ])();

type Name = Pick<Company, 'name' | 'coreName' | 'domain'>;

/**
 * Walks all combinations of a language's words in a scattered order without repeating one; when they run
 * out, names get a middle word, then a number.
 */
function nameSource(random: SeededRandom, parts: NameParts): () => Name {
  const pairs = parts.first.length * parts.second.length;
  const step = coprimeStep(random, pairs);
  const offset = random.int(0, pairs - 1);
  let ordinal = -1;
  return () => {
    ordinal += 1;
    const spot = (offset + (ordinal % pairs) * step) % pairs;
    const round = Math.floor(ordinal / pairs);
    const middle = round === 0 ? undefined : parts.first[(round - 1) % parts.first.length];
    const number = Math.floor(Math.max(0, round - 1) / parts.first.length);
    const words = [
      parts.first[spot % parts.first.length],
      middle,
      parts.second[Math.floor(spot / parts.first.length)],
    ].filter((word) => word !== undefined);
    const suffix = number === 0 ? '' : ` ${number + 1}`;
    const coreName = words.map(([written]) => written).join(parts.joiner) + suffix;
    const label = words.map(([, ascii]) => ascii).join('-') + suffix.trim();
    const form = random.pick(parts.legalForms);
    return {
      coreName,
      name: withLegalForm(coreName, form, parts.locale),
      domain: `${label}-fiction.${random.pick(parts.domainSuffixes)}`,
    };
  };
}

/** The legal form stands before the name in Japanese and Russian, behind it elsewhere. */
function withLegalForm(coreName: string, form: string, locale: Locale): string {
  if (form === '') return coreName;
  if (locale === 'ja') return form + coreName;
  return locale === 'ru' ? `${form} ${coreName}` : `${coreName} ${form}`;
}

function coprimeStep(random: SeededRandom, size: number): number {
  let step = random.int(Math.floor(size / 3), size - 1) | 1;
  while (greatestCommonDivisor(step, size) !== 1) step += 2;
  return step;
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);
