import { countryName } from '../exchange/countries.ts';
import { writeEmployees } from '../exchange/employee-cell.ts';
import { columnLabel, mappingColumns, type MappingColumn } from './mapping-columns.ts';
import type { MappingRow } from './mapping.ts';

/** Writes a mapping as a table, header first; reading it again gives the same rows (EX-5). */
export const writeMapping = (rows: readonly MappingRow[]): string[][] => [
  mappingColumns.map(columnLabel),
  ...rows.map(writeMappingRow),
];

/** The cells of one row, in the order of `mappingColumns`. */
export const writeMappingRow = (row: MappingRow): string[] =>
  mappingColumns.map((column) => cellOf(row, column));

/**
 * Items that hold a separator themselves are written as JSON; a single one with a comma gets a semicolon, so
 * that it is not taken for two.
 */
function writeList(items: readonly string[]): string {
  if (items.some((item) => /[;|/\n]/.test(item))) return JSON.stringify(items);
  const [only = ''] = items;
  return items.length === 1 && only.includes(',') ? `${only};` : items.join('; ');
}

function cellOf(row: MappingRow, column: MappingColumn): string {
  switch (column) {
    case 'code':
      return row.code;
    case 'segments':
      return row.segments.length === 0 ? 'All' : row.segments.join('; ');
    case 'region':
      return row.region ?? '';
    case 'area':
      return row.area ?? '';
    case 'tier':
      return row.tier ?? '';
    case 'languages':
      return writeList(row.languages);
    case 'countries':
      return row.countries.map(countryName).join('; ');
    case 'states':
      return row.states.map(({ country, state }) => `${country}-${state}`).join('; ');
    case 'postalPrefixes':
      return row.postalPrefixes.map(({ country, prefix }) => `${country}:${prefix}`).join('; ');
    case 'namedAccounts':
      return writeList(row.namedAccounts);
    case 'vertical':
      return row.vertical ?? '';
    case 'bdr':
      return row.bdr ?? '';
    case 'motion':
      return row.motion === 'any' ? 'Any' : row.motion;
    case 'aes':
      return writeList(row.aes);
    case 'band':
      return row.band === undefined ? '' : writeEmployees(row.band);
  }
}
