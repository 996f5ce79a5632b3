import { opportunityValues, type OpportunityValues } from '../../../shared/accounts/opportunity.ts';
import type { EntityChange } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import { isLive, type OpportunityRow } from '../database.ts';
import { Refused } from '../store-error.ts';
import { notFound, userWrite, withPatch, type CommandRoom, type Done } from './room.ts';

/** Adds an opportunity at an account, as the CRM has it. */
export function createOpportunity(
  room: CommandRoom,
  { values }: { readonly values: OpportunityValues },
): Promise<Done> {
  return userWrite(room, () => {
    const checked = checkedOpportunity(withPatch({ accountId: values.accountId }, values));
    if (!room.book.has(checked.accountId)) throw notFound();
    const change = changeOf(room.context.ids.next(), null, checked);
    return {
      command: 'createOpportunity',
      label: label('command.created-opportunity', { name: nameOf(room, checked) }),
      changes: change ? [change] : [],
    };
  });
}

/** Sets or blanks (`null`) fields of an opportunity; the account that it is at stays. */
export function editOpportunity(
  room: CommandRoom,
  { id, patch }: { readonly id: string; readonly patch: Readonly<Record<string, unknown>> },
): Promise<Done> {
  return userWrite(room, async () => {
    const { values } = await presentOpportunity(room, id);
    const checked = checkedOpportunity({ ...withPatch(values, patch), accountId: values.accountId });
    const change = changeOf(id, values, checked);
    return {
      command: 'editOpportunity',
      label: label('command.edited-opportunity', { name: nameOf(room, checked) }),
      changes: change ? [change] : [],
    };
  });
}

export function deleteOpportunity(room: CommandRoom, { id }: { readonly id: string }): Promise<Done> {
  return userWrite(room, async () => {
    const { values } = await presentOpportunity(room, id);
    const change = changeOf(id, values, null);
    return {
      command: 'deleteOpportunity',
      label: label('command.deleted-opportunity', { name: nameOf(room, values) }),
      changes: change ? [change] : [],
    };
  });
}

/** @throws Refused when it is not there (any more) */
async function presentOpportunity(room: CommandRoom, id: string): Promise<OpportunityRow> {
  const row = await room.database.opportunities.get(id);
  if (!isLive<OpportunityRow>(row)) throw notFound();
  return row;
}

function changeOf(
  id: string,
  before: OpportunityValues | null,
  after: OpportunityValues | null,
): EntityChange | undefined {
  const accountId = (after ?? before)?.accountId;
  return changeBetween(
    { kind: 'opportunity', id, ...(accountId !== undefined && { accountId }) },
    before,
    after,
  );
}

/** An opportunity need not have a name; then it goes by its account's. */
const nameOf = (room: CommandRoom, { name, accountId }: OpportunityValues): string =>
  name ?? room.book.rowOf(accountId)?.name ?? '';

/** @throws Refused naming the field and what is wrong */
function checkedOpportunity(values: unknown): OpportunityValues {
  const parsed = opportunityValues.safeParse(values);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = String(issue?.path[0] ?? 'name');
  throw new Refused({
    code: 'invalid',
    message: label('store.invalid-field', { field, what: issue?.message ?? '' }),
  });
}
