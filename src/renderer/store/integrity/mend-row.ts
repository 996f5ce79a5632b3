import type { z } from 'zod';
import type { Fields } from '../../../shared/history/change-set.ts';
import { customFieldValues } from '../../../shared/workspace/custom-field-values.ts';
import { recordKindIn, recordTables } from '../record-tables.ts';
import type { QuarantineRow } from './quarantine-row.ts';

function schemaOf(table: QuarantineRow['table']): z.ZodType<Fields> {
  const kind = recordKindIn(table);
  return kind ? recordTables[kind].schema : customFieldValues;
}

/** A record that was made whole again. */
export interface Mended {
  readonly id: string;
  readonly values: Fields;
}

/**
 * What a row in quarantine says without the fields that are wrong.
 * @returns `null` when that is no whole record: without its name, say
 */
export function mended({ table, key, text }: Pick<QuarantineRow, 'table' | 'key' | 'text'>): Mended | null {
  // The settings were set right where they stand.
  if (table === 'settings' || typeof key !== 'string') return null;
  const row = recordIn(text);
  if (!row || 'deleted' in row) return null;
  const values = table === 'customFields' ? row : recordOf(row['values']);
  const sound = values && withoutWrong(schemaOf(table), values);
  return sound ? { id: key, values: sound } : null;
}

function withoutWrong(schema: z.ZodType<Fields>, values: Readonly<Record<string, unknown>>): Fields | null {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const left: Record<string, unknown> = { ...values };
  for (const { path } of parsed.error.issues) leaveOut(left, path.map(String));
  const again = schema.safeParse(left);
  return again.success ? again.data : null;
}

/** A single custom field can be wrong; any other field is left out whole. */
function leaveOut(values: Record<string, unknown>, [key, inner]: readonly string[]): void {
  if (key === undefined) return;
  const custom = key === 'custom' && inner !== undefined ? recordOf(values['custom']) : null;
  if (custom && inner !== undefined) {
    const { [inner]: _wrong, ...others } = custom;
    values['custom'] = others;
  } else Reflect.deleteProperty(values, key);
}

function recordIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return null;
  }
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
