import { label } from '../../../shared/rule-book/messages.ts';
import type { AccountValues } from '../../../shared/accounts/account.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { withRenewal } from '../../../shared/priorities/working-style.ts';
import { checkedValues, userWrite, type CommandRoom, type Done } from './room.ts';
import { parentOf } from './edit-accounts.ts';

/** Adds one account; the name is the only mandatory field (section 2). It starts without a status. */
export function createAccount(
  room: CommandRoom,
  { values }: { readonly values: AccountValues },
): Promise<Done> {
  return userWrite(room, () => {
    const id = room.context.ids.next();
    const { status: _status, stints: _stints, ...given } = values;
    const typed = checkedValues({ ...given, name: given.name.trim(), ...parentOf(room, id, given) });
    const checked = withRenewal({ name: typed.name }, typed, room.today);
    const change = changeBetween({ kind: 'account', id }, null, checked);
    return {
      command: 'createAccount',
      label: label('command.created-account', { name: checked.name }),
      changes: change ? [change] : [],
    };
  });
}
