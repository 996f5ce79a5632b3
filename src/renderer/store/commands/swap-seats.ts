import { label } from '../../../shared/rule-book/messages.ts';
import { readAccounts } from '../reading.ts';
import { Refused } from '../store-error.ts';
import { ranksFor } from './board-ranks.ts';
import {
  entryFactsFor,
  judgeMoves,
  landOnTop,
  moveChange,
  refuseBadRest,
  Seats,
  type AllowedMove,
} from './judge-moves.ts';
import { notFound, refuseAny, userWrite, type CommandRoom, type Done } from './room.ts';
import type { RuleBookCommand } from './rule-book-command.ts';

type SwapSeats = Extract<RuleBookCommand, { kind: 'swapSeats' }>;

/**
 * AW-6: releases accounts from a full segment and lets another one in, as one change that one undo takes
 * back. Whatever is refused, of the released or the entering, nothing is written.
 */
export function swapSeats(room: CommandRoom, swap: SwapSeats): Promise<Done> {
  return userWrite(room, async () => {
    const { enter, place, details } = swap;
    const [entering] = await readAccounts(room.database, [enter]);
    const release = [...new Map(swap.release.map((one) => [one.id, one])).values()];
    const leaving = await readAccounts(
      room.database,
      release.map(({ id }) => id),
    );
    if (!entering || leaving.length < release.length) throw notFound();
    if (entering.status === 'Actively Working') {
      throw new Refused({ code: 'invalid', message: label('swap.holds-one', { name: entering.name }) });
    }
    const seats = new Seats(room);
    const released: AllowedMove[] = [];
    for (const { id, to, rest } of release) {
      const account = leaving.find((one) => one.id === id);
      if (account?.status !== 'Actively Working') {
        const name = account?.name ?? '';
        throw new Refused({ code: 'invalid', message: label('swap.holds-no-seat', { name }) });
      }
      const given = rest && { details: { rest } };
      refuseBadRest(room, given?.details);
      const asked = { to, entryOf: () => undefined, ...given };
      const { refused, decisions } = judgeMoves(room, [account], asked, seats);
      refuseAny(refused);
      released.push({ account, to, decision: decisions.get(id), ...given });
    }
    const to = 'Actively Working';
    const entryOf = await entryFactsFor(room, [entering], to);
    const asked = { to, entryOf, ...(details && { details }) } as const;
    const { refused, decisions } = judgeMoves(room, [entering], asked, seats);
    refuseAny(refused);
    const [rank] = await ranksFor(room.database, [entering], { to, ...(place && { place }) });
    const changes = [
      ...(await landOnTop(room, released)),
      ...moveChange(room, entering, { ...asked, decision: decisions.get(enter) }, rank),
    ];
    const [first] = leaving;
    return {
      command: 'swapSeats',
      label:
        leaving.length === 1 && first
          ? label('command.swapped', { name: entering.name, out: first.name })
          : label('command.swapped-many', { name: entering.name, count: leaving.length }),
      changes,
    };
  });
}
