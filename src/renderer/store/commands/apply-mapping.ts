import type { EntityChange } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import { handOvers, type HandOver } from '../../../shared/territories/impact.ts';
import { chosenIds } from '../questions/mapping-impact.ts';
import { readAccounts } from '../reading.ts';
import { Refused } from '../store-error.ts';
import { draftOf, dropDraft } from '../territories/drafts.ts';
import { newMappingChanges } from '../territories/mapping-changes.ts';
import type { RuleBookCommand } from './rule-book-command.ts';
import { userWrite, type CommandRoom, type Done } from './room.ts';

/** Accounts read at once. */
const portion = 5000;

/**
 * TER-8: makes a mapping that was looked at the one in force from today, and hands over the accounts that
 * were chosen; the others keep their BDR and AE. One change set: undo takes back all of it. What is applied
 * is what was shown: once the book has changed, the impact has to be looked at again.
 */
export async function applyMapping(
  room: CommandRoom,
  { draft: id, chosen, owners = [] }: Extract<RuleBookCommand, { kind: 'applyMapping' }>,
): Promise<Done> {
  const { database, context, today, through } = room;
  const done = await userWrite(room, async () => {
    const draft = draftOf(database, id);
    if (!draft) throw new Refused({ code: 'not-found', message: label('ter8.gone') });
    if (draft.through !== through) throw new Refused({ code: 'stale-plan', message: label('ter8.stale') });
    const { impact, rows, source } = draft;
    const picked = new Map(owners.map((it) => [it.id, it.owner]));
    const handed = handOvers(impact, chosenIds(impact, chosen), picked);
    const changes = [
      ...newMappingChanges(context.ids.next(), { rows, source, importedOn: today }),
      ...(await handOverChanges(database, handed)),
    ];
    return {
      command: 'applyMapping',
      label: label('command.applied-mapping', { source, count: handed.length }),
      changes,
    };
  });
  dropDraft(database, id);
  return done;
}

async function handOverChanges(
  database: CommandRoom['database'],
  handed: readonly HandOver[],
): Promise<EntityChange[]> {
  const changes: EntityChange[] = [];
  for (let start = 0; start < handed.length; start += portion) {
    const part = new Map(handed.slice(start, start + portion).map((it) => [it.id, it]));
    for (const account of await readAccounts(database, [...part.keys()])) {
      const { id, ...values } = account;
      const { bdrAssigned, owner } = part.get(id) ?? {};
      const change = changeBetween({ kind: 'account', id }, values, {
        ...values,
        ...(bdrAssigned !== undefined && { bdrAssigned }),
        ...(owner !== undefined && { owner }),
      });
      if (change) changes.push(change);
    }
  }
  return changes;
}
