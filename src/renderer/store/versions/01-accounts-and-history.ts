import type { SchemaVersion } from './version.ts';

/** Accounts, prospects, custom fields, settings; the history of all changes. */
export const accountsAndHistory: SchemaVersion = {
  number: 1,
  name: 'accounts and history',
  stores: {
    accounts: 'id, nameKey, [column+boardKey]',
    prospects: 'id, accountId',
    customFields: 'id',
    settings: 'id',
    meta: 'key',
    changeSets: 'n, *touches, packs, origin',
    changePacks: '[n+pack]',
  },
};
