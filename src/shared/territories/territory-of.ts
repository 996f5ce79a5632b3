import type { EmployeeCount, Segment } from '../accounts/account.ts';
import { rootOf } from '../accounts/hierarchy.ts';
import type { Motion } from '../accounts/motion.ts';
import type { RuleId } from '../rule-book/rule-ids.ts';
import { defaultRuleSettings } from '../rule-book/settings.ts';
import type { Exceptions, TerritoryException } from './exceptions.ts';
import type { TerritoryFacts } from './facts.ts';
import { familyFacts, type FamilyFacts, type FamilySettings } from './family.ts';
import type { MappingIndex } from './mapping-index.ts';
import type { Worker } from './pick-row.ts';
import { pickWorker } from './pick-worker.ts';
import type { Eligible, Match, PlaceMatches, PlaceRules } from './place-rules.ts';

/** Why an account belongs to no territory. */
export type Gap =
  | 'no-match'
  | 'place-unknown'
  | 'country-unknown'
  | 'segment-unknown'
  | 'no-public-sector'
  | 'named-without-owner'
  | 'named-owner-in-no-row'
  | 'exception-gone';

export type TerritoryOutcome =
  | { readonly kind: 'territory'; readonly code: string }
  /** TER-7: equal matches, in the order of their codes. */
  | { readonly kind: 'conflict'; readonly matches: readonly Match[] }
  | { readonly kind: 'none'; readonly why: Gap };

/** TER-7: what decided. */
export type Tier = 'exception' | 'named' | 'public sector' | 'vertical' | 'place';

/** Which territory an account belongs to, who works it, and what that was decided from (TER-1 to TER-7). */
export interface TerritoryDecision {
  readonly outcome: TerritoryOutcome;
  /** The rule that decided, then those that helped. */
  readonly rules: readonly [RuleId, ...RuleId[]];
  readonly tier: Tier;
  /** The rule of the mapping that fits; of a resolution, the one that was chosen. */
  readonly match?: Match;
  /** The account whose place, name or flag decided: itself, a parent, or the ultimate parent. */
  readonly decidedBy: string;
  readonly segment: Segment | null;
  readonly motion: Motion;
  readonly employees: EmployeeCount | null;
  readonly worker: Worker | null;
  /** Parts of the address that a rule of a higher level needs (TER-2). */
  readonly missing: PlaceMatches['missing'];
  /** The recorded exception that took part. */
  readonly exception?: TerritoryException;
  /** TER-4: whose named account it is, or whose parent's it is. */
  readonly namedOwner?: string;
  /** Where the account's owner is none of the AEs whom the territory lists: these, by name. */
  readonly aesInstead?: readonly string[];
}

export interface TerritoryContext {
  readonly index: MappingIndex;
  readonly exceptions: Exceptions;
  readonly settings: FamilySettings;
}

export const contextOf = (
  index: MappingIndex,
  exceptions: Exceptions = new Map(),
  settings: FamilySettings = defaultRuleSettings,
): TerritoryContext => ({ index, exceptions, settings });

/**
 * The territory of every account of one hierarchy. Neither the order of the members nor that of the
 * mapping's rows matters.
 * @param members every account under one ultimate parent
 */
export function decideTerritories(
  members: readonly TerritoryFacts[],
  context: TerritoryContext,
): Map<string, TerritoryDecision> {
  const family = familyFacts(members, context.settings);
  const decider = new FamilyDecider(family, context);
  return new Map(members.map((member) => [member.id, decider.decide(member)]));
}

/** @throws when the account is not in its family */
export function territoryOf(
  id: string,
  members: readonly TerritoryFacts[],
  context: TerritoryContext,
): TerritoryDecision {
  const family = familyFacts(members, context.settings);
  const account = family.members.get(id);
  if (!account) throw new Error(`Account ${id} is not in its hierarchy.`);
  return new FamilyDecider(family, context).decide(account);
}

/** What a tier of TER-7 came to, before the row is picked. */
interface Found {
  readonly tier: Tier;
  readonly matches: readonly Match[];
  readonly decidedBy: string;
  readonly gap: Gap;
  readonly missing: PlaceMatches['missing'];
  readonly namedOwner?: string;
}

class FamilyDecider {
  readonly #family: FamilyFacts;
  readonly #context: TerritoryContext;
  readonly #anyNamed: boolean;
  /** The same for every member that neither exception, name nor flag sets apart. */
  #common: Found | undefined;

  constructor(family: FamilyFacts, context: TerritoryContext) {
    this.#family = family;
    this.#context = context;
    this.#anyNamed =
      context.index.hasNamedAccounts || [...family.members.values()].some(({ named }) => named);
  }

