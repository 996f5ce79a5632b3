import type { RecordField } from '../../../shared/accounts/record-fields.ts';

/** Texts of a form, by field; '' = blank, `Yes`/`No` for yes and no. */
export type RecordTexts = Readonly<Partial<Record<string, string>>>;

/** The form's texts for a record. */
export function textsOf(fields: readonly RecordField[], values: object): RecordTexts {
  const byKey = new Map<string, unknown>(Object.entries(values));
  return Object.fromEntries(fields.map(({ key }) => [key, textOf(byKey.get(key))]));
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'string' ? value : '';
}

/** The values that a form's texts stand for; `null` = blank. */
export const valuesOf = (
  fields: readonly RecordField[],
  texts: RecordTexts,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    fields.map(({ key, type }) => {
      const text = (texts[key] ?? '').trim();
      return [key, text === '' ? null : type === 'yesNo' ? text === 'Yes' : text];
    }),
  );

/** Only what differs from the record as it is, so that the history names only that. */
export function changedValues(
  fields: readonly RecordField[],
  texts: RecordTexts,
  present: object,
): Readonly<Record<string, unknown>> {
  const before = valuesOf(fields, textsOf(fields, present));
  return Object.fromEntries(
    Object.entries(valuesOf(fields, texts)).filter(([key, value]) => value !== before[key]),
  );
}

/** The values that a form fills, for a record that is new. */
export const filledValues = (
  fields: readonly RecordField[],
  texts: RecordTexts,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(valuesOf(fields, texts)).filter(([, value]) => value !== null));
