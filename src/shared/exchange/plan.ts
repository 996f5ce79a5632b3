import type { EntityChange, Label } from '../history/change-set.ts';
import type { Conflict } from './merge-row.ts';
import type { MatchedBy } from './match-row.ts';
import type { RowProblem, SkipReason } from './read-rows.ts';

/** EX-2: every record read is exactly one of these. */
export const rowKinds = ['new', 'changed', 'identical', 'merged', 'skipped', 'undecided', 'refused'] as const;
export type RowKind = (typeof rowKinds)[number];

export type RowCounts = Readonly<Record<RowKind, number>> & { readonly read: number };

/** What a person chose for a row; `row` is a position below the header. */
export type Decision =
  | { readonly kind: 'account'; readonly id: string }
  | { readonly kind: 'row'; readonly row: number }
  /** `at`: of a person or an opportunity, the account that gets it. */
  | { readonly kind: 'new'; readonly at?: string }
  | { readonly kind: 'skip' };

export interface PlanOptions {
  /** AW-1: whose book this is; '' = not known. */
  readonly bdr: string;
  /** Which accounts without a BDR Assigned are given to the BDR: none, those that are new, or all of the file. */
  readonly assign: 'none' | 'new' | 'all';
}

/** An account that a row may belong to. */
export type Candidate =
  | { readonly kind: 'account'; readonly id: string; readonly name: string }
  /** `number`: as a spreadsheet numbers the row, for people. */
  | { readonly kind: 'row'; readonly row: number; readonly name: string; readonly number?: number };

/** What became of a row beyond its kind. Only rows that have something to say are kept. */
export interface RowOutcome {
  readonly account?: string;
  readonly matchedBy?: MatchedBy | 'you';
  /** `merged`: the row it was merged into, and what that row kept. */
  readonly into?: number;
  readonly conflicts?: readonly Conflict[];
  readonly skipped?: SkipReason;
  /** Why it was refused, or of a row that was taken, which cells were not. */
  readonly problems?: readonly RowProblem[];
  readonly why?: Label;
  readonly candidates?: readonly Candidate[];
  /** Said about a row that was taken. */
  readonly notes?: readonly Label[];
}

export interface ImportPlan {
  readonly counts: RowCounts;
  /** Per record below the header. */
  readonly kinds: readonly RowKind[];
  /** What became of a row beyond its kind; worked out when somebody looks at it. */
  readonly outcomeOf: (row: number) => RowOutcome;
  /** What is written for the account that a row is about; `undefined` = nothing. */
  readonly changeOf: (row: number) => EntityChange | undefined;
  readonly newAccounts: number;
  readonly changedAccounts: number;
  /** Custom fields that the workspace does not know yet. */
  readonly newFields: readonly EntityChange[];
  /** Everything that applying writes: custom fields first, then accounts. Empty = nothing to do. */
  readonly changes: () => EntityChange[];
  /** Accounts given to the BDR (AW-1). */
  readonly assigned: number;
  /** Accounts of the book, not in the file, whose named parent arrived with it. */
  readonly adopted: number;
  /** Accounts whose segment stays until the change is confirmed at review (SEG-4). */
  readonly segmentsWaiting: number;
}
