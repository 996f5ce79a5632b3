import { label } from '../../../shared/rule-book/messages.ts';
import { prospectValues, type ProspectValues } from '../../../shared/accounts/prospect.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { keepEarlierSequence } from '../../../shared/statuses/sequencing.ts';
import { isLive, type ProspectRow } from '../database.ts';
import { Refused } from '../store-error.ts';
import { notFound, userWrite, withPatch, type CommandRoom, type Done } from './room.ts';

/** Adds a person at an account; name and account are mandatory. */
export function createProspect(
  room: CommandRoom,
  { values }: { readonly values: ProspectValues },
): Promise<Done> {
  return userWrite(room, () => {
    const checked = checkedProspect({ ...values, name: values.name.trim() });
    if (!room.book.has(checked.accountId)) throw notFound();
    const change = changeBetween(
      { kind: 'prospect', id: room.context.ids.next(), accountId: checked.accountId },
      null,
      checked,
    );
    return {
      command: 'createProspect',
      label: label('command.created-prospect', { name: checked.name }),
      changes: change ? [change] : [],
    };
  });
}

/** Sets or blanks (`null`) fields of a person; the account they are at and the sequences they had stay. */
export function editProspect(
  room: CommandRoom,
  { id, patch }: { readonly id: string; readonly patch: Readonly<Record<string, unknown>> },
): Promise<Done> {
  return userWrite(room, async () => {
    const { values } = await presentProspect(room, id);
    const edited = checkedProspect({ ...withPatch(values, patch), accountId: values.accountId });
    const checked = keepEarlierSequence(values, edited);
    const change = changeBetween({ kind: 'prospect', id, accountId: values.accountId }, values, checked);
    return {
      command: 'editProspect',
      label: label('command.edited-prospect', { name: checked.name }),
      changes: change ? [change] : [],
    };
  });
}

export function deleteProspect(room: CommandRoom, { id }: { readonly id: string }): Promise<Done> {
  return userWrite(room, async () => {
    const { values } = await presentProspect(room, id);
    const change = changeBetween({ kind: 'prospect', id, accountId: values.accountId }, values, null);
    return {
      command: 'deleteProspect',
      label: label('command.deleted-prospect', { name: values.name }),
      changes: change ? [change] : [],
    };
  });
}

async function presentProspect(room: CommandRoom, id: string): Promise<ProspectRow> {
  const row = await room.database.prospects.get(id);
  if (!row || !isLive<ProspectRow>(row)) throw notFound();
  return row;
}

/** @throws Refused naming the field and what is wrong */
function checkedProspect(values: unknown): ProspectValues {
  const parsed = prospectValues.safeParse(values);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = String(issue?.path[0] ?? 'name');
  throw new Refused({
    code: 'invalid',
    message:
      field === 'name'
        ? label('store.name-missing')
        : label('store.invalid-field', { field, what: issue?.message ?? '' }),
  });
}
