import type { Account, AccountValues, Segment, Status } from '../../shared/accounts/account.ts';
import type { Opportunity } from '../../shared/accounts/opportunity.ts';
import type { Prospect, ProspectValues } from '../../shared/accounts/prospect.ts';
import type { Instant, IsoDate } from '../../shared/clock.ts';
import type { Motion } from '../../shared/accounts/motion.ts';
import type { RuleSettings } from '../../shared/rule-book/settings.ts';
import type { FamilyWarning } from '../../shared/statuses/family-guard.ts';
import type { Fields, Label, Origin } from '../../shared/history/change-set.ts';
import type { Finding, Refusal } from '../../shared/statuses/decision.ts';
import type { BackupReason } from '../../shared/backup/format.ts';
import type { BackupEntry } from '../../shared/host/contract.ts';
import type { Result } from '../../shared/result.ts';
import type { ClockReading } from '../platform/page-clock.ts';
import type { BackupState, RestorePreview } from './backup/backup-state.ts';
import type { IntegrityReport, QuarantinedRow } from './integrity/integrity-report.ts';
import type { StoreProgress } from './progress.ts';
import type { OverrideGiven, RestGiven, RuleBookCommand } from './commands/rule-book-command.ts';
import type { AskStore } from './questions/questions.ts';
import type { LowSpace } from './space.ts';
import type { Condition } from '../../shared/views/saved-view.ts';
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
  /** AW-3x. */
  readonly override?: OverrideGiven;
  /** Leaving Actively Working: why, and until when it rests. */
  readonly rest?: RestGiven;
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
  | { readonly kind: 'loadSample'; readonly text: string }
  /** Rows go back into their tables without the fields that are wrong. */
  | { readonly kind: 'putBackQuarantined'; readonly ids: readonly string[] }
  /** The rows are let go for good (undo brings them back into quarantine). */
  | { readonly kind: 'dropQuarantined'; readonly ids: readonly string[] }
  | RuleBookCommand;

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
    /** Too little free space; writing stopped before the engine is harmed. */
    | 'low-space'
    /** Another window took the workspace over. */
    | 'taken-over'
    /** A large import is being applied; nothing else writes meanwhile. */
    | 'applying'
    /** The host refused or cannot be reached; its message is in the label. */
    | 'host'
    | 'internal';
  readonly message: Label;
  readonly refused?: readonly RefusedAccount[];
  /** TER-4: what the rep holds already, where that is why. */
  readonly held?: readonly { readonly id: string; readonly name: string }[];
}

/** What a move would do, without doing it; the board asks while hovering. */
export interface MovePreview {
  readonly allowed: readonly string[];
  readonly refused: readonly RefusedAccount[];
  /** AW-8: a reason and who asked are still to be given. */
  readonly needsReason: boolean;
  /** Leaving Actively Working: a reason for the rest is asked for. */
  readonly asksRest: boolean;
  /** AW-6: the full segment, where that alone keeps a single account out: a swap is offered. */
  readonly fullSegment: Segment | null;
  /** AW-3x: an override would let the single account in. */
  readonly isOverridable: boolean;
  /** Relatives that others work, or that are customers (family guard). */
  readonly family: readonly FamilyWarning[];
  /** AW-4, CLK-2: said on entry, no hindrance. */
  readonly warnings: readonly Finding[];
}

export interface AccountDetail {
  readonly account: Account;
  readonly row: BookRow;
  readonly prospects: readonly Prospect[];
  readonly opportunities: readonly Opportunity[];
  readonly family: FamilyTree;
}

/** The hierarchy of an account, and who decides what in it (SEG-3, SEG-5, SEG-6). */
export interface FamilyTree {
  /** Top first. */
  readonly members: readonly FamilyTreeMember[];
  /** What no member decides: an unknown segment, Land. */
  readonly undecided: readonly Label[];
  /** The parent that a stand-alone account stands apart from. */
  readonly apartFrom: { readonly id: string; readonly name: string } | null;
  /** Stand-alone accounts with a parent in this hierarchy: not of it, with hierarchies of their own. */
  readonly standingApart: readonly { readonly id: string; readonly name: string }[];
}

