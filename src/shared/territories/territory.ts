import type { Segment } from '../accounts/account.ts';
import { headerKey } from '../exchange/headers.ts';
import { isPublicSectorVertical, type MappingRow } from './mapping.ts';
import { regionCountries } from './regions.ts';

/** One thing that belongs to a territory, with the first row that says so. */
export interface Criterion {
  readonly level: 'postal' | 'state' | 'country' | 'region' | 'anywhere';
  /** ISO code; '' for a region and anywhere. */
  readonly country: string;
  /** State code, postal prefix or the region's name; '' for a whole country. */
  readonly value: string;
  readonly row: number;
}

/** The rows of one code, as one territory (TER-1). */
export interface Territory {
  readonly code: string;
  /** Empty = every segment. */
  readonly segments: ReadonlySet<Segment>;
  readonly region: string;
  readonly area: string;
  /** '' = none; compared by letters and digits. */
  readonly vertical: string;
  readonly isPublicSector: boolean;
  readonly criteria: readonly Criterion[];
  /** Positions of its rows in the mapping. */
  readonly rows: readonly number[];
}

/**
 * The territories of a mapping, by code. Of a country whose states or postal prefixes a territory lists, it
 * has only these. A region counts where a territory lists nothing else that belongs to it (TER-7: last).
 */
export function territoriesOf(rows: readonly MappingRow[]): Map<string, Territory> {
  const rowsOf = new Map<string, number[]>();
  rows.forEach(({ code }, at) => {
    const known = rowsOf.get(code);
    if (known) known.push(at);
    else rowsOf.set(code, [at]);
  });
  const territories = new Map<string, Territory>();
  for (const [code, positions] of rowsOf) territories.set(code, territoryOfRows(code, positions, rows));
  return territories;
}

function territoryOfRows(code: string, positions: readonly number[], rows: readonly MappingRow[]): Territory {
  const own = positions.flatMap((at) => rows[at] ?? []);
  const [first] = own;
  const vertical = own.find((row) => row.vertical !== undefined)?.vertical;
  const region = own.find((row) => row.region !== undefined)?.region ?? '';
  return {
    code,
    segments: new Set(first?.segments),
    region,
    area: own.find((row) => row.area !== undefined)?.area ?? '',
    vertical: headerKey(vertical ?? ''),
    isPublicSector: isPublicSectorVertical(vertical),
    criteria: criteriaOf(positions, rows, region, vertical !== undefined),
    rows: positions,
  };
}

function criteriaOf(
  positions: readonly number[],
  rows: readonly MappingRow[],
  region: string,
  hasVertical: boolean,
): Criterion[] {
  const found = new Map<string, Criterion>();
  const add = (criterion: Criterion): void => {
    const key = `${criterion.level}|${criterion.country}|${criterion.value}`;
    if (!found.has(key)) found.set(key, criterion);
  };
  const narrowed = new Set<string>();
  for (const row of positions) {
    for (const { country, prefix } of rows[row]?.postalPrefixes ?? []) {
      narrowed.add(country);
      add({ level: 'postal', country, value: prefix, row });
    }
    for (const { country, state } of rows[row]?.states ?? []) {
      narrowed.add(country);
      add({ level: 'state', country, value: state, row });
    }
  }
  for (const row of positions) {
    for (const country of rows[row]?.countries ?? []) {
      if (!narrowed.has(country)) add({ level: 'country', country, value: '', row });
    }
  }
  if (found.size > 0) return [...found.values()];
  const isNamedOnly = !hasVertical && positions.some((at) => (rows[at]?.namedAccounts.length ?? 0) > 0);
  if (isNamedOnly) return [];
  const row = positions[0] ?? 0;
  if (regionCountries(region)) return [{ level: 'region', country: '', value: region, row }];
  // A vertical without a place is everyone's of that vertical.
  return hasVertical ? [{ level: 'anywhere', country: '', value: '', row }] : [];
}
