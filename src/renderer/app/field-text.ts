import type { AccountValues } from '../../shared/accounts/account.ts';
import { fieldDefinition, type FieldDefinition } from '../../shared/accounts/fields.ts';
import { parseIsoDate } from '../../shared/clock.ts';
import type { ColumnKey } from '../../shared/exchange/columns.ts';
import { CellProblem, cellReader } from '../../shared/exchange/read-cell.ts';
import { fieldWriter } from '../../shared/exchange/write-field.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { say } from '../../shared/rule-book/messages.ts';

/** Fields that a person types or picks: all but those that commands derive. */
export type EditableKey = Exclude<ColumnKey, 'stintHistory' | 'stints'>;

const plainTypes = new Set(['text', 'longText', 'url', 'reference']);

/** The text to edit a field by: the same form that files use, so that what is shown can be typed. */
export function fieldText(values: AccountValues, key: EditableKey): string {
  const definition = fieldDefinition(key);
  if (definition === undefined) return '';
  if (definition.type === 'reference') return values.parentRef ?? '';
  return fieldWriter(key, () => values.parentRef ?? '')({ ...values, id: '' });
}

/**
 * Reads what was typed into a field; `null` = blank. Texts are taken as they are (a file's "n/a" is blank,
 * a person's is a word), everything else as the import reads it.
 */
export function readFieldText(key: EditableKey, text: string): Result<unknown, string> {
  const definition = fieldDefinition(key);
  if (definition === undefined) return err('There is no such field.');
  const trimmed = definition.type === 'longText' ? text.replace(/\s+$/, '') : text.trim();
  if (trimmed === '') return key === 'name' ? err('An account needs a name.') : ok(null);
  if (definition.type === 'url') return readWebsite(trimmed);
  if (plainTypes.has(definition.type)) return ok(trimmed);
  if (definition.type === 'date') {
    const date = parseIsoDate(trimmed);
    return date === undefined ? err('Enter a day as year-month-day, e.g. 2026-03-31.') : ok(date);
  }
  const value = cellReader({ target: { kind: 'field', key }, dateOrder: 'ymd' }, 'UTC')(trimmed);
  if (value instanceof CellProblem) return err(`${say(value.message)} ${exampleFor(definition)}`.trim());
  return ok(value ?? null);
}

/** `[Blank]` stands for "only a free-mail domain is known" (domain section 2). */
function readWebsite(text: string): Result<string, string> {
  if (text === '[Blank]') return ok(text);
  const looksRight = /^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/i.test(text);
  return looksRight ? ok(text) : err(`“${text.slice(0, 60)}” is no web address. Write one like example.com.`);
}

function exampleFor(definition: FieldDefinition): string {
  switch (definition.type) {
    case 'employees':
      return 'Examples: 1,200, 50-99, 5,000+.';
    case 'count':
      return 'Example: 1,200.';
    case 'number':
    case 'money':
      return 'Example: 1,250,000.';
    case 'yearList':
      return 'Example: 2025; 2026.';
    case 'triggers':
      return 'One a line: 2026-03-01 | What happened | https://source.';
    default:
      return '';
  }
}
