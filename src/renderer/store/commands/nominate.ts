import { label } from '../../../shared/rule-book/messages.ts';
import type { EntityChange } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { readAccounts } from '../reading.ts';
import { Refused } from '../store-error.ts';
import { notFound, userWrite, type CommandRoom, type Done } from './room.ts';

/** Marks accounts as nominated by an AE (AW-1). The status changes when the BDR moves them. */
export function nominate(
  room: CommandRoom,
  { ids, by }: { readonly ids: readonly string[]; readonly by: string },
): Promise<Done> {
  return userWrite(room, async () => {
    const nominatedBy = by.trim();
    if (nominatedBy === '') throw new Refused({ code: 'invalid', message: label('store.nominator-missing') });
    const accounts = await readAccounts(room.database, ids);
    const [first] = accounts;
    if (!first) throw notFound();
    const changes = accounts.flatMap(({ id, ...values }): EntityChange[] => {
      const next = { ...values, nominatedBy, nominatedOn: room.today };
      const change = changeBetween({ kind: 'account', id }, values, next);
      return change ? [change] : [];
    });
    return {
      command: 'nominate',
      label:
        accounts.length === 1
          ? label('command.nominated', { name: first.name, by: nominatedBy })
          : label('command.nominated-many', { count: accounts.length, by: nominatedBy }),
      changes,
    };
  });
}
