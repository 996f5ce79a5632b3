import { segments, type Segment } from '../accounts/account.ts';
import type { PlaceFacts } from './facts.ts';
import { regionCountries } from './regions.ts';
import type { Criterion, Territory } from './territory.ts';

/** A territory that fits, and by what. */
export interface Match {
  readonly code: string;
  readonly level: 'exception' | 'named' | Criterion['level'];
  /** What fits, for people: "94*", "US-CA", "DE", "EMEA", a named account. */
  readonly by: string;
  /** Position of the row that says so in the mapping. */
  readonly row: number;
}

export interface PlaceMatches {
  /** One per territory, all of one level, in the order of their codes; empty = none fits. */
  readonly matches: readonly Match[];
  /** Parts that a rule of a higher level needs and the address lacks (TER-2). */
  readonly missing: readonly ('postalCode' | 'state')[];
}

/** Whose territories are looked at: those of one segment, or all of them. */
export type Eligible = Segment | 'every segment';

interface Rule {
  readonly territory: Territory;
  readonly match: Match;
}

/** The places of some territories, ready to be looked up (TER-7). Built once for a mapping. */
export class PlaceRules {
  /** country -> prefix -> rules */
  readonly #postal = new Map<string, Map<string, Rule[]>>();
  readonly #longest = new Map<string, number>();
  /** Segments that have a postal rule, or a rule by state, in a country. */
  readonly #byPostal = new Map<string, Set<Segment>>();
  readonly #byState = new Map<string, Set<Segment>>();
  /** country -> state -> rules */
  readonly #states = new Map<string, Map<string, Rule[]>>();
  readonly #countries = new Map<string, Rule[]>();
  readonly #regions = new Map<string, Rule[]>();
  readonly #anywhere: Rule[] = [];

  constructor(territories: Iterable<Territory>) {
    const inOrder = [...territories].sort((a, b) => (a.code < b.code ? -1 : 1));
    for (const territory of inOrder) for (const it of territory.criteria) this.#add(territory, it);
  }

  #add(territory: Territory, { level, country, value, row }: Criterion): void {
    const rule: Rule = {
      territory,
      match: { code: territory.code, level, by: sayBy(level, country, value), row },
    };
    switch (level) {
      case 'postal':
        push(nested(this.#postal, country), value, rule);
        this.#longest.set(country, Math.max(this.#longest.get(country) ?? 0, value.length));
        note(this.#byPostal, country, territory);
        return;
      case 'state':
        push(nested(this.#states, country), value, rule);
        note(this.#byState, country, territory);
        return;
      case 'country':
        push(this.#countries, country, rule);
        return;
      case 'region':
        for (const code of regionCountries(value) ?? []) push(this.#regions, code, rule);
        return;
      case 'anywhere':
        this.#anywhere.push(rule);
    }
  }

  /** The territories that fit a place best: by postal prefix (the longest first), state, country, region. */
  match(place: PlaceFacts, eligible: Eligible): PlaceMatches {
    const missing: ('postalCode' | 'state')[] = [];
    const { country, postal, state } = place;
    if (country === null) return { matches: pick(this.#anywhere, eligible), missing };
    if (postal !== null) {
      const found = this.#matchPostal(country, postal, eligible);
      if (found.length > 0) return { matches: found, missing };
    } else if (knows(this.#byPostal, country, eligible)) missing.push('postalCode');
    if (state !== null) {
      const found = pick(this.#states.get(country)?.get(state), eligible);
      if (found.length > 0) return { matches: found, missing };
    } else if (knows(this.#byState, country, eligible)) missing.push('state');
    for (const rules of [this.#countries.get(country), this.#regions.get(country), this.#anywhere]) {
      const found = pick(rules, eligible);
      if (found.length > 0) return { matches: found, missing };
    }
    return { matches: none, missing };
  }

  #matchPostal(country: string, postal: string, eligible: Eligible): readonly Match[] {
    const prefixes = this.#postal.get(country);
    if (!prefixes) return none;
    for (let length = Math.min(postal.length, this.#longest.get(country) ?? 0); length > 0; length -= 1) {
      const found = pick(prefixes.get(postal.slice(0, length)), eligible);
      if (found.length > 0) return found;
    }
    return none;
  }
}

function sayBy(level: Criterion['level'], country: string, value: string): string {
  switch (level) {
    case 'postal':
      return `${country} ${value}*`;
    case 'state':
      return `${country}-${value}`;
    case 'country':
      return country;
    case 'region':
      return value;
    case 'anywhere':
      return '';
  }
}

const none: readonly Match[] = [];

function pick(rules: readonly Rule[] | undefined, eligible: Eligible): readonly Match[] {
  if (!rules) return none;
  const found: Match[] = [];
  for (const { territory, match } of rules) if (isEligible(territory, eligible)) found.push(match);
  return found;
}

const isEligible = ({ segments: own }: Territory, eligible: Eligible): boolean =>
  eligible === 'every segment' || own.size === 0 || own.has(eligible);

function note(map: Map<string, Set<Segment>>, country: string, territory: Territory): void {
  let known = map.get(country);
  if (!known) map.set(country, (known = new Set<Segment>()));
  for (const segment of territory.segments.size === 0 ? segments : territory.segments) known.add(segment);
}

function knows(map: ReadonlyMap<string, ReadonlySet<Segment>>, country: string, eligible: Eligible): boolean {
  const known = map.get(country);
  return known !== undefined && (eligible === 'every segment' || known.has(eligible));
}

function nested(map: Map<string, Map<string, Rule[]>>, key: string): Map<string, Rule[]> {
  let inner = map.get(key);
  if (!inner) map.set(key, (inner = new Map<string, Rule[]>()));
  return inner;
}

function push(map: Map<string, Rule[]>, key: string, rule: Rule): void {
  const known = map.get(key);
  if (known) known.push(rule);
  else map.set(key, [rule]);
}