  decide(account: TerritoryFacts): TerritoryDecision {
    const exception = this.#context.exceptions.get(account.id);
    if (exception && exception.basis !== 'resolution') return this.#byException(account, exception);
    const found = this.#named(account) ?? this.#publicSector(account) ?? this.#byRoot();
    return this.#finish(account, this.#resolved(found));
  }

  /** TER-5: one child, handed to a local territory. */
  #byException(account: TerritoryFacts, exception: TerritoryException): TerritoryDecision {
    const isKnown = this.#context.index.territories.has(exception.territory);
    const match: Match = { code: exception.territory, level: 'exception', by: exception.reason, row: -1 };
    const found: Found = {
      tier: 'exception',
      matches: isKnown ? [match] : [],
      decidedBy: account.id,
      gap: 'exception-gone',
      missing: [],
    };
    return { ...this.#finish(account, { found }), exception };
  }

  /** TER-4: the account itself, else the nearest parent that is named, whether by its flag or by the mapping. */
  #named(account: TerritoryFacts): Found | undefined {
    if (!this.#anyNamed) return undefined;
    const { members } = this.#family;
    for (const id of rootOf(account.id, (it) => members.get(it)).path) {
      const member = members.get(id);
      const found = member && this.#namedItself(member);
      if (found) return found;
    }
    return undefined;
  }

  #namedItself(member: TerritoryFacts): Found | undefined {
    const listed = this.#context.index.namedMatches(member);
    const common = { tier: 'named', decidedBy: member.id, missing: [] } as const;
    if (!member.named) return listed.length > 0 ? { ...common, matches: listed, gap: 'no-match' } : undefined;
    const owned =
      member.namedOwner === '' ? [] : this.#ownTerritories(member.namedOwner, new Set(listed.map(codeOf)));
    const matches = byCode([
      ...listed,
      ...owned.filter(({ code }) => !listed.some((it) => it.code === code)),
    ]);
    return member.namedOwner === ''
      ? { ...common, matches, gap: 'named-without-owner' }
      : { ...common, matches, gap: 'named-owner-in-no-row', namedOwner: member.namedOwner };
  }

  /** Of several territories of the named owner: those listed, those of the segment, those of the place. */
  #ownTerritories(owner: string, listed: ReadonlySet<string>): readonly Match[] {
    const { index } = this.#context;
    const { segment, root } = this.#family;
    const all = index.territoriesOfRep(owner);
    const narrowed = narrow(all, ({ code }) => listed.has(code));
    const ofSegment = narrow(narrowed, ({ code }) => {
      const own = index.territories.get(code)?.segments;
      return own !== undefined && (own.size === 0 || (segment !== null && own.has(segment)));
    });
    if (ofSegment.length < 2) return ofSegment;
    const here = new Set(index.places.match(root.place, segment ?? 'every segment').matches.map(codeOf));
    return narrow(ofSegment, ({ code }) => here.has(code));
  }

  /**
   * TER-6. In the US to Public Sector, whatever the segment; Canadian government to AMER Commercial; elsewhere
   * to the region, unless the mapping lists the very country for the public sector.
   */
  #publicSector(account: TerritoryFacts): Found | undefined {
    const { root } = this.#family;
    if (account.publicSector !== true && root.publicSector !== true) return undefined;
    const decidedBy = account.publicSector === true ? account.id : root.id;
    const { country } = root.place;
    const own = this.#context.index.publicSector.match(root.place, 'every segment');
    const common = { decidedBy, tier: 'public sector' } as const;
    if (country === 'US') return { ...common, ...own, gap: 'no-public-sector' };
    const listed = own.matches.filter(({ level }) => level !== 'region' && level !== 'anywhere');
    if (listed.length > 0) return { ...common, matches: listed, missing: own.missing, gap: 'no-match' };
    return country === 'CA' ? { ...common, ...this.#places('commercial') } : undefined;
  }

  /** Vertical, then place, both by the ultimate parent (TER-3). */
  #byRoot(): Found {
    return (this.#common ??= this.#vertical() ?? {
      tier: 'place',
      decidedBy: this.#family.root.id,
      ...this.#places('own segment'),
    });
  }

  #vertical(): Found | undefined {
    const { root } = this.#family;
    const rules = root.vertical === '' ? undefined : this.#context.index.verticals.get(root.vertical);
    if (!rules) return undefined;
    const found = this.#bySegment(rules, this.#family.segment);
    return found.matches.length > 0 ? { tier: 'vertical', decidedBy: root.id, ...found } : undefined;
  }

  /** @param team Commercial works Mid-Market and SMB; what is Large or unknown goes to its Mid-Market. */
  #places(team: 'own segment' | 'commercial'): Pick<Found, 'matches' | 'missing' | 'gap'> {
    const { segment } = this.#family;
    const commercial = segment === 'SMB' ? 'SMB' : 'Mid-Market';
    return this.#bySegment(this.#context.index.places, team === 'commercial' ? commercial : segment);
  }

  /** With an unknown segment only territories of every segment are sure. */
  #bySegment(rules: PlaceRules, segment: Segment | null): Pick<Found, 'matches' | 'missing' | 'gap'> {
    const { place } = this.#family.root;
    const eligible: Eligible = segment ?? 'every segment';
    const { matches, missing } = rules.match(place, eligible);
    if (segment === null && matches.some(({ code }) => this.#hasSegments(code))) {
      return { matches: [], missing, gap: 'segment-unknown' };
    }
    const gap =
      place.country !== null
        ? 'no-match'
        : place.strangeCountry === undefined
          ? 'place-unknown'
          : 'country-unknown';
    return { matches, missing, gap };
  }

  #hasSegments(code: string): boolean {
    return (this.#context.index.territories.get(code)?.segments.size ?? 0) > 0;
  }

  /** TER-7: a conflict or gap that somebody settled, for everybody whom that account decides. */
  #resolved(found: Found): { readonly found: Found; readonly resolution?: TerritoryException } {
    if (found.matches.length === 1) return { found };
    const resolution = this.#context.exceptions.get(found.decidedBy);
    if (resolution?.basis !== 'resolution') return { found };
    const { territory, reason } = resolution;
    const chosen = found.matches.find(({ code }) => code === territory);
    const isPossible = found.matches.length > 1 ? chosen !== undefined : this.#isTerritory(territory);
    if (!isPossible) return { found };
    const match = chosen ?? { code: territory, level: 'exception', by: reason, row: -1 };
    return { found: { ...found, matches: [match] }, resolution };
  }

  #isTerritory(code: string): boolean {
    return this.#context.index.territories.has(code);
  }

  #finish(
    account: TerritoryFacts,
    { found, resolution }: { readonly found: Found; readonly resolution?: TerritoryException },
  ): TerritoryDecision {
    const { segment, motion, employees } = this.#family;
    const { tier, matches, decidedBy, missing, namedOwner } = found;
    const outcome = outcomeOf(found);
    const [match] = matches;
    const picked =
      outcome.kind === 'territory'
        ? pickWorker(this.#context.index, outcome.code, {
            motion,
            owner: namedOwner ?? account.owner,
            employees,
          })
        : undefined;
    return {
      outcome,
      rules: rulesOf(found, resolution !== undefined),
      tier: resolution ? 'exception' : tier,
      ...(outcome.kind === 'territory' && match && { match }),
      decidedBy,
      segment,
      motion,
      employees,
      worker: picked?.worker ?? null,
      missing,
      ...(resolution && { exception: resolution }),
      ...(namedOwner !== undefined && { namedOwner }),
      ...(picked?.aesInstead && { aesInstead: picked.aesInstead }),
    };
  }
}

