import { limitFor } from '../../../shared/statuses/limits.ts';
import { previewBulk, type BulkAccount, type BulkChange } from '../../../shared/statuses/bulk.ts';
import { entryFactsFor } from '../commands/judge-moves.ts';
import type { CommandRoom } from '../commands/room.ts';
import { readAccounts } from '../reading.ts';
import type { Answerer } from './answer-question.ts';

/** AW-15: what a change of status or BDR Assigned would do to each of many accounts, in the given order. */
export const answerBulk: Answerer<'bulk'> = async (room, { ids, change }) => {
  const entryOf = await entriesOf(room, ids, change);
  const accounts = ids.flatMap((id): BulkAccount[] => {
    const row = room.book.rowOf(id);
    if (!row) return [];
    const { name, status, bdrAssigned, segment } = row;
    const entry = entryOf(id);
    return [{ id, name, status, bdrAssigned, segment, ...(entry && { entry }) }];
  });
  return previewBulk(accounts, change, {
    bdr: room.settings.bdr,
    usedBy: (bdr, segment) => room.book.workingBySegment(bdr).get(segment) ?? 0,
    limitFor: (segment) => limitFor(segment, room.rules),
  });
};

async function entriesOf(
  room: CommandRoom,
  ids: readonly string[],
  change: BulkChange,
): ReturnType<typeof entryFactsFor> {
  if (change.kind !== 'status' || change.to !== 'Actively Working') return () => undefined;
  return entryFactsFor(room, await readAccounts(room.database, ids), change.to);
}
