import { z } from 'zod';
import type { Fields } from '../../../shared/history/change-set.ts';
import { positionsLeft } from '../../../shared/territories/part-positions.ts';
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
  const paths = parsed.error.issues.map(({ path }) => path.map(String));
  const wrongRows = new Set(
    paths.flatMap(([key, row]) => (key === 'rows' && row !== undefined ? [row] : [])),
  );
  const left: Record<string, unknown> = withoutRows({ ...values }, wrongRows);
  for (const path of paths) if (path[0] !== 'rows' || path[1] === undefined) leaveOut(left, path);
  const again = schema.safeParse(left);
  return again.success ? again.data : null;
}

/** Of a part of a mapping only the rows go that are wrong; the part says where they stood (TER-1). */
function withoutRows(values: Record<string, unknown>, wrong: ReadonlySet<string>): Record<string, unknown> {
  const { rows } = values;
  if (wrong.size === 0 || !Array.isArray(rows)) return values;
  const known = z.array(z.int().nonnegative()).safeParse(values['lacks']);
  const before = known.success ? known.data : [];
  const positions = positionsLeft(rows.length, before);
  const gone = positions.filter((_, at) => wrong.has(String(at)));
  return {
    ...values,
    rows: rows.filter((_, at) => !wrong.has(String(at))),
    lacks: [...before, ...gone].sort((a, b) => a - b),
  };
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
