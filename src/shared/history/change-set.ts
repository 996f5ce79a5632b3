import type { Instant } from '../clock.ts';

/**
 * What a change can be about. `settings` has the one id `workspace`. `quarantined` is a row that could not be
 * read any more: its coming to be takes it out of its table.
 */
export type EntityKind =
  | 'account'
  | 'prospect'
  | 'opportunity'
  | 'document'
  | 'customField'
  | 'settings'
  | 'quarantined';

/** A sparse record of field values; an absent key is a blank field. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * One entity's change. `before` and `after` hold only the fields that differ (an absent key = blank on
 * that side). `before === null`: the entity came to be; `after === null`: it was deleted.
 */
export interface EntityChange {
  readonly kind: EntityKind;
  readonly id: string;
  /** The account whose timeline shows this change. */
  readonly accountId?: string;
  readonly before: Fields | null;
  readonly after: Fields | null;
}

export type Origin = 'user' | 'import' | 'sample' | 'restore' | 'undo' | 'redo' | 'system';

/** A message by id and parameters; words are in src/shared/rule-book/messages.ts. */
export interface Label {
  readonly id: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/**
 * What one command did, written in the same transaction as its effect. Numbers are gapless within a store.
 * Old change sets are read through upcasters, never rewritten.
 */
export interface ChangeSet {
  /** Gapless number, 1-based, within `storeId` and `generation`. */
  readonly n: number;
  readonly id: string;
  /** Version of this format. */
  readonly format: 1;
  /** Version of the store's schema when it was written. */
  readonly schema: number;
  readonly at: Instant;
  readonly actor: string;
  readonly bdr: string;
  readonly command: string;
  readonly label: Label;
  readonly reason?: string;
  readonly origin: Origin;
  /** The change set this one undoes or redoes. */
  readonly undoes?: number;
  readonly redoes?: number;
  /**
   * The undo stack as linked lists, so that any number of steps costs the same: what the next undo (redo)
   * would take after this change set is itself undone (redone).
   */
  readonly undoNext?: number;
  readonly redoNext?: number;
  readonly counts: { readonly created: number; readonly updated: number; readonly deleted: number };
  /** How much the store holds after this change set; the sentinel repeats it. */
  readonly totals: {
    readonly accounts: number;
    readonly prospects: number;
    /** Absent until schema version 2, which knew none. */
    readonly opportunities?: number;
  };
  /**
   * The changes, when they are few (`inlineLimit`); otherwise they lie in packs of `packSize`, sorted by
   * entity id, beside the change set.
   */
  readonly changes?: readonly EntityChange[];
  /** How many packs, and the first sort key (`changeSortKey`) of each, so that one account's change is found. */
  readonly packs?: number;
  readonly packStarts?: readonly string[];
}

/** Changes are sorted by the account whose timeline they belong to. */
export const changeSortKey = (change: EntityChange): string => change.accountId ?? change.id;

/** Up to this many changes stay inside the change set. */
export const inlineLimit = 200;
export const packSize = 1000;

/** The change that takes `change` back. */
export const invertChange = (change: EntityChange): EntityChange => ({
  ...change,
  before: change.after,
  after: change.before,
});
