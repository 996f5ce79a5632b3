import { label } from '../../../shared/rule-book/messages.ts';
import type { Account, AccountKey, AccountValues } from '../../../shared/accounts/account.ts';
import { isBlankName } from '../../../shared/accounts/bdr.ts';
import { decideCircle } from '../../../shared/accounts/reparent.ts';
import { heldByHand } from '../../../shared/accounts/segment-hold.ts';
import { checkProposalSource, proposalSources } from '../../../shared/accounts/segment-review.ts';
import { fieldDefinition } from '../../../shared/accounts/fields.ts';
import type { EntityChange, Label } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { withRenewal } from '../../../shared/priorities/working-style.ts';
import type { AccountPatch } from '../api.ts';
import { readAccounts } from '../reading.ts';
import { Refused } from '../store-error.ts';
import { checkedValues, notFound, refuseAny, userWrite, type CommandRoom, type Done } from './room.ts';

/** Sets or blanks fields of one or many accounts. Status, stints and markers move by their own commands. */
export function editAccounts(
  room: CommandRoom,
  { ids, patch }: { readonly ids: readonly string[]; readonly patch: AccountPatch },
): Promise<Done> {
  return userWrite(room, async () => {
    refuseDerived(patch);
    const accounts = await readAccounts(room.database, ids);
    if (accounts.length < new Set(ids).size) throw notFound();
    refuseSources(accounts, patch);
    refuseCircles(room, accounts, patch);
    const changes = accounts.flatMap((account): EntityChange[] => {
      const { id, ...values } = account;
      const next = heldByHand(values, patched(room, account, patch), room.rules);
      const change = changeBetween({ kind: 'account', id }, values, next);
      return change ? [change] : [];
    });
    return { command: 'editAccounts', label: labelFor(accounts, patch), changes };
  });
}

function refuseDerived(patch: AccountPatch): void {
  for (const key of Object.keys(patch) as (keyof AccountPatch)[]) {
    const definition = key === 'customPatch' ? undefined : fieldDefinition(key);
    if (definition?.derivedByCommands === true || key === 'rank' || key === 'parentId') {
      throw new Refused({
        code: 'invalid',
        message: label('store.field-not-editable', { field: definition?.label ?? key }),
      });
    }
  }
}

/** SEG-4: a link to LinkedIn, or no link at all, is no source of a proposal. */
function refuseSources(accounts: readonly Account[], patch: AccountPatch): void {
  for (const key of proposalSources) {
    const source = patch[key];
    const checked = isBlankName(source ?? undefined) ? null : checkProposalSource(source ?? '');
    if (checked?.ok === false) {
      refuseAny(accounts.map(({ id, name }) => ({ id, name, refusal: checked.error })));
    }
  }
}

/** SEG-3: a list may bring a circle of parents, which is reported then; a person typing one is told its path. */
function refuseCircles({ book }: CommandRoom, accounts: readonly Account[], patch: AccountPatch): void {
  const reference = patch.parentRef;
  if (typeof reference !== 'string') return;
  refuseAny(
    accounts.flatMap(({ id, name }) => {
      const parentId = book.findByReference(reference, id);
      const circle = parentId === undefined ? undefined : decideCircle(id, parentId, book.nodeOf);
      return circle ? [{ id, name, refusal: circle.refusal }] : [];
    }),
  );
}

function patched(room: CommandRoom, { id, ...values }: Account, patch: AccountPatch): AccountValues {
  const { customPatch, ...fields } = patch;
  const next: Record<string, unknown> = { ...values };
  for (const [key, value] of Object.entries(fields)) {
    const clean: unknown = typeof value === 'string' && key !== 'description' ? trimmed(key, value) : value;
    if (clean === null || clean === undefined || clean === '') Reflect.deleteProperty(next, key);
    else next[key] = clean;
  }
  if (customPatch) next['custom'] = patchedCustom(values.custom ?? {}, customPatch);
  if ('parentRef' in patch) Object.assign(next, parentOf(room, id, next));
  return withRenewal(values, checkedValues(next), room.today);
}

const longText = new Set<AccountKey>([
  'accountResearch',
  'accountStrategy',
  'bdrNextStep',
  'aeNotes',
  'accountRankNotes',
  'techUsed',
]);

/** One-line fields lose outer blanks; long ones keep what was typed. */
const trimmed = (key: string, value: string): string =>
  longText.has(key as AccountKey) ? (value.trim() === '' ? '' : value) : value.trim();

function patchedCustom(
  present: Readonly<Record<string, string>>,
  patch: Readonly<Record<string, string | null>>,
): Record<string, string> | undefined {
  const merged = new Map(Object.entries(present));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null || value === '') merged.delete(key);
    else merged.set(key, value);
  }
  return merged.size === 0 ? undefined : Object.fromEntries(merged);
}

/** The parent that a reference names, when the book has exactly one such account; SEG-3 reports the rest. */
export function parentOf(
  room: CommandRoom,
  id: string,
  values: Readonly<Record<string, unknown>>,
): { parentId: string | undefined } {
  const reference = values['parentRef'];
  const found = typeof reference === 'string' ? room.book.findByReference(reference, id) : undefined;
  return { parentId: found };
}

function labelFor(accounts: readonly Account[], patch: AccountPatch): Label {
  const keys = Object.keys(patch);
  const [first] = accounts;
  const [key] = keys;
  const field =
    keys.length === 1 && key !== undefined && key !== 'customPatch'
      ? (fieldDefinition(key as AccountKey)?.label ?? key)
      : (Object.keys(patch.customPatch ?? {})[0] ?? 'fields');
  return accounts.length === 1 && first
    ? label('command.edited-field', { field, name: first.name })
    : label('command.edited-field-of-many', { field, count: accounts.length });
}
