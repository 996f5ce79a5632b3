import type { z } from 'zod';
import { accountValues, type AccountKey, type AccountValues } from '../../../shared/accounts/account.ts';
import { fieldDefinition } from '../../../shared/accounts/fields.ts';
import { prospectValues, type ProspectValues } from '../../../shared/accounts/prospect.ts';
import { customFieldValues } from '../../../shared/workspace/custom-field-values.ts';
import { soundSettings } from '../../../shared/workspace/sound-settings.ts';
import { accountRow } from '../account-row.ts';
import type { AccountRow, ProspectRow, Tombstone } from '../database.ts';
import type { QuarantineRow } from './quarantine-row.ts';

export type EnteredTable = QuarantineRow['table'];

export type RowVerdict =
  | { readonly kind: 'sound' }
  /** What a person entered is sound, what is derived from it was not: this is the row as it should be. */
  | { readonly kind: 'keys'; readonly row: AccountRow | ProspectRow | Tombstone }
  | { readonly kind: 'bad'; readonly problems: readonly string[] };

const sound: RowVerdict = { kind: 'sound' };

/** Whether a row still is what its table holds. */
export function checkRow(table: EnteredTable, row: unknown): RowVerdict {
  if (typeof row !== 'object' || row === null) return { kind: 'bad', problems: ['It is no record.'] };
  const fields = row as Readonly<Record<string, unknown>>;
  if (typeof fields['id'] !== 'string') return { kind: 'bad', problems: ['id: It is no text.'] };
  switch (table) {
    case 'accounts':
      return 'deleted' in fields ? checkTombstone(fields) : checkAccount(fields['id'], fields);
    case 'prospects':
      return 'deleted' in fields ? checkTombstone(fields) : checkProspect(fields['id'], fields);
    case 'customFields':
      return badUnless(customFieldValues.safeParse(fields));
    case 'settings': {
      const { wrong } = soundSettings(fields['values']);
      return wrong.length === 0
        ? sound
        : { kind: 'bad', problems: wrong.map((key) => `${key}: It is no such setting.`) };
    }
  }
}

function checkAccount(id: string, row: Readonly<Record<string, unknown>>): RowVerdict {
  const verdict = badUnless(accountValues.safeParse(row['values']));
  if (verdict.kind === 'bad') return verdict;
  // The row's own values, not the parsed ones: a field that only a newer version knows stays.
  const derived = accountRow(id, row['values'] as AccountValues);
  const { nameKey, column, boardKey } = derived;
  return row['nameKey'] === nameKey && row['column'] === column && row['boardKey'] === boardKey
    ? sound
    : { kind: 'keys', row: derived };
}

function checkProspect(id: string, row: Readonly<Record<string, unknown>>): RowVerdict {
  const verdict = badUnless(prospectValues.safeParse(row['values']));
  if (verdict.kind === 'bad') return verdict;
  const values = row['values'] as ProspectValues;
  return row['accountId'] === values.accountId
    ? sound
    : { kind: 'keys', row: { id, accountId: values.accountId, values } };
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
