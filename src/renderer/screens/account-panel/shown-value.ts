import type { AccountValues } from '../../../shared/accounts/account.ts';
import type { FieldDefinition } from '../../../shared/accounts/fields.ts';
import { fieldText, type EditableKey } from '../../app/field-text.ts';
import { choiceName, dayText } from '../../app/words.ts';

const money = new Intl.NumberFormat(undefined, {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
});

/** A field's value for reading: dates, numbers and money as this place writes them. Others as typed. */
export function shownValue(
  values: AccountValues,
  definition: FieldDefinition & { readonly key: EditableKey },
): string {
  const value = values[definition.key];
  const text = fieldText(values, definition.key);
  if (text === '') return '';
  switch (definition.type) {
    case 'date':
      return dayText(text);
    case 'choice':
      return choiceName(text);
    case 'url':
      return text.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
    case 'money':
      return typeof value === 'number' ? money.format(value) : text;
    case 'number':
    case 'count':
      return typeof value === 'number' ? value.toLocaleString() : text;
    case 'employees':
      return typeof value === 'number' ? value.toLocaleString() : text;
    default:
      return text;
  }
}
