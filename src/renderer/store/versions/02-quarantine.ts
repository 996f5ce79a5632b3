import type { SchemaVersion } from './version.ts';

/** Rows that could not be read any more have a place of their own until a person decides. */
export const quarantine: SchemaVersion = {
  number: 2,
  name: 'quarantine',
  stores: { quarantine: 'id' },
};
