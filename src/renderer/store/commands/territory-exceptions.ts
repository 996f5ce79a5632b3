import type { EntityChange } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import { checkException, type TerritoryException } from '../../../shared/territories/exceptions.ts';
import type { DocumentOf } from '../../../shared/workspace/documents.ts';
import { Refused } from '../store-error.ts';
import { readExceptions } from '../territories/exception-documents.ts';
import type { ExceptionGiven } from './rule-book-command.ts';
import { notFound, userWrite, type CommandRoom, type Done } from './room.ts';

/**
 * TER-5, TER-7: records that an account goes to a territory against the mapping, from today. An account has
 * one exception at most: a new one takes the place of the old.
 */
export function recordException(
  room: CommandRoom,
  { exception: given }: { readonly exception: ExceptionGiven },
): Promise<Done> {
  const { database, book, context, mappings, today } = room;
  return userWrite(room, async () => {
    const row = book.rowOf(given.accountId);
    if (!row) throw notFound();
    const { name } = row;
    const mapping = await mappings.inForce(today);
    const exception: TerritoryException = {
      ...trimmed(given),
      on: today,
      ...(given.basis === 'resolution' && { by: context.actor }),
    } as TerritoryException;
    const checked = checkException(exception, {
      accountName: name,
      isChild: book.rootFound(given.accountId).root !== given.accountId,
      isTerritory: (code) => mapping?.rows.some((it) => it.code === code) ?? false,
      today,
    });
    if (!checked.ok) {
      const refused = checked.error.map((refusal) => ({ id: given.accountId, name, refusal }));
      throw new Refused({ code: 'refused', message: checked.error[0].message, refused });
    }
    const [last, ...older] = (await readExceptions(database))
      .filter((it) => it.exception.accountId === given.accountId)
      .toReversed();
    const change = changeBetween(
      { kind: 'document', id: last?.id ?? context.ids.next(), accountId: given.accountId },
      last ? documentOf(last.exception) : null,
      documentOf(checked.value),
    );
    const dropped = older.flatMap((it) => dropChange(it.id, it.exception) ?? []);
    return {
      command: 'recordException',
      label: label('command.recorded-exception', { name, code: given.territory }),
      changes: [...(change ? [change] : []), ...dropped],
      reason: given.reason.trim(),
    };
  });
}

export function dropException(room: CommandRoom, { id }: { readonly id: string }): Promise<Done> {
  return userWrite(room, async () => {
    const found = (await readExceptions(room.database)).find((it) => it.id === id);
    if (!found) throw notFound();
    const { accountId } = found.exception;
    const change = dropChange(id, found.exception);
    return {
      command: 'dropException',
      label: label('command.dropped-exception', { name: room.book.rowOf(accountId)?.name ?? accountId }),
      changes: change ? [change] : [],
    };
  });
}

const documentOf = (exception: TerritoryException): DocumentOf<'exception'> => ({
  type: 'exception',
  exception,
});

const dropChange = (id: string, exception: TerritoryException): EntityChange | undefined =>
  changeBetween({ kind: 'document', id, accountId: exception.accountId }, documentOf(exception), null);

/** Names and reason as they are kept. */
function trimmed(given: ExceptionGiven): ExceptionGiven {
  const common = { ...given, reason: given.reason.trim(), territory: given.territory.trim() };
  switch (common.basis) {
    case 'agreement': {
      const [giver, taker] = common.reps;
      const [first, second] = common.managers;
      return {
        ...common,
        reps: [giver.trim(), taker.trim()],
        managers: [first.trim(), second.trim()],
      };
    }
    case 'global owner':
      return { ...common, globalOwner: common.globalOwner.trim() };
    case 'resolution':
      return common;
  }
}
