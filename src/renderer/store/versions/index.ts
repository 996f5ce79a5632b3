import { accountsAndHistory } from './01-accounts-and-history.ts';
import { quarantine } from './02-quarantine.ts';
import { opportunitiesAndDocuments } from './03-opportunities-and-documents.ts';
import type { SchemaVersion } from './version.ts';

/** Every version there ever was, oldest first. */
export const schemaVersions: readonly SchemaVersion[] = [
  accountsAndHistory,
  quarantine,
  opportunitiesAndDocuments,
];

/** The version that this code writes. */
export const schemaVersion = opportunitiesAndDocuments.number;
