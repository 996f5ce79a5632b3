import type { Segment } from '../../../shared/accounts/account.ts';
import { isAnothers, isBlankName } from '../../../shared/accounts/bdr.ts';
import { rankSeats, type SeatHolder } from '../../../shared/statuses/seat-swap.ts';
import type { CommandRoom } from '../commands/room.ts';
import { readPeople } from '../entry-facts.ts';
import { readAccounts, readDocuments } from '../reading.ts';
import type { Answerer } from './answer-question.ts';

/** AW-6: whom of a full segment to release, the best first. */
export const answerSeats: Answerer<'seats'> = async (room, { segment }) => {
  const ids = holdersOf(room, segment);
  const [accounts, people, pauses] = await Promise.all([
    readAccounts(room.database, ids),
    readPeople(room.database, ids),
    readDocuments(room.database, 'pause'),
  ]);
  const leave = pauses.map(({ values: { from, until, reason } }) => ({
    from,
    reason,
    ...(until !== undefined && { until }),
  }));
  const holders = accounts.map((account): SeatHolder => ({
    account: { ...account, clockPauses: [...(account.clockPauses ?? []), ...leave] },
    prospects: people.prospectsOf(account.id),
    score: room.book.rowOf(account.id)?.decided?.score ?? 0,
  }));
  return rankSeats(holders, room.today, room.rules);
};

/** The accounts that count against the limit of the workspace's BDR. */
function holdersOf({ book, settings }: CommandRoom, segment: Segment): string[] {
  const ids: string[] = [];
  for (const slot of book.slots()) {
    const row = book.rowAt(slot);
    if (row?.status !== 'Actively Working' || row.segment !== segment) continue;
    if (isBlankName(row.bdrAssigned) || isAnothers(row.bdrAssigned, settings.bdr)) continue;
    ids.push(row.id);
  }
  return ids;
}
