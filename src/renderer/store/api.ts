import type { Status } from '../../shared/accounts/account.ts';
import type { BackupReason } from '../../shared/backup/format.ts';
import type { BackupEntry } from '../../shared/host/contract.ts';
import type { Result } from '../../shared/result.ts';
import type { ClockReading } from '../platform/page-clock.ts';
import type { BackupState, RestorePreview } from './backup/backup-state.ts';
import type { IntegrityReport, QuarantinedRow } from './integrity/integrity-report.ts';
import type { StoreProgress } from './progress.ts';
import type { AskStore } from './questions/questions.ts';
import type { LowSpace } from './space.ts';
import type { BookRow, ViewQuery, View } from './api/rows.ts';
import type { SaveState, StoreStatus } from './api/status.ts';
import type { Command, CommandOutcome, StoreError, MovePreview, ImportHindrance } from './api/commands.ts';
import type { AccountDetail, TimelineEntry } from './api/account.ts';

/**
 * The store as screens see it. The store lives in a worker; screens send commands and read rows, views and
 * single records. Nothing else writes.
 */
export type * from './api/rows.ts';
export type * from './api/status.ts';
export type * from './api/commands.ts';
export type * from './api/account.ts';

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

/**
 * Called after every change.
 * @param touched accounts that it touched; `null` = possibly all (an import, an undo of one)
 * @param cause `written`: what is stored, or the day, may have changed; `decided`: only more of the rules' results
 * is known of what is stored
 */
export type ChangeListener = (touched: ReadonlySet<string> | null, cause: ChangeCause) => void;
export type ChangeCause = 'written' | 'decided';

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
  readonly onChange: (listener: ChangeListener) => () => void;
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
