import { headerKey } from '../exchange/headers.ts';

/** The columns of a territory mapping, in the order in which it is written (TER-1). */
export const mappingColumns = [
  'code',
  'segments',
  'region',
  'area',
  'tier',
  'languages',
  'countries',
  'states',
  'postalPrefixes',
  'namedAccounts',
  'vertical',
  'bdr',
  'motion',
  'aes',
  'band',
] as const;
export type MappingColumn = (typeof mappingColumns)[number];

/** Names of the columns: ours first, then what other mappings call them, best name first. */
const names: Readonly<Record<MappingColumn, string>> = {
  code: 'Territory Code|territory codes|territory id|terr code|account territory|territory alignment|code|territory|terr',
  segments: 'Segment|sales segment|segments|account segment|market segment|size segment',
  region: 'Region|geo|sales region|theater|theatre|role',
  area: 'Area|sub region|territory name|district|territory',
  tier: 'Tier|territory tier|p0 p1|primary secondary|territory priority',
  languages:
    'Languages|language|bdr languages|bdr secondary language proficiency|bdr secondary language profficiency|' +
    'secondary language',
  countries: 'Countries|country|country codes|country code|land|länder',
  states: 'States|state|states provinces|state province|provinces|province|bundesland',
  postalPrefixes:
    'Postal Prefixes|postal prefix|zip prefixes|zip prefix|postal codes|postal code|zip codes|zip code|zips|zip|' +
    'postcodes|postcode|plz',
  namedAccounts: 'Named Accounts|named account|named|account names|accounts',
  vertical: 'Vertical|verticals|industry|industries',
  bdr: 'BDR|bdr name|bdr assigned|assigned bdr|sdr|sdr name|bdr sdr',
  motion: 'Motion|land expand|land or expand|land and expand|bdr team|play',
  aes:
    'AEs|ae|sals|sal|ae sal|aes sals|account executives|account executive|strategic account leaders|' +
    'strategic account leader|account owners|account owner|owner|lead account assignments',
  band: 'Employee Band|band|employee range|employees|employee count|company size|headcount|size',
};

/** What a column is called when a mapping is written. */
export const columnLabel = (column: MappingColumn): string => names[column].split('|', 1)[0] ?? column;

interface Claim {
  readonly at: number;
  readonly column: MappingColumn;
  readonly rank: number;
}

/**
 * Which column of a table is which, by its header; `null` = not used. Where two headers claim one column the
 * better name has it, and the other one takes the next column that its name fits ("Territory" beside
 * "Territory Codes" is the area).
 */
export function suggestColumns(headers: readonly string[]): (MappingColumn | null)[] {
  const claims = headers.flatMap((header, at): Claim[] => {
    const key = headerKey(header);
    return mappingColumns.flatMap((column): Claim[] => {
      const rank = names[column].split('|').findIndex((name) => headerKey(name) === key);
      return rank < 0 ? [] : [{ at, column, rank }];
    });
  });
  const found = headers.map((): MappingColumn | null => null);
  const taken = new Set<MappingColumn>();
  // Nothing can do without the codes, so they choose first.
  const isCode = ({ column }: Claim): number => (column === 'code' ? 0 : 1);
  const inTurn = claims.sort((a, b) => isCode(a) - isCode(b) || a.rank - b.rank || a.at - b.at);
  for (const { at, column } of inTurn) {
    if (found[at] !== null || taken.has(column)) continue;
    found[at] = column;
    taken.add(column);
  }
  return found;
}
