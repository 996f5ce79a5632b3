import type { z } from 'zod';
import type { AccountKey } from '../../../shared/accounts/account.ts';
import { fieldDefinition } from '../../../shared/accounts/fields.ts';
import type { Fields } from '../../../shared/history/change-set.ts';
import { sameValue } from '../../../shared/history/diff.ts';
import { customFieldValues } from '../../../shared/workspace/custom-field-values.ts';
import { soundSettings } from '../../../shared/workspace/sound-settings.ts';
import type { Tombstone } from '../database.ts';
import { recordKindIn, recordTables, type RecordKind, type RecordRow } from '../record-tables.ts';
import type { EnteredTable } from '../backup/backup-state.ts';

export type RowVerdict =
  | { readonly kind: 'sound' }
  /** What a person entered is sound, what is derived from it was not: this is the row as it should be. */
  | { readonly kind: 'keys'; readonly row: RecordRow | Tombstone }
  | { readonly kind: 'bad'; readonly problems: readonly string[] };

const sound: RowVerdict = { kind: 'sound' };

/** Whether a row still is what its table holds. */
export function checkRow(table: EnteredTable, row: unknown): RowVerdict {
  if (typeof row !== 'object' || row === null) return { kind: 'bad', problems: ['It is no record.'] };
  const fields = row as Readonly<Record<string, unknown>>;
  if (typeof fields['id'] !== 'string') return { kind: 'bad', problems: ['id: It is no text.'] };
  const kind = recordKindIn(table);
  if (kind) return 'deleted' in fields ? checkTombstone(fields) : checkRecord(kind, fields['id'], fields);
  if (table === 'customFields') return badUnless(customFieldValues.safeParse(fields));
  const { wrong } = soundSettings(fields['values']);
  return wrong.length === 0
    ? sound
    : { kind: 'bad', problems: wrong.map((key) => `${key}: It is no such setting.`) };
}

function checkRecord(kind: RecordKind, id: string, row: Fields): RowVerdict {
  const { schema, row: rowOf } = recordTables[kind];
  const verdict = badUnless(schema.safeParse(row['values']));
  if (verdict.kind === 'bad') return verdict;
  // The row's own values, not the parsed ones: a field that only a newer version knows stays.
  const derived = rowOf(id, row['values'] as Fields);
  const keys = Object.entries(derived).filter(([key]) => key !== 'values');
  return keys.every(([key, value]) => sameValue(row[key], value)) ? sound : { kind: 'keys', row: derived };
}

/** What stays of a deleted record must be in no index. */
function checkTombstone({ id, deleted, ...rest }: Readonly<Record<string, unknown>>): RowVerdict {
  if (!Number.isInteger(deleted)) return { kind: 'bad', problems: ['deleted: It is no number.'] };
  return Object.keys(rest).length === 0
    ? sound
    : { kind: 'keys', row: { id: String(id), deleted: Number(deleted) } };
}

const badUnless = (parsed: z.ZodSafeParseResult<unknown>): RowVerdict =>
  parsed.success ? sound : { kind: 'bad', problems: parsed.error.issues.map(problemOf) };

function problemOf({ path, message }: z.core.$ZodIssue): string {
  const [key, ...inner] = path.map(String);
  if (key === undefined) return message;
  const name = fieldDefinition(key as AccountKey)?.label ?? key;
  return `${[name, ...inner].join('.')}: ${message}`;
}
