import type { Account } from '../../../shared/accounts/account.ts';
import {
  decideReparent,
  decideStandAlone,
  type FamilyChange,
  type FamilyMember,
} from '../../../shared/accounts/reparent.ts';
import { ownSegmentInForce } from '../../../shared/accounts/segment-hold.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import { readAccounts } from '../reading.ts';
import { Refused } from '../store-error.ts';
import { notFound, userWrite, type CommandRoom, type Done } from './room.ts';
import type { RuleBookCommand } from './rule-book-command.ts';

type SetParent = Extract<RuleBookCommand, { kind: 'setParent' }>;
type SetStandAlone = Extract<RuleBookCommand, { kind: 'setStandAlone' }>;

/** SEG-3: another parent, or none. A circle is refused with its path. */
export function setParent(room: CommandRoom, { id, parentId }: SetParent): Promise<Done> {
  return userWrite(room, async () => {
    const members = await readFamilies(room, id, parentId);
    const account = members.find((member) => member.id === id);
    const parent = members.find((member) => member.id === parentId);
    if (!account || (parentId !== null && !parent)) throw notFound();
    refuse(account, reparented(room, members, id, parentId));
    const { id: _id, parentId: _parent, parentRef: _ref, ...values } = account;
    // Nothing is left to stand apart from.
    const { standAlone: _alone, standAloneReason: _reason, ...alone } = values;
    const next = parent ? { ...values, parentId: parent.id, parentRef: parent.name } : alone;
    const { id: _same, ...before } = account;
    const change = changeBetween({ kind: 'account', id }, before, next);
    const { name } = account;
    return {
      command: 'setParent',
      label: parent
        ? label('command.set-parent', { name, parent: parent.name })
        : label('command.took-parent', { name }),
      changes: change ? [change] : [],
    };
  });
}

/** SEG-6: an account with its own buying authority forms its own hierarchy, with a word why; or no longer. */
export function setStandAlone(room: CommandRoom, command: SetStandAlone): Promise<Done> {
  return userWrite(room, async () => {
    const { id, standAlone, reason } = command;
    const members = await readFamilies(room, id, null);
    const account = members.find((member) => member.id === id);
    if (!account) throw notFound();
    const nodes = nodesOf(room, members);
    const asked = { standAlone, ...(reason !== undefined && { reason }) };
    refuse(
      account,
      decideStandAlone(id, asked, (at) => nodes.get(at), [...nodes.values()], room.rules),
    );
    const { id: _id, standAlone: _alone, standAloneReason: _reason, ...rest } = account;
    const next = standAlone ? { ...rest, standAlone, standAloneReason: reason?.trim() ?? '' } : rest;
    const { id: _same, ...before } = account;
    const change = changeBetween({ kind: 'account', id }, before, next);
    const { name } = account;
    return {
      command: 'setStandAlone',
      label: standAlone ? label('command.set-apart', { name }) : label('command.joined-again', { name }),
      changes: change ? [change] : [],
      ...(reason !== undefined && reason.trim() !== '' && { reason: reason.trim() }),
    };
  });
}

function refuse({ id, name }: Account, change: FamilyChange): void {
  if (change.allowed) return;
  const { refusal } = change;
  throw new Refused({
    code: 'refused',
    message: refusal.message,
    refused: [{ id, name, refusal }],
  });
}

/** The accounts of the hierarchies that an account leaves and joins. */
export function readFamilies(room: CommandRoom, id: string, parentId: string | null): Promise<Account[]> {
  const ids = [id, ...(parentId === null ? [] : [parentId])].flatMap((of) => [
    of,
    // Below a stand-alone account lies more than its hierarchy tells, above it, too.
    ...room.book.familyNodes(of).map((node) => node.id),
    ...waysUp(room, of),
  ]);
  return readAccounts(room.database, [...new Set(ids)]);
}

/** Every account above, beyond those that stand alone: a circle may close there. */
function waysUp(room: CommandRoom, id: string): string[] {
  const seen = new Set<string>();
  for (let at = parentIn(room, id); at !== undefined && !seen.has(at); at = parentIn(room, at)) seen.add(at);
  return [...seen];
}

function parentIn({ book }: CommandRoom, id: string): string | undefined {
  const slot = book.slotOf(id);
  return slot === undefined ? undefined : book.factsAt(slot)?.parentId;
}

/** What another parent would do; `null` = none. */
export function reparented(
  room: CommandRoom,
  members: readonly Account[],
  id: string,
  parentId: string | null,
): FamilyChange {
  const nodes = nodesOf(room, members);
  return decideReparent(id, parentId, (at) => nodes.get(at), [...nodes.values()], room.rules);
}

function nodesOf(room: CommandRoom, members: readonly Account[]): ReadonlyMap<string, FamilyMember> {
  return new Map(
    members.map((account): [string, FamilyMember] => [
      account.id,
      {
        id: account.id,
        name: account.name,
        ownSegment: ownSegmentInForce(account, room.rules).segment,
        ...defined(account, ['parentId', 'parentRef', 'standAlone']),
        ...defined(account, ['type', 'totalCarr', 'ciMinutesOnly', 'firstOrderAvailable']),
      },
    ]),
  );
}

/** The fields that are not blank. */
const defined = <K extends keyof Account>(account: Account, keys: readonly K[]): Present<K> =>
  Object.fromEntries(
    keys.filter((key) => account[key] !== undefined).map((key) => [key, account[key]]),
  ) as Present<K>;

type Present<K extends keyof Account> = { readonly [Key in K]?: NonNullable<Account[Key]> };
