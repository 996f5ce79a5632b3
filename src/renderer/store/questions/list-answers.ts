import type { Contact } from '../../../shared/priorities/contact.ts';
import type { Decided } from '../../../shared/rule-book/receipt.ts';
import type { FieldValue } from '../../../shared/views/field-value.ts';
import type { Condition, SavedView } from '../../../shared/views/saved-view.ts';

/** A stretch of a list of people or opportunities. */
export interface ListAsk {
  readonly text: string;
  readonly conditions: readonly Condition[];
  readonly sort: { readonly field: string; readonly descending: boolean };
  readonly offset: number;
  readonly limit: number;
}

export interface ListPage<Line> {
  /** Of the whole list, and of what the filter found. */
  readonly total: number;
  readonly found: number;
  readonly lines: readonly Line[];
}

export interface PersonLine {
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** What rules say of it, by the names of results (src/shared/views/result-fields.ts). */
  readonly results: Readonly<Record<string, FieldValue>>;
  /** PR-10. */
  readonly call: Decided<Contact>;
  readonly mail: Decided<Contact>;
}

export interface OpportunityLine {
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly results: Readonly<Record<string, FieldValue>>;
}

export interface KnownView {
  /** Id of its document; `null` = shipped with the app. */
  readonly id: string | null;
  /** Of a shipped one: `B1`, `B2`, `B3`, `past-due` and so on. */
  readonly shipped: string | null;
  readonly view: SavedView;
}
