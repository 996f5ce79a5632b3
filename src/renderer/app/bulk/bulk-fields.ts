import type { BulkRow } from '../../../shared/statuses/bulk.ts';
import type { AccountPatch, BookRow, Command } from '../../store/api.ts';
import type { readFieldText } from '../field-text.ts';

/** What may be changed for many at once. */
export const bulkFields = [
  ['status', 'BDR Prospecting Status'],
  ['bdrAssigned', 'BDR Assigned'],
  ['owner', 'Account Owner'],
  ['priority', 'Priority'],
  ['bdrNextStepDate', 'BDR Next Step Date'],
  ['bdrNextStep', 'BDR Next Step'],
] as const;
export type BulkField = (typeof bulkFields)[number][0];

/** Fields that no rule guards: what would become of them is plain. */
export type PlainField = Exclude<BulkField, 'status' | 'bdrAssigned'>;

export const isPlain = (field: BulkField): field is PlainField =>
  field !== 'status' && field !== 'bdrAssigned';

/** Stands for no priority. */
export const noPriority = 'blank';

/** What a field that no rule guards would become. */
export function plainRow(id: string, field: PlainField, text: string, row: BookRow | undefined): BulkRow {
  const now = {
    owner: row?.owner,
    priority: row?.priority === null ? noPriority : String(row?.priority),
    bdrNextStepDate: row?.nextStepDate ?? '',
    bdrNextStep: row?.nextStep,
  }[field];
  return {
    id,
    name: row?.name ?? '',
    outcome: now === text.trim() ? 'unchanged' : 'passes',
    refusals: [],
    warnings: [],
    overridable: false,
    needsReason: false,
  };
}

/** The change of a field by one command; status and priority ask more and have ways of their own. */
export function commandFor(
  field: Exclude<BulkField, 'status' | 'priority'>,
  ids: readonly string[],
  text: string,
  read: ReturnType<typeof readFieldText> | null,
): Command {
  if (field === 'bdrAssigned') {
    return { kind: 'assignAccounts', assignments: ids.map((id) => ({ id, bdr: text })) };
  }
  const patch = { [field]: read?.ok === true ? read.value : null } as AccountPatch;
  return { kind: 'editAccounts', ids, patch };
}
