import type { Account, AccountValues, Segment, Status } from '../../shared/accounts/account.ts';
import type { Prospect, ProspectValues } from '../../shared/accounts/prospect.ts';
import type { Instant, IsoDate } from '../../shared/clock.ts';
import type { Fields, Label, Origin } from '../../shared/history/change-set.ts';
import type { Finding, Refusal } from '../../shared/statuses/decision.ts';
import type { ClockReading } from '../platform/page-clock.ts';
import type { CustomField, WorkspaceSettings } from '../../shared/workspace/workspace.ts';

/**
 * The store as screens see it. The store lives in a worker; screens send commands and read rows, views and
 * single records. Nothing else writes.
 */

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

export interface Filter {
  /** Words that must all be found, ignoring case and accents, in any text of the account. */
  readonly text?: string;
  readonly segments?: readonly (Segment | null)[];
  readonly priorities?: readonly (1 | 2 | 3 | null)[];
  /** Names of account owners; '' = no owner. */
  readonly owners?: readonly string[];
  readonly statuses?: readonly Status[];
  readonly onlyWithFindings?: boolean;
}

/** What a screen wants to see. `board` views come grouped by status, others as one list. */
export interface ViewQuery {
  readonly filter: Filter;
  readonly sort: { readonly key: SortKey; readonly descending?: boolean };
  readonly groupBy?: 'status';
}

/** Row slots in order; a slot is a position in the mirror (`Book.row(slot)`), stable for the session. */
export interface View {
  /** Accounts in the book, whatever the filter; what it found is `slots.length`. */
  readonly total: number;
  readonly slots: Int32Array;
  /** With `groupBy: 'status'`: one list per status, in the order of `statuses`. */
  readonly groups?: Readonly<Record<Status, Int32Array>>;
}

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
  | { readonly kind: 'unreachable'; readonly pending: number; readonly message: string };

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
  readonly customFields: readonly CustomField[];
  readonly today: IsoDate;
  /** False until every row of the book has reached the page; counts and filters are whole only then. */
  readonly complete: boolean;
}

/** Where cards land: between two neighbours of the target column as the user saw it. */
export interface DropPlace {
  readonly after: string | null;
  readonly before: string | null;
}

export interface MoveDetails {
  /** Why: needed by AW-8, welcome elsewhere. */
  readonly reason?: string;
  /** AW-8: who asked for the restriction. */
  readonly askedBy?: string;
}

export type Command =
  | { readonly kind: 'createAccount'; readonly values: AccountValues }
  /** A key with `null` blanks the field. */
  | { readonly kind: 'editAccounts'; readonly ids: readonly string[]; readonly patch: AccountPatch }
  | {
      readonly kind: 'moveAccounts';
      readonly ids: readonly string[];
      readonly to: Status;
      readonly place?: DropPlace;
      readonly details?: MoveDetails;
    }
  | { readonly kind: 'deleteAccounts'; readonly ids: readonly string[] }
  | { readonly kind: 'createProspect'; readonly values: ProspectValues }
  | {
      readonly kind: 'editProspect';
      readonly id: string;
      readonly patch: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'deleteProspect'; readonly id: string }
  | { readonly kind: 'nominate'; readonly ids: readonly string[]; readonly by: string }
  | { readonly kind: 'changeSettings'; readonly patch: Partial<WorkspaceSettings> }
  | { readonly kind: 'loadSample'; readonly text: string };

/** Field values to set; `null` blanks. `custom` patches single custom fields. */
export type AccountPatch = {
  readonly [K in keyof AccountValues]?: AccountValues[K] | null;
} & { readonly customPatch?: Readonly<Record<string, string | null>> };

/** One account that a command did not change, and why. */
export interface RefusedAccount {
  readonly id: string;
  readonly name: string;
  readonly refusal: Refusal;
}

export type CommandOutcome =
  | {
      readonly ok: true;
      /** Number of the change set; `null` when nothing had to change. */
      readonly n: number | null;
      readonly label: Label;
      readonly changed: readonly string[];
      /** Of several, those that a rule kept back. */
      readonly refused: readonly RefusedAccount[];
      /** Undo and redo are not rule-checked; what they leave broken is listed here. */
      readonly breaks: readonly Finding[];
    }
  | { readonly ok: false; readonly error: StoreError };

