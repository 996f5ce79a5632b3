import { domainOf } from '../accounts/domain-name.ts';
import { fold } from '../accounts/normalise.ts';
import { crmIdKey, nameKey, websiteDomain } from '../exchange/match-keys.ts';
import type { TerritoryFacts } from './facts.ts';
import { rowNumber, type MappingRow, type RowNumberOf } from './mapping.ts';
import { PlaceRules, type Match } from './place-rules.ts';
import { territoriesOf, type Territory } from './territory.ts';

/** What names of reps are compared by. */
export const repKey = (name: string): string => fold(name.trim());

/** A mapping made ready to decide a whole book by; built once for a version. */
export class MappingIndex {
  readonly rows: readonly MappingRow[];
  /** For words: rows that are damaged and missing are counted, too. */
  readonly numberOf: RowNumberOf;
  readonly territories: ReadonlyMap<string, Territory>;
  /** Territories of no vertical. */
  readonly places: PlaceRules;
  readonly publicSector: PlaceRules;
  /** Territories of other verticals, by the vertical's key. */
  readonly verticals: ReadonlyMap<string, PlaceRules>;
  readonly #named: NamedAccounts;
  readonly #byRep = new Map<string, Match[]>();

  constructor(rows: readonly MappingRow[], numberOf: RowNumberOf = rowNumber) {
    this.rows = rows;
    this.numberOf = numberOf;
    this.territories = territoriesOf(rows);
    const all = [...this.territories.values()];
    this.places = new PlaceRules(all.filter(({ vertical }) => vertical === ''));
    this.publicSector = new PlaceRules(all.filter(({ isPublicSector }) => isPublicSector));
    const others = Map.groupBy(
      all.filter(({ vertical, isPublicSector }) => vertical !== '' && !isPublicSector),
      ({ vertical }) => vertical,
    );
    this.verticals = new Map([...others].map(([vertical, them]) => [vertical, new PlaceRules(them)]));
    this.#named = new NamedAccounts(rows);
    rows.forEach((row, at) => this.#addReps(row, at));
  }

  #addReps({ code, aes }: MappingRow, row: number): void {
    for (const ae of aes) {
      const matches = this.#byRep.get(repKey(ae));
      if (!matches) this.#byRep.set(repKey(ae), [{ code, level: 'named', by: ae, row }]);
      else if (!matches.some((match) => match.code === code))
        matches.push({ code, level: 'named', by: ae, row });
    }
  }

  get hasNamedAccounts(): boolean {
    return !this.#named.isEmpty;
  }

  /** TER-4: the territories that list an account as named, by CRM id, domain or name; in the order of codes. */
  namedMatches(account: Pick<TerritoryFacts, 'name' | 'crmId' | 'websites'>): readonly Match[] {
    return this.#named.matches(account);
  }

  /** The territories of which some row covers a rep as AE. */
  territoriesOfRep(name: string): readonly Match[] {
    return this.#byRep.get(repKey(name)) ?? [];
  }

  /** The rows of a territory; empty for an unknown code. */
  rowsOf(code: string): readonly number[] {
    return this.territories.get(code)?.rows ?? [];
  }
}

/** The named accounts of a mapping, by everything they may be known by. */
class NamedAccounts {
  readonly #byCrmId = new Map<string, Match[]>();
  readonly #byDomain = new Map<string, Match[]>();
  readonly #byName = new Map<string, Match[]>();

  constructor(rows: readonly MappingRow[]) {
    rows.forEach(({ code, namedAccounts }, row) => {
      for (const text of namedAccounts) {
        const match: Match = { code, level: 'named', by: text, row };
        add(this.#byName, nameKey(text), match);
        add(this.#byCrmId, crmIdKey(text), match);
        const domain = /\s/.test(text) ? null : domainOf(text);
        if (domain !== null) add(this.#byDomain, domain, match);
      }
    });
  }

  get isEmpty(): boolean {
    return this.#byName.size === 0;
  }

  matches({ name, crmId, websites }: Pick<TerritoryFacts, 'name' | 'crmId' | 'websites'>): readonly Match[] {
    if (this.isEmpty) return [];
    const found = new Map<string, Match>();
    const take = (matches: readonly Match[] | undefined): void => {
      for (const match of matches ?? []) {
        const known = found.get(match.code);
        if (!known || match.row < known.row) found.set(match.code, match);
      }
    };
    take(this.#byName.get(nameKey(name)));
    if (crmId !== '') take(this.#byCrmId.get(crmIdKey(crmId)));
    if (this.#byDomain.size > 0) {
      for (const website of websites) {
        const domain = websiteDomain(website);
        if (domain !== undefined) take(this.#byDomain.get(domain));
      }
    }
    return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  }
}

function add(map: Map<string, Match[]>, key: string, match: Match): void {
  const known = map.get(key);
  if (known) known.push(match);
  else map.set(key, [match]);
}
