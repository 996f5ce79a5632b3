import type { HostError, HostResponse, JournalLine, Sentinel } from '../../shared/host/contract.ts';
import type { Result } from '../../shared/result.ts';
import type { WorkspaceSettings } from '../../shared/workspace/workspace.ts';
import type { ClockReading } from '../platform/page-clock.ts';
import type { WorkerAccess } from '../platform/platform.ts';
import type {
  AccountDetail,
  BookRow,
  Command,
  CommandOutcome,
  MovePreview,
  OpenOutcome,
  SaveState,
  StoreStatus,
  TimelineEntry,
  View,
  ViewQuery,
} from './api.ts';
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
  /** Given for a workspace that was just registered: the store is made with these. */
  readonly create?: WorkspaceSettings;
}

/** Calls that are answered once. */
export interface StoreMethods {
  readonly open: (request: OpenRequest) => Promise<OpenOutcome>;
  readonly run: (command: Command) => Promise<CommandOutcome>;
  readonly undo: () => Promise<CommandOutcome>;
  readonly redo: () => Promise<CommandOutcome>;
  readonly previewMove: (ids: readonly string[], to: Status) => Promise<MovePreview>;
  readonly account: (id: string) => Promise<AccountDetail | null>;
  readonly timeline: (
    accountId: string,
    page: { readonly before?: number; readonly limit: number },
  ) => Promise<readonly TimelineEntry[]>;
  readonly refresh: () => Promise<void>;
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
  | { readonly kind: 'view'; readonly id: number; readonly query: ViewQuery }
  | { readonly kind: 'closeView'; readonly id: number }
  /** From now on the worker brings the journal to the host by itself, not through the page. */
  | { readonly kind: 'access'; readonly access: WorkerAccess }
  | { readonly kind: 'clock'; readonly clock: ClockReading }
  | { readonly kind: 'journalAnswer'; readonly id: number; readonly answer: JournalAnswer };

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
  | { readonly kind: 'status'; readonly status: StoreStatus }
  | { readonly kind: 'save'; readonly state: SaveState }
  | { readonly kind: 'changed'; readonly touched: readonly string[] | null }
  | { readonly kind: 'journal'; readonly id: number; readonly batch: JournalBatch };