export interface FamilyTreeMember {
  readonly id: string;
  readonly name: string;
  /** 0 is the ultimate parent. */
  readonly depth: number;
  readonly segment: Segment | null;
  readonly status: Status;
  /** Its own count, for people: "1,200", "50-99", "". */
  readonly employees: string;
  /** What it pays as a customer, in USD; `null` = no customer, or of an unknown amount. */
  readonly carr: number | null;
  /** What it decides for all: the segment, Expand. */
  readonly decides: readonly Label[];
}

export interface TimelineEntry {
  readonly n: number;
  readonly at: Instant;
  readonly actor: string;
  readonly label: Label;
  readonly origin: Origin;
  readonly kind: 'account' | 'prospect' | 'opportunity' | 'document';
  readonly before: Fields | null;
  readonly after: Fields | null;
  /** True when a later undo took it back. */
  readonly undone: boolean;
}

/** Why an import was not begun. */
export interface ImportHindrance {
  readonly error: StoreError;
  /** Only the backup before it failed: a person may go on without one. */
  readonly isBackup: boolean;
}

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
  /** Another worker of this window (an import's) writes with it. */
  readonly holder: string;
  readonly status: Observable<StoreStatus>;
  readonly saveState: Observable<SaveState>;
  readonly run: (command: Command) => Promise<CommandOutcome>;
  readonly undo: () => Promise<CommandOutcome>;
  readonly redo: () => Promise<CommandOutcome>;
  /** The rows and views that a command changed reach the page before its outcome does. */
  readonly openView: (query: ViewQuery) => ViewHandle;
  /** What a view showed when the app was last used: at once, but only until the book is whole; else `null`. */
  readonly firstView: (query: ViewQuery) => View | null;
  /** The first rows are on screen: the store goes on with its own work. */
  readonly drawn: () => void;
  readonly previewMove: (ids: readonly string[], to: Status) => Promise<MovePreview>;
  /** What screens ask beside rows and views (questions/questions.ts). */
  readonly ask: AskStore;
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
  /** Makes a verified backup now; when nothing changed since the last one, that one is the answer. */
  readonly backUp: (reason: BackupReason) => Promise<Result<BackupEntry, StoreError>>;
  readonly previewRestore: (backupId: string) => Promise<Result<RestorePreview, StoreError>>;
  /** Backs up, then writes the difference as one change set: undo takes it back. */
  readonly restore: (backupId: string) => Promise<CommandOutcome>;
  /** Backs up and says whether another worker of this window may write: an import is about to be applied. */
  readonly prepareImport: (withoutBackup: boolean) => Promise<Result<null, ImportHindrance>>;
  /** Newest backup and last problem, also of the backups that nobody asked for. */
  readonly backups: Observable<BackupState>;
  /** Looks at everything, the journal too; a person asked. */
  readonly checkIntegrity: () => Promise<IntegrityReport>;
  /** What the check at start found; `null` until it ran. */
  readonly integrity: Observable<IntegrityReport | null>;
  readonly quarantined: () => Promise<readonly QuarantinedRow[]>;
  /** Long work under way; `null` = none. */
  readonly progress: Observable<StoreProgress | null>;
  /** Set when this window lost the store to another one: nothing is written any more. */
  readonly takenOver: Observable<boolean>;
  /** The host set its clock: rules follow. */
  readonly setClock: (clock: ClockReading) => void;
  /** The host told of the disk: below its floor nothing is written. */
  readonly setSpace: (low: LowSpace) => void;
  /** The page may be going for good: the store marks that it was left in order. */
  readonly leaving: () => void;
  readonly close: () => Promise<void>;
}
