import type { Segment } from '../../../shared/accounts/account.ts';
import type { Instant, IsoDate } from '../../../shared/clock.ts';
import type { RuleSettings } from '../../../shared/rule-book/settings.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import type { CustomField, WorkspaceSettings } from '../../../shared/workspace/workspace.ts';

export interface Meter {
  readonly segment: Segment;
  readonly used: number;
  /** `null` = no limit (SMB by default). */
  readonly limit: number | null;
}

/** Whether what the user did is safe (design: journal before "saved"). */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: Instant | null }
  | { readonly kind: 'saving'; readonly pending: number }
  | {
      readonly kind: 'unreachable';
      readonly pending: number;
      readonly message: string;
      /** The host answered, but cannot write: the disk is full, say, or the folder read-only. */
      readonly isRefused: boolean;
    };

export interface StoreStatus {
  readonly through: number;
  readonly accounts: number;
  readonly prospects: number;
  /** Label of what undo would take back; `null` = nothing. */
  readonly undo: Label | null;
  readonly redo: Label | null;
  readonly meters: readonly Meter[];
  readonly owners: readonly string[];
  readonly settings: WorkspaceSettings;
  /** The rule settings in force today. */
  readonly rules: RuleSettings;
  readonly opportunities: number;
  /** The mapping in force has so many territories, by code; empty = none imported. */
  readonly territories: readonly string[];
  readonly customFields: readonly CustomField[];
  readonly today: IsoDate;
  /** False until every row of the book has reached the page; counts and filters are whole only then. */
  readonly complete: boolean;
}