const codeOf = ({ code }: Match): string => code;

const byCode = (matches: readonly Match[]): Match[] =>
  [...matches].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));

/** Those that pass, when any does. */
function narrow(matches: readonly Match[], passes: (match: Match) => boolean): readonly Match[] {
  const left = matches.filter(passes);
  return left.length > 0 ? left : matches;
}

function outcomeOf({ matches, gap }: Found): TerritoryOutcome {
  const [first, ...others] = matches;
  if (!first) return { kind: 'none', why: gap };
  return others.length > 0 ? { kind: 'conflict', matches } : { kind: 'territory', code: first.code };
}

const rulesByTier: Readonly<Record<Tier, readonly [RuleId, ...RuleId[]]>> = {
  exception: ['TER-5', 'TER-7'],
  named: ['TER-4', 'TER-7'],
  'public sector': ['TER-6', 'TER-7', 'TER-2'],
  vertical: ['TER-7', 'TER-3', 'TER-2', 'SEG-3'],
  place: ['TER-3', 'TER-7', 'TER-2', 'SEG-3'],
};

function rulesOf({ tier, matches, gap }: Found, isResolved: boolean): TerritoryDecision['rules'] {
  const own = rulesByTier[tier];
  if (isResolved || matches.length > 1) return led('TER-7', own);
  if (matches.length === 1) return own;
  if (gap === 'segment-unknown') return led('SEG-1', own);
  if (gap === 'place-unknown' || gap === 'country-unknown') return led('TER-2', own);
  return gap === 'no-match' ? led('TER-7', own) : own;
}

const led = (first: RuleId, others: readonly RuleId[]): TerritoryDecision['rules'] => [
  first,
  ...others.filter((id) => id !== first),
];