export interface StoreError {
  readonly code:
    | 'refused'
    | 'invalid'
    | 'not-found'
    | 'nothing-to-undo'
    | 'quota'
    | 'closed'
    | 'cancelled'
    | 'stale-plan'
    | 'internal';
  readonly message: Label;
  readonly refused?: readonly RefusedAccount[];
}

/** What a move would do, without doing it; the board asks while hovering. */
export interface MovePreview {
  readonly allowed: readonly string[];
  readonly refused: readonly RefusedAccount[];
  /** AW-8: a reason and who asked are still to be given. */
  readonly needsReason: boolean;
}

export interface AccountDetail {
  readonly account: Account;
  readonly row: BookRow;
  readonly prospects: readonly Prospect[];
  /** How the segment was decided, for people (SEG-1..3). */
  readonly segmentReceipt: readonly Label[];
  /** The hierarchy, top first; `depth` 0 is the ultimate parent. */
  readonly family: readonly {
    readonly id: string;
    readonly name: string;
    readonly depth: number;
    readonly segment: Segment | null;
    readonly status: Status;
  }[];
}

export interface TimelineEntry {
  readonly n: number;
  readonly at: Instant;
  readonly actor: string;
  readonly label: Label;
  readonly origin: Origin;
  readonly kind: 'account' | 'prospect';
  readonly before: Fields | null;
  readonly after: Fields | null;
  /** True when a later undo took it back. */
  readonly undone: boolean;
}

export type OpenOutcome =
  /** The database is there, or was made for a workspace that never had one. */
  | { readonly kind: 'open'; readonly fresh: boolean }
  /** The host remembers a store that is not there any more: never a first run. */
  | { readonly kind: 'lost'; readonly expected: { readonly accounts: number; readonly through: number } }
  | { readonly kind: 'newer-schema'; readonly found: number; readonly known: number }
  | { readonly kind: 'older-generation' }
  | { readonly kind: 'in-use' }
  | { readonly kind: 'failed'; readonly message: string };

/** A value that changes, for `useSyncExternalStore`. */
export interface Observable<T> {
  readonly get: () => T;
  readonly subscribe: (listener: () => void) => () => void;
}

/** The page's copy of the book: every row, by slot. A slot keeps its account for the whole session. */
export interface BookMirror {
  readonly row: (slot: number) => BookRow | undefined;
  readonly slotOf: (id: string) => number | undefined;
  readonly rowOf: (id: string) => BookRow | undefined;
  /** Rows that are there (deleted ones are not). */
  readonly size: () => number;
}

/** A live list: `get()` is `null` until the first answer came; a new query keeps the old view until then. */
export interface ViewHandle extends Observable<View | null> {
  readonly setQuery: (query: ViewQuery) => void;
  readonly close: () => void;
}

/** The store, from the page's side (src/renderer/store/client.ts). Screens get it from `useStore()`. */
export interface StoreClient {
  readonly book: BookMirror;
  readonly status: Observable<StoreStatus>;
  readonly saveState: Observable<SaveState>;
  readonly run: (command: Command) => Promise<CommandOutcome>;
  readonly undo: () => Promise<CommandOutcome>;
  readonly redo: () => Promise<CommandOutcome>;
  /** The rows and views that a command changed reach the page before its outcome does. */
  readonly openView: (query: ViewQuery) => ViewHandle;
  readonly previewMove: (ids: readonly string[], to: Status) => Promise<MovePreview>;
  /** `null` when there is no such account (any more). */
  readonly account: (id: string) => Promise<AccountDetail | null>;
  /** Newest first; `before` is the smallest `n` already shown. */
  readonly timeline: (
    accountId: string,
    page: { readonly before?: number; readonly limit: number },
  ) => Promise<readonly TimelineEntry[]>;
  /** Called after every change with the accounts it touched; `null` = possibly all (an import, an undo of one). */
  readonly onChange: (listener: (touched: ReadonlySet<string> | null) => void) => () => void;
  /** Tells the store that another worker wrote (an import): it reads what is new. */
  readonly refresh: () => Promise<void>;
  /** The host set its clock: rules follow. */
  readonly setClock: (clock: ClockReading) => void;
  readonly close: () => Promise<void>;
}
