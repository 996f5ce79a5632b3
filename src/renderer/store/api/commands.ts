import type { AccountValues, Segment, Status } from '../../../shared/accounts/account.ts';
import type { ProspectValues } from '../../../shared/accounts/prospect.ts';
import type { FamilyWarning } from '../../../shared/statuses/family-guard.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import type { Finding, Refusal } from '../../../shared/statuses/decision.ts';
import type { OverrideGiven, RestGiven, RuleBookCommand } from '../commands/rule-book-command.ts';
import type { WorkspaceSettings } from '../../../shared/workspace/workspace.ts';

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

/** Why an import was not begun. */
export interface ImportHindrance {
  readonly error: StoreError;
  /** Only the backup before it failed: a person may go on without one. */
  readonly isBackup: boolean;
}
