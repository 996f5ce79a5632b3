import { offerOverride } from '../../../shared/statuses/override.ts';
import { checkEntry } from '../../../shared/statuses/entry-checks.ts';
import { moveReceipt } from '../../../shared/statuses/move-receipt.ts';
import { decideMove } from '../../../shared/statuses/moves.ts';
import { entryFactsFor, moveInput, Seats } from '../commands/judge-moves.ts';
import { fullSegmentOf } from '../commands/move-accounts.ts';
import { readAccounts } from '../reading.ts';
import { familyWarnings } from '../relatives.ts';
import type { Answerer } from './answer-question.ts';

/** Why one account may move or not: the receipt, what an override could lift, whom of the family it touches. */
export const answerMove: Answerer<'move'> = async (room, { id, to }) => {
  const [account] = await readAccounts(room.database, [id]);
  if (!account) return null;
  const entryOf = await entryFactsFor(room, [account], to);
  const input = moveInput(room, account, { to, entryOf }, new Seats(room));
  const decision = decideMove(input);
  return {
    allowed: decision.allowed,
    receipt: moveReceipt(input, decision),
    override: input.entry ? offerOverride(checkEntry(input.entry), input.segment) : null,
    family: await familyWarnings(room, [id]),
    warnings: decision.allowed ? (decision.warnings ?? []) : [],
    fullSegment: fullSegmentOf(decision, input.segment),
  };
};
