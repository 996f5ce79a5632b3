import type { EntityChange } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import { readAccounts } from '../reading.ts';
import { notFound, userWrite, type CommandRoom, type Done } from './room.ts';

/**
 * AW-15, TER-1: sets BDR Assigned of each account; '' takes it off. An assignment is no entry: an account in
 * Actively Working stays there, and nobody is evicted (AW-6).
 */
export function assignAccounts(
  room: CommandRoom,
  { assignments }: { readonly assignments: readonly { readonly id: string; readonly bdr: string }[] },
): Promise<Done> {
  return userWrite(room, async () => {
    const bdrs = new Map(assignments.map(({ id, bdr }) => [id, bdr.trim()]));
    const accounts = await readAccounts(room.database, [...bdrs.keys()]);
    const [first] = accounts;
    if (!first || accounts.length < bdrs.size) throw notFound();
    const changes = accounts.flatMap((account): EntityChange[] => {
      const { id, ...values } = account;
      const { bdrAssigned: _before, ...rest } = values;
      const bdr = bdrs.get(id) ?? '';
      const next = bdr === '' ? rest : { ...rest, bdrAssigned: bdr };
      const change = changeBetween({ kind: 'account', id }, values, next);
      return change ? [change] : [];
    });
    const bdr = bdrs.get(first.id) ?? '';
    return {
      command: 'assignAccounts',
      label:
        accounts.length > 1
          ? label('command.assigned-many', { count: accounts.length })
          : bdr === ''
            ? label('command.unassigned', { name: first.name })
            : label('command.assigned', { name: first.name, bdr }),
      changes,
    };
  });
}
