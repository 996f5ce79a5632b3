import { label } from '../../../shared/rule-book/messages.ts';
import type { EntityChange } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { readAccounts, readDocuments, readOpportunitiesOf, readProspectsOf } from '../reading.ts';
import { notFound, userWrite, type CommandRoom, type Done } from './room.ts';

/** Deletes accounts with their people, opportunities and exceptions. Undo brings all of it back. */
export function deleteAccounts(
  room: CommandRoom,
  { ids }: { readonly ids: readonly string[] },
): Promise<Done> {
  return userWrite(room, async () => {
    const accounts = await readAccounts(room.database, ids);
    const [first] = accounts;
    if (!first) throw notFound();
    const changes: EntityChange[] = [];
    for (const { id, ...values } of accounts) {
      add(changes, changeBetween({ kind: 'account', id }, values, null));
      for (const { id: prospectId, ...prospect } of await readProspectsOf(room.database, id)) {
        add(changes, changeBetween({ kind: 'prospect', id: prospectId, accountId: id }, prospect, null));
      }
      for (const { id: opportunityId, ...opportunity } of await readOpportunitiesOf(room.database, id)) {
        const about = { kind: 'opportunity', id: opportunityId, accountId: id } as const;
        add(changes, changeBetween(about, opportunity, null));
      }
    }
    const gone = new Set(accounts.map(({ id }) => id));
    for (const { id, values, stored } of await readDocuments(room.database, 'exception')) {
      const { accountId } = values.exception;
      if (gone.has(accountId)) add(changes, changeBetween({ kind: 'document', id, accountId }, stored, null));
    }
    return {
      command: 'deleteAccounts',
      label:
        accounts.length === 1
          ? label('command.deleted-account', { name: first.name })
          : label('command.deleted-accounts', { count: accounts.length }),
      changes,
    };
  });
}

const add = (changes: EntityChange[], change: EntityChange | undefined): void => {
  if (change) changes.push(change);
};
