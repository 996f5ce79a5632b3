import type {
  BackupEntry,
  HostError,
  HostResponse,
  JournalLine,
  Operation,
  Sentinel,
} from '../../shared/host/contract.ts';
import type { Result } from '../../shared/result.ts';
import type { WorkspaceSettings } from '../../shared/workspace/workspace.ts';
import type { ClockReading } from '../platform/page-clock.ts';
import type { WorkerAccess } from '../platform/platform.ts';
import type {
  AccountDetail,
  BookRow,
  ChangeCause,
  Command,
  CommandOutcome,
  ImportHindrance,
  MovePreview,
  SaveState,
  StoreError,
  StoreStatus,
  TimelineEntry,
  View,
  ViewQuery,
} from './api.ts';
import type { BackupState, RestorePreview } from './backup/backup-state.ts';
import type { IntegrityReport, QuarantinedRow } from './integrity/integrity-report.ts';
import type { OpenOutcome } from './opening/open-outcome.ts';
import type { Rebuilt, RecoveryPlan } from './recovery/store-recovery.ts';
import type { StoreProgress } from './progress.ts';
import type { AskStore } from './questions/questions.ts';
import type { LowSpace } from './space.ts';
import type { BackupReason } from '../../shared/backup/format.ts';
import type { Status } from '../../shared/accounts/account.ts';

/**
 * What page and store worker say to each other. One port, so order holds: rows and views that a command
 * changed arrive before the command's answer.
 */
export interface OpenRequest {
  readonly workspaceId: string;
  readonly clock: ClockReading;
  /** Chromium and its version, for the sentinel. */
  readonly engine: string;
  /** What the host remembers of this store; `null` = nothing was ever written. */
  readonly remembered: Sentinel | null;
  readonly journalThrough: number;
  /** The newest verified backup that tells what the store held. */
  readonly newestBackup: BackupEntry | null;
  /** For backups, that they name what they are of. */
  readonly workspaceName: string;
  readonly appVersion: string;
  /** Takes the store from the window that holds it. */
  readonly takeOver?: boolean;
  /** Given for a workspace that was just registered: the store is made with these. */
  readonly create?: WorkspaceSettings;
  /** The page says `drawn` when its first rows are on screen: the book loads behind them, not before. */
  readonly draws?: boolean;
}

/** Calls that are answered once. */
export interface StoreMethods {
  readonly open: (request: OpenRequest) => Promise<OpenOutcome>;
  /** Of a store that `open` told as lost or as an older copy. */
  readonly recoveryPlan: (from?: string) => Promise<Result<RecoveryPlan, StoreError>>;
  readonly rebuild: (from?: string) => Promise<Result<Rebuilt, StoreError>>;
  readonly run: (command: Command) => Promise<CommandOutcome>;
  readonly undo: () => Promise<CommandOutcome>;
  readonly redo: () => Promise<CommandOutcome>;
  readonly previewMove: (ids: readonly string[], to: Status) => Promise<MovePreview>;
  readonly ask: AskStore;
  readonly account: (id: string) => Promise<AccountDetail | null>;
  readonly timeline: (
    accountId: string,
    page: { readonly before?: number; readonly limit: number },
  ) => Promise<readonly TimelineEntry[]>;
  readonly refresh: () => Promise<void>;
  readonly backUp: (reason: BackupReason) => Promise<Result<BackupEntry, StoreError>>;
  readonly previewRestore: (backupId: string) => Promise<Result<RestorePreview, StoreError>>;
  readonly restore: (backupId: string) => Promise<CommandOutcome>;
  readonly checkIntegrity: () => Promise<IntegrityReport>;
  readonly quarantined: () => Promise<readonly QuarantinedRow[]>;
  readonly prepareImport: (withoutBackup: boolean) => Promise<Result<null, ImportHindrance>>;
  readonly close: () => Promise<void>;
}
export type StoreMethod = keyof StoreMethods;

export type JournalAnswer = Result<HostResponse<'journal.append'>, HostError>;

export type ToStore =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly method: StoreMethod;
      readonly args: readonly unknown[];
    }
  /** Nobody waits for the answer to a question any more. */
  | { readonly kind: 'dropped'; readonly id: number }
  | { readonly kind: 'view'; readonly id: number; readonly query: ViewQuery }
  | { readonly kind: 'closeView'; readonly id: number }
  | { readonly kind: 'drawn' }
  /** From now on the worker calls the host by itself, not through the page. */
  | { readonly kind: 'access'; readonly access: WorkerAccess }
  | { readonly kind: 'clock'; readonly clock: ClockReading }
  /** The host told of the disk. */
  | { readonly kind: 'space'; readonly low: LowSpace }
  /** The page may be going for good. */
  | { readonly kind: 'leaving' }
  | { readonly kind: 'hostAnswer'; readonly id: number; readonly answer: Result<unknown, HostError> };

export type StoppedLate = Extract<OpenOutcome, { kind: 'lost' | 'failed' }>;

export interface JournalBatch {
  readonly workspaceId: string;
  readonly storeId: string;
  readonly generation: number;
  readonly lines: readonly JournalLine[];
  readonly sentinel?: Sentinel;
}

export type FromStore =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'rows'; readonly slots: readonly number[]; readonly rows: readonly (BookRow | null)[] }
  | { readonly kind: 'view'; readonly id: number; readonly view: View }
  /** What the screens showed at the last start, by the JSON of their query; good until the book is whole. */
  | { readonly kind: 'firstViews'; readonly views: Readonly<Record<string, View>> }
  | { readonly kind: 'status'; readonly status: StoreStatus }
  | { readonly kind: 'save'; readonly state: SaveState }
  | { readonly kind: 'changed'; readonly touched: readonly string[] | null; readonly cause: ChangeCause }
  | { readonly kind: 'progress'; readonly progress: StoreProgress | null }
  | { readonly kind: 'backups'; readonly state: BackupState }
  | { readonly kind: 'integrity'; readonly report: IntegrityReport }
  /** The store opened and could then not be read. */
  | { readonly kind: 'stopped'; readonly outcome: StoppedLate }
  /** Another window holds the store now. */
  | { readonly kind: 'takenOver' }
  /** A call of the host that goes through the page, where the worker cannot reach it by itself. */
  | {
      readonly kind: 'hostCall';
      readonly id: number;
      readonly operation: Operation;
      readonly request: unknown;
    };
