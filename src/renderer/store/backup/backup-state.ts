import type { Instant } from '../../../shared/clock.ts';
import type { Fields, Label } from '../../../shared/history/change-set.ts';
import type { BackupEntry } from '../../../shared/host/contract.ts';

/** How the store stands with its backups. */
export interface BackupState {
  /** The newest verified backup; `null` = none yet. */
  readonly newest: BackupEntry | null;
  /** Why the last try failed; `null` after one that did not. */
  readonly problem: { readonly at: Instant; readonly message: Label } | null;
}

/** Tables whose rows a person entered. */
export type EnteredTable =
  | 'accounts'
  | 'prospects'
  | 'opportunities'
  | 'documents'
  | 'customFields'
  | 'settings';

/** How a restore would change the store; nothing is written yet. */
export interface RestorePreview {
  readonly backup: BackupEntry;
  readonly counts: Readonly<Record<EnteredTable, RestoreCounts>>;
  /** Accounts that differ, the first ones by name: added, changed (field by field), or removed. */
  readonly samples: readonly {
    readonly id: string;
    readonly name: string;
    readonly before: Fields | null;
    readonly after: Fields | null;
  }[];
  /** Lines of a damaged backup that could not be read; what they held is left as it is now. */
  readonly unreadable: number;
}

/** Records of one table, by what a restore does to them. */
export interface RestoreCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly same: number;
}
