import type { AccountValues, EmployeeCount } from '../accounts/account.ts';
import { openStintOf } from '../statuses/stints.ts';

/** A field as plain data, to be compared and sorted. Days are `YYYY-MM-DD`; `null` = blank. */
export type FieldValue = string | number | boolean | readonly string[] | null;

/** Whether somebody would call it empty. "No" is an answer, so it is not blank. */
export const isBlankValue = (value: FieldValue): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * One field of an account by its key, `custom.<key>` included. Of a range of employees the lower end, of
 * stints the start of the open one, of triggers their texts.
 */
export function accountFieldValue(values: AccountValues, field: string): FieldValue {
  if (field.startsWith('custom.')) return values.custom?.[field.slice('custom.'.length)] ?? null;
  switch (field) {
    case 'stints':
      return openStintOf(values.stints)?.start ?? null;
    case 'triggers':
      return (values.triggers ?? []).map(({ text }) => text);
    case 'clockPauses':
      return (values.clockPauses ?? []).map(({ reason }) => reason);
    default:
      return plainValue((values as Readonly<Record<string, unknown>>)[field]);
  }
}

/** A stored value of any record as plain data; what is no plain data is blank. */
export function plainValue(value: unknown): FieldValue {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(String);
  return isRange(value) ? value.min : null;
}

const isRange = (value: unknown): value is Exclude<EmployeeCount, number> =>
  typeof value === 'object' && value !== null && 'min' in value && typeof value.min === 'number';
