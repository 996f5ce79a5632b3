import type { EntityChange } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import { checkNaming } from '../../../shared/territories/named-accounts.ts';
import { readAccounts } from '../reading.ts';
import { Refused } from '../store-error.ts';
import { readFlagged } from '../territories/flagged-accounts.ts';
import { notFound, userWrite, type CommandRoom, type Done } from './room.ts';

/**
 * TER-4: names an account to a rep, or takes the flag off. The 31st of a rep is refused with the list of the
 * 30; children that inherit the flag are not counted.
 */
export function setNamed(
  room: CommandRoom,
  { id, owner }: { readonly id: string; readonly owner: string | null },
): Promise<Done> {
  const { database, rules } = room;
  return userWrite(room, async () => {
    const [account] = await readAccounts(database, [id]);
    if (!account) throw notFound();
    const { id: _id, named: _named, namedOwner: _owner, ...values } = account;
    const before = valuesOf(account);
    const { name } = account;
    if (owner === null)
      return {
        command: 'setNamed',
        label: label('command.unnamed', { name }),
        changes: changesOf(id, before, values),
      };
    const checked = checkNaming(account, owner, await readFlagged(database), rules);
    if (!checked.ok) {
      const { refusal, held } = checked.error;
      throw new Refused({
        code: 'refused',
        message: refusal.message,
        refused: [{ id, name, refusal }],
        held: held.map((it) => ({ id: it.id, name: it.name })),
      });
    }
    const { namedOwner } = checked.value;
    return {
      command: 'setNamed',
      label: label('command.named', { name, owner: namedOwner }),
      changes: changesOf(id, before, { ...values, named: true, namedOwner }),
    };
  });
}

const valuesOf = <A extends { readonly id: string }>({ id: _id, ...values }: A): Omit<A, 'id'> => values;

function changesOf(id: string, before: object, after: object): EntityChange[] {
  const change = changeBetween({ kind: 'account', id }, { ...before }, { ...after });
  return change ? [change] : [];
}
