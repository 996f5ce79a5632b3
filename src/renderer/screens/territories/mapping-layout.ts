import type { MappingColumn } from '../../../shared/territories/mapping-columns.ts';

/** How wide the columns of a mapping stand. */
export const mappingTracks: Readonly<Record<MappingColumn, string>> = {
  code: '150px',
  segments: '150px',
  region: '90px',
  area: '120px',
  tier: '56px',
  languages: '110px',
  countries: '180px',
  states: '160px',
  postalPrefixes: '150px',
  namedAccounts: '180px',
  vertical: '110px',
  bdr: '130px',
  motion: '80px',
  aes: '150px',
  band: '110px',
};

/** Sum of the tracks and the row number, px. */
export const mappingWidth = 2000;
