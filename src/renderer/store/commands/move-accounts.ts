import { label } from '../../../shared/rule-book/messages.ts';
import type { Account, Segment, Status } from '../../../shared/accounts/account.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import type { MoveDecision } from '../../../shared/statuses/moves.ts';
import type { DropPlace, MoveDetails, MovePreview } from '../api.ts';
import { readAccounts } from '../reading.ts';
import { familyWarnings } from '../relatives.ts';
import { Refused } from '../store-error.ts';
import { ranksFor } from './board-ranks.ts';
import { entryFactsFor, judgeMoves, moveChange, refuseBadRest, Seats } from './judge-moves.ts';
import { notFound, userWrite, type CommandRoom, type Done } from './room.ts';

export interface MoveAccounts {
  readonly ids: readonly string[];
  readonly to: Status;
  readonly place?: DropPlace;
  readonly details?: MoveDetails;
}

/**
 * Moves cards to a status and a place in its column: one command, one transaction. Of several, those that
 * the rules allow land, in the given order; the others stay and are listed (AW-15). Slots are counted as
 * they fill, so no entry lands above a limit (AW-6); what happened at an account lately is asked of its
 * people and opportunities (AW-3 to AW-5), an override lifts what it can lift (AW-3x).
 */
export function moveAccounts(room: CommandRoom, move: MoveAccounts): Promise<Done> {
  return userWrite(room, async () => {
    const { to, details } = move;
    const accounts = await readAccounts(room.database, move.ids);
    const [first] = accounts;
    if (!first) throw notFound();
    refuseBadRest(room, details);
    const entryOf = await entryFactsFor(room, accounts, to);
    const asked = { to, entryOf, ...(details && { details }) };
    const { allowed, refused, decisions, needsReason } = judgeMoves(room, accounts, asked, new Seats(room));
    if (needsReason) throw new Refused({ code: 'invalid', message: label('store.reason-needed') });
    const [firstRefused] = refused;
    if (allowed.length === 0 && firstRefused) {
      throw new Refused({ code: 'refused', message: firstRefused.refusal.message, refused });
    }
    const ranks = await ranksFor(room.database, allowed, move);
    const changes = allowed.flatMap((account, index) =>
      moveChange(room, account, { ...asked, decision: decisions.get(account.id) }, ranks[index]),
    );
    const reason = details?.reason ?? details?.rest?.reason;
    return {
      command: 'moveAccounts',
      label: moveLabel(allowed, to),
      changes,
      refused,
      ...(reason !== undefined && { reason }),
    };
  });
}

/** Up to so many accounts the family is looked at. */
const mostGuarded = 20;

/**
 * What the move would do: the board asks while a card hovers. Only an entry reads more than the book, and
 * only of those accounts.
 */
export async function previewMove(
  room: CommandRoom,
  ids: readonly string[],
  to: Status,
): Promise<MovePreview> {
  const isEntry = to === 'Actively Working';
  const rows = ids.flatMap((id) => room.book.rowOf(id) ?? []);
  const entering = rows.filter(({ status }) => status !== to).map(({ id }) => id);
  const entryOf = isEntry
    ? await entryFactsFor(room, await readAccounts(room.database, entering), to)
    : () => undefined;
  const judged = judgeMoves(room, rows, { to, entryOf }, new Seats(room));
  const [only] = rows.length === 1 ? rows : [];
  const decision = only && judged.decisions.get(only.id);
  const isGuarded = (isEntry || to === 'Queued') && entering.length > 0 && entering.length <= mostGuarded;
  return {
    allowed: judged.allowed.map((row) => row.id),
    refused: judged.refused,
    needsReason: judged.needsReason,
    asksRest: judged.asksRest,
    fullSegment: only && decision ? fullSegmentOf(decision, only.segment) : null,
    isOverridable: decision?.allowed === false && decision.overridableOn !== undefined,
    family: isGuarded ? await familyWarnings(room, entering) : [],
    warnings: judged.warnings,
  };
}

/** AW-6: the full segment, where nothing else refuses. */
export function fullSegmentOf(decision: MoveDecision, segment: Segment | null): Segment | null {
  if (decision.allowed || decision.refusals.length > 1) return null;
  return decision.refusals[0].message.id === 'aw6.full' ? segment : null;
}

/** What a move is called. @param accounts as they were before it */
export function moveLabel(accounts: readonly Account[], status: Status): Label {
  const [first] = accounts;
  const count = accounts.length;
  const stay = accounts.every((account) => (account.status ?? '') === status);
  if (count === 1 && first) {
    return label(stay ? 'command.reordered' : 'command.moved', { name: first.name, status });
  }
  return label(stay ? 'command.reordered-many' : 'command.moved-many', { count, status });
}
