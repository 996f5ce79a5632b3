import type { Segment, Status } from '../../../shared/accounts/account.ts';
import type { IsoDate } from '../../../shared/clock.ts';
import type { Motion } from '../../../shared/accounts/motion.ts';
import type { Finding } from '../../../shared/statuses/decision.ts';
import type { Condition } from '../../../shared/views/saved-view.ts';

/** A row of the book: the compact projection that board and table show. Immutable; replaced on change. */
export interface BookRow {
  readonly id: string;
  readonly name: string;
  readonly status: Status;
  /** Decided by SEG-1..3; `null` = unknown. */
  readonly segment: Segment | null;
  readonly priority: 1 | 2 | 3 | null;
  readonly owner: string;
  readonly bdrAssigned: string;
  /** "Austin, TX, United States": the place of TER-2, for people. */
  readonly place: string;
  /** As SEG-2 chose it, for people: "1,200", "50-99", "". */
  readonly employees: string;
  /** For sorting; `null` = unknown. The lower end of a range. */
  readonly employeesMin: number | null;
  readonly website: string;
  readonly domain: string;
  readonly industry: string;
  readonly type: string;
  readonly crmId: string;
  readonly nextStep: string;
  readonly nextStepDate: IsoDate | null;
  /** Start of the open stint, if there is one (AW-2). */
  readonly workingSince: IsoDate | null;
  readonly nominatedBy: string;
  readonly findings: readonly Finding[];
  /** What the rules say of it beyond the segment; absent until decided (the book decides them in idle time). */
  readonly decided?: RowDecisions;
}

/** What the rules decide about an account, for lists and cards. Days are stored, never "days left". */
export interface RowDecisions {
  /** TER-1 to TER-7: the territory's code; '' = none, or equal matches. */
  readonly territory: string;
  /** The BDR whom the mapping has for it; '' = nobody. */
  readonly mappedBdr: string;
  /** SEG-5. */
  readonly motion: Motion;
  /** PR-3, 0-100; `null` = not one signal is known. */
  readonly score: number | null;
  /** PR-4; `null` = no suggestion. */
  readonly suggested: 1 | 2 | 3 | null;
  readonly expandRank: 1 | 2 | 3 | null;
  /** The clock of the open stint that runs out first (AW-9, AW-10, AW-12); `null` = none runs. */
  readonly clock: {
    readonly rule: 'AW-9' | 'AW-10' | 'AW-12';
    readonly state: 'running' | 'warned' | 'late' | 'paused';
    /** The last day in time; `null` while a pause has no end. */
    readonly due: IsoDate | null;
  } | null;
  /** Rest: the day on which it comes back to Today. */
  readonly wakeOn: IsoDate | null;
  /** Names of rule results that hold (src/shared/views/result-fields.ts), for filters: "late under AW-9". */
  readonly results: readonly string[];
}

export type SortKey =
  | 'board'
  | 'name'
  | 'status'
  | 'segment'
  | 'priority'
  | 'owner'
  | 'bdrAssigned'
  | 'place'
  | 'employees'
  | 'domain'
  | 'industry'
  | 'nextStepDate'
  | 'workingSince';

/** Sorting or grouping by any field: a key as in the conditions of saved views, `field:dbQs`. */
export type FieldSort = `field:${string}`;

export interface Filter {
  /** Words that must all be found, ignoring case and accents, in any text of the account. */
  readonly text?: string;
  readonly segments?: readonly (Segment | null)[];
  readonly priorities?: readonly (1 | 2 | 3 | null)[];
  /** Names of account owners; '' = no owner. */
  readonly owners?: readonly string[];
  readonly statuses?: readonly Status[];
  readonly onlyWithFindings?: boolean;
  /** On any field or rule result; all must hold. */
  readonly conditions?: readonly Condition[];
}

/** What a screen wants to see. `board` views come grouped by status, others as one list. */
export interface ViewQuery {
  readonly filter: Filter;
  readonly sort: { readonly key: SortKey | FieldSort; readonly descending?: boolean };
  /** By status in columns of their own; by a field one after another in the one list. */
  readonly groupBy?: 'status' | FieldSort;
}

/** Row slots in order; a slot is a position in the mirror (`Book.row(slot)`), stable for the session. */
export interface View {
  /** Accounts in the book, whatever the filter; what it found is `slots.length`. */
  readonly total: number;
  readonly slots: Int32Array;
  /** With `groupBy: 'status'`: one list per status, in the order of `statuses`. */
  readonly groups?: Readonly<Record<Status, Int32Array>>;
  /** Grouped by a field: where in `slots` each group begins; `value` '' = blank, which comes last. */
  readonly bands?: readonly ViewBand[];
}

export interface ViewBand {
  readonly value: string;
  readonly from: number;
}
