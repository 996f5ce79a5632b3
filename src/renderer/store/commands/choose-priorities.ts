import { isBlankName } from '../../../shared/accounts/bdr.ts';
import type { EntityChange, Label } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import type { RefusedAccount } from '../api.ts';
import { readAccounts } from '../reading.ts';
import { Refused } from '../store-error.ts';
import { notFound, userWrite, type CommandRoom, type Done } from './room.ts';
import type { RuleBookCommand } from './rule-book-command.ts';

type ChoosePriorities = Extract<RuleBookCommand, { kind: 'choosePriorities' }>;

/**
 * PR-4, PR-5: the Priorities that the BDR chooses. A choice against the suggestion needs a word why, which
 * the account keeps until the choice agrees again; without it nothing is written.
 */
export function choosePriorities(room: CommandRoom, { choices, reason }: ChoosePriorities): Promise<Done> {
  return userWrite(room, async () => {
    const accounts = await readAccounts(
      room.database,
      choices.map(({ id }) => id),
    );
    const [first] = accounts;
    if (!first) throw notFound();
    const chosen = new Map(choices.map(({ id, priority }) => [id, priority]));
    const refused: RefusedAccount[] = [];
    const changes = accounts.flatMap(({ id, ...values }): EntityChange[] => {
      const priority = chosen.get(id) ?? null;
      const { priority: _priority, priorityReason: _reason, ...rest } = values;
      const suggested = room.book.rowOf(id)?.decided?.suggested ?? null;
      const isAgainst = priority !== null && suggested !== null && priority !== suggested;
      if (isAgainst && isBlankName(reason) && values.priority !== priority) {
        const message = label('pr4.against', { suggested, chosen: priority });
        refused.push({
          id,
          name: values.name,
          refusal: { rule: 'PR-4', message, remedy: label('pr4.against-remedy') },
        });
        return [];
      }
      const why = isBlankName(reason) ? values.priorityReason : reason?.trim();
      const next = {
        ...rest,
        ...(priority !== null && { priority }),
        ...(isAgainst && why !== undefined && { priorityReason: why }),
      };
      const change = changeBetween({ kind: 'account', id }, values, next);
      return change ? [change] : [];
    });
    const [firstRefused] = refused;
    if (firstRefused) {
      throw new Refused({ code: 'refused', message: firstRefused.refusal.message, refused });
    }
    return {
      command: 'choosePriorities',
      label: labelFor(
        accounts.map(({ name }) => name),
        new Set(accounts.map(({ id }) => chosen.get(id) ?? null)),
      ),
      changes,
      ...(!isBlankName(reason) && reason !== undefined && { reason: reason.trim() }),
    };
  });
}

function labelFor(names: readonly string[], priorities: ReadonlySet<number | null>): Label {
  const [name = ''] = names;
  const count = names.length;
  const [priority = null] = priorities;
  if (priorities.size > 1) return label('command.chose-priorities', { count });
  if (priority === null) {
    return count === 1
      ? label('command.took-priority', { name })
      : label('command.took-priorities', { count });
  }
  return count === 1
    ? label('command.chose-priority', { name, priority })
    : label('command.chose-priority-of-many', { count, priority });
}
