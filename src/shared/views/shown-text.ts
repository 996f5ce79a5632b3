import type { AccountValues } from '../accounts/account.ts';
import { fieldDefinition } from '../accounts/fields.ts';
import { parseIsoDate } from '../clock.ts';
import type { ColumnKey } from '../exchange/columns.ts';
import { fieldWriter } from '../exchange/write-field.ts';
import { once } from '../once.ts';

const dayFormat = once(() => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }));

/** A calendar day for people; the text itself when it is none. */
export const dayText = (date: string): string => {
  const parsed = parseIsoDate(date);
  return parsed === undefined ? date : dayFormat().format(new Date(`${parsed}T00:00:00Z`));
};

/** A choice as people read it: "former customer" of the data is "Former customer". */
export const choiceName = (choice: string): string => choice.charAt(0).toUpperCase() + choice.slice(1);

const money = once(
  () => new Intl.NumberFormat(undefined, { style: 'currency', currency: 'USD', maximumFractionDigits: 0 }),
);

/**
 * A field of an account for reading, in panel and table: days, numbers and money as this place writes them,
 * everything else as files and editors have it. '' = blank.
 */
export function shownText(values: AccountValues, key: ColumnKey): string {
  const text = fieldWriter(key, () => values.parentRef ?? '')({ ...values, id: '' });
  if (text === '') return '';
  const value = key === 'stintHistory' ? undefined : values[key];
  switch (key === 'stintHistory' ? undefined : fieldDefinition(key)?.type) {
    case 'date':
    case 'stints':
      return dayText(text);
    case 'choice':
      return choiceName(text);
    case 'url':
      return text.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
    case 'money':
      return typeof value === 'number' ? money().format(value) : text;
    case 'number':
    case 'count':
    case 'employees':
      return typeof value === 'number' ? value.toLocaleString() : text;
    default:
      return text;
  }
}
