import { columnDefinitions, type Target } from '../../../shared/exchange/columns.ts';
import { recordColumns, type ImportSubject } from '../../../shared/exchange/records/record-columns.ts';
import { labelKey } from '../../../shared/exchange/custom-keys.ts';
import type { CustomField } from '../../../shared/workspace/workspace.ts';
import type { Option } from '../../components/option-parts.tsx';

/** A target as the value of a list's option, and back. */
export const targetValue = (target: Target): string =>
  target.kind === 'field' || target.kind === 'record'
    ? `${target.kind} ${target.key}`
    : target.kind === 'custom'
      ? `custom ${target.label}`
      : 'leave-out';

export function targetOf(value: string): Target {
  if (value.startsWith('record ')) return { kind: 'record', key: value.slice('record '.length) };
  if (value.startsWith('custom ')) return { kind: 'custom', label: value.slice('custom '.length) };
  const column = columnDefinitions.find(({ key }) => value === `field ${key}`);
  return column ? { kind: 'field', key: column.key } : { kind: 'leaveOut' };
}

/** What a column may become: leave out, a new custom field, the app's fields, the workspace's custom fields. */
export function targetOptions(
  header: string,
  customFields: readonly CustomField[],
  subject: ImportSubject,
): Option<string>[] {
  if (subject !== 'accounts') {
    return [
      { value: 'leave-out', label: 'Leave out' },
      ...recordColumns(subject).map(({ key, label }) => ({ value: `record ${key}`, label })),
    ];
  }
  const own = customFields.map(({ label }) => label);
  const isNew = !own.some((label) => labelKey(label) === labelKey(header));
  return [
    { value: 'leave-out', label: 'Leave out' },
    ...(isNew ? [{ value: `custom ${header}`, label: `New custom field “${header}”` }] : []),
    ...columnDefinitions.map(({ key, label }) => ({ value: `field ${key}`, label })),
    ...own.map((label) => ({ value: `custom ${label}`, label: `${label} (custom)` })),
  ];
}
