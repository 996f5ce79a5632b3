import { label } from '../../../shared/rule-book/messages.ts';
import type { Account, Segment, Status } from '../../../shared/accounts/account.ts';
import type { EntityChange, Label } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { ranksBetween } from '../../../shared/priorities/rank.ts';
import { applyMove } from '../../../shared/statuses/apply-move.ts';
import { limitFor } from '../../../shared/statuses/limits.ts';
import { decideMove } from '../../../shared/statuses/moves.ts';
import type { DropPlace, MoveDetails, MovePreview, RefusedAccount } from '../api.ts';
import { isLive, type AccountRow, type GroundworkDatabase } from '../database.ts';
import { readAccounts } from '../reading.ts';
import { Refused } from '../store-error.ts';
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
 * they fill, so no entry lands above a limit (AW-6).
 */
export function moveAccounts(room: CommandRoom, move: MoveAccounts): Promise<Done> {
  return userWrite(room, async () => {
    const accounts = await readAccounts(room.database, move.ids);
    const [first] = accounts;
    if (!first) throw notFound();
    const { allowed, refused, needsReason } = sortOut(room, accounts, move);
    if (needsReason) throw new Refused({ code: 'invalid', message: label('store.reason-needed') });
    const [firstRefused] = refused;
    if (allowed.length === 0 && firstRefused) {
      throw new Refused({ code: 'refused', message: firstRefused.refusal.message, refused });
    }
    const ranks = await ranksFor(room.database, allowed, move);
    const changes = allowed.flatMap((account, index): EntityChange[] => {
      const { id, ...values } = account;
      const moved = applyMove(values, {
        to: move.to,
        today: room.today,
        actor: room.context.actor,
        bdr: room.settings.bdr,
        fiscalYearFirstMonth: room.settings.fiscalYearFirstMonth,
        ...(move.details && { details: move.details }),
      });
      const rank = ranks[index];
      const change = changeBetween(
        { kind: 'account', id },
        values,
        rank === undefined ? moved : { ...moved, rank },
      );
      return change ? [change] : [];
    });
    return {
      command: 'moveAccounts',
      label: labelFor(allowed, move.to),
      changes,
      refused,
      ...(move.details?.reason !== undefined && { reason: move.details.reason }),
    };
  });
}

/** What the move would do, from the book alone: the board asks while a card hovers. */
export function previewMove(room: CommandRoom, ids: readonly string[], to: Status): MovePreview {
  const rows = ids.flatMap((id) => room.book.rowOf(id) ?? []);
  const { allowed, refused, needsReason } = sortOut(room, rows, { to });
  return { allowed: allowed.map((row) => row.id), refused, needsReason };
}

type Movable = Pick<Account, 'id' | 'name' | 'status' | 'bdrAssigned'>;

function sortOut<A extends Movable>(
  room: CommandRoom,
  accounts: readonly A[],
  { to, details }: { readonly to: Status; readonly details?: MoveDetails },
): { allowed: A[]; refused: RefusedAccount[]; needsReason: boolean } {
  const used = new Map<Segment, number>(room.book.workingBySegment(room.settings.bdr));
  const allowed: A[] = [];
  const refused: RefusedAccount[] = [];
  let needsReason = false;
  for (const account of accounts) {
    const segment = room.book.rowOf(account.id)?.segment ?? null;
    const from = account.status ?? '';
    const decision = decideMove({
      from,
      to,
      segment,
      bdrAssigned: account.bdrAssigned ?? '',
      bdr: room.settings.bdr,
      used: segment === null ? 0 : (used.get(segment) ?? 0),
      limit: segment === null ? null : limitFor(segment, room.settings),
      ...(details && { details }),
    });
    if (decision.allowed) {
      allowed.push(account);
      needsReason ||= decision.needsReason === true;
      if (segment !== null && from !== to) count(used, segment, from, to);
    } else {
      const [refusal] = decision.refusals;
      refused.push({ id: account.id, name: account.name, refusal });
    }
  }
  return { allowed, refused, needsReason };
}

function count(used: Map<Segment, number>, segment: Segment, from: Status, to: Status): void {
  const delta = (to === 'Actively Working' ? 1 : 0) - (from === 'Actively Working' ? 1 : 0);
  used.set(segment, (used.get(segment) ?? 0) + delta);
}

/** Ranks for the place where the cards were dropped; without one, the top of the column they enter. */
async function ranksFor(
  database: GroundworkDatabase,
  accounts: readonly Account[],
  { to, place }: MoveAccounts,
): Promise<readonly (string | undefined)[]> {
  if (!place) {
    if (accounts.every((account) => (account.status ?? '') === to)) return [];
    const top = await firstOfColumn(database, to);
    return ranksBetween(null, top, accounts.length);
  }
  const [after, before] = await Promise.all([keyOf(database, place.after), keyOf(database, place.before)]);
  return ranksBetween(after, before, accounts.length);
}

async function keyOf(database: GroundworkDatabase, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const row = await database.accounts.get(id);
  return row && isLive<AccountRow>(row) ? row.boardKey : null;
}

async function firstOfColumn(database: GroundworkDatabase, column: Status): Promise<string | null> {
  const row = await database.accounts
    .where('[column+boardKey]')
    .between([column, ''], [column, '\uffff'])
    .first();
  return row && isLive<AccountRow>(row) ? row.boardKey : null;
}

function labelFor(accounts: readonly Account[], status: Status): Label {
  const [first] = accounts;
  const count = accounts.length;
  const stay = accounts.every((account) => (account.status ?? '') === status);
  if (count === 1 && first) {
    return label(stay ? 'command.reordered' : 'command.moved', { name: first.name, status });
  }
  return label(stay ? 'command.reordered-many' : 'command.moved-many', { count, status });
}
