import type { AccountKey } from '../accounts/account.ts';
import { accountFields, type FieldType } from '../accounts/fields.ts';

/**
 * What one column of a file stands for. `stints` is the CRM's one date, the start of the open stint;
 * `stintHistory` is every stint, so that "Everything" traps nothing. The board's `rank` is a place, not a
 * value, and stays at home.
 */
export type ColumnKey = Exclude<AccountKey, 'custom' | 'parentId' | 'rank'> | 'stintHistory';

export interface ColumnDefinition {
  readonly key: ColumnKey;
  readonly label: string;
  readonly type: FieldType | 'stintHistory';
  readonly choices?: readonly string[];
}

const stintHistory: ColumnDefinition = {
  key: 'stintHistory',
  label: 'Actively Working Stints',
  type: 'stintHistory',
};

/** Every column the app knows, in the order of the account panel; exports write their labels as headers. */
export const columnDefinitions: readonly ColumnDefinition[] = accountFields.flatMap((field) => {
  const column: ColumnDefinition = {
    key: field.key as ColumnKey,
    label: field.label,
    type: field.type,
    ...(field.choices && { choices: field.choices }),
  };
  return field.key === 'stints' ? [column, stintHistory] : [column];
});

const byKey = new Map(columnDefinitions.map((column) => [column.key, column]));

/** Whether a text is the key of a column. */
export const isColumnKey = (key: string): key is ColumnKey =>
  (byKey as ReadonlyMap<string, unknown>).has(key);

/** @throws when the table of fields lost a key that code still names */
export function columnDefinition(key: ColumnKey): ColumnDefinition {
  const found = byKey.get(key);
  if (!found) throw new Error(`No column for the field ${key}.`);
  return found;
}

export type DateOrder = 'ymd' | 'mdy' | 'dmy';
/** Which sign marks decimals: `1,234.5` or `1.234,5`. */
export type NumberStyle = 'point' | 'comma';
/** "Revenue (in 000s USD)": what a number in the file is multiplied with. */
export type Scale = 1 | 1000 | 1_000_000;

export type Target =
  | { readonly kind: 'field'; readonly key: ColumnKey }
  /** An existing custom field of this label, or a new one. */
  | { readonly kind: 'custom'; readonly label: string }
  /** Of a list of people or opportunities (records/record-columns.ts). */
  | { readonly kind: 'record'; readonly key: string }
  | { readonly kind: 'leaveOut' };

/** How one column of the file is read. */
export interface ColumnMapping {
  readonly target: Target;
  readonly dateOrder?: DateOrder;
  readonly numberStyle?: NumberStyle;
  readonly scale?: Scale;
  /** EX-4: a blank cell of this column erases; off unless asked. */
  readonly blankErases?: boolean;
}

/** One entry per column of the file, in its order. */
export type Mapping = readonly ColumnMapping[];
