import type { AccountValues } from '../../../shared/accounts/account.ts';
import { accountFields } from '../../../shared/accounts/fields.ts';
import { columnDefinitions } from '../../../shared/exchange/columns.ts';
import { fieldWriter } from '../../../shared/exchange/write-field.ts';
import type { Fields } from '../../../shared/history/change-set.ts';
import type { CustomField } from '../../../shared/workspace/workspace.ts';
import { statusName } from '../../app/words.ts';
import type { TimelineEntry } from '../../store/api.ts';
import {
  opportunityFields,
  prospectFields,
  type RecordField,
} from '../../../shared/accounts/record-fields.ts';
import { textsOf } from './record-fields.ts';

export interface ChangedField {
  readonly label: string;
  /** '' = blank on that side. */
  readonly before: string;
  readonly after: string;
}

/** Which fields a timeline entry changed, in the panel's words and order. A creation lists what it filled. */
export function changedFields(
  entry: Pick<TimelineEntry, 'kind' | 'before' | 'after'>,
  customFields: readonly CustomField[],
): readonly ChangedField[] {
  // Deleting says it all; what was there is in the entries before.
  if (entry.after === null) return [];
  const found =
    entry.kind === 'account'
      ? accountChanges(entry, customFields)
      : recordChanges(fieldsOf[entry.kind], entry);
  return found.filter((change) => change.before !== change.after);
}

const textOr = (value: unknown): string => (typeof value === 'string' ? value : '');

type Sides = Pick<TimelineEntry, 'before' | 'after'>;

function accountChanges({ before, after }: Sides, customFields: readonly CustomField[]): ChangedField[] {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const known = accountFields.flatMap(({ key, label }): ChangedField[] => {
    const column = columnDefinitions.find((definition) => definition.key === key);
    if (!keys.has(key) || column === undefined) return [];
    const text = (side: Fields | null): string => {
      if (side?.[key] === undefined) return '';
      if (key === 'status') return statusName(side[key] as NonNullable<AccountValues['status']>);
      return fieldWriter(column.key, () => textOr(side[key]))({
        ...(side as Partial<AccountValues>),
        id: '',
        name: textOr(side['name']),
      });
    };
    return [{ label, before: text(before), after: text(after) }];
  });
  const custom = customFields.map(({ key, label }): ChangedField => ({
    label,
    before: customText(before, key),
    after: customText(after, key),
  }));
  return [...known, ...custom];
}

function customText(side: Fields | null, key: string): string {
  const custom = side?.['custom'];
  if (typeof custom !== 'object' || custom === null) return '';
  const value: unknown = Object.entries(custom).find(([name]) => name === key)?.[1];
  return typeof value === 'string' ? value : '';
}

const fieldsOf: Readonly<Record<Exclude<TimelineEntry['kind'], 'account'>, readonly RecordField[]>> = {
  prospect: prospectFields,
  opportunity: opportunityFields,
  // An exception: its label says what it is.
  document: [],
};

function recordChanges(fields: readonly RecordField[], { before, after }: Sides): ChangedField[] {
  const [was, is] = [textsOf(fields, before ?? {}), textsOf(fields, after ?? {})];
  return fields.map(({ key, label }) => ({ label, before: was[key] ?? '', after: is[key] ?? '' }));
}
