import type { Account, Segment, Status } from '../../../shared/accounts/account.ts';
import type { EntityChange } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { applyMove } from '../../../shared/statuses/apply-move.ts';
import type { Finding } from '../../../shared/statuses/decision.ts';
import type { EntryFacts } from '../../../shared/statuses/entry-checks.ts';
import { limitFor } from '../../../shared/statuses/limits.ts';
import { decideMove, type MoveDecision, type MoveInput } from '../../../shared/statuses/moves.ts';
import type { Override } from '../../../shared/statuses/override.ts';
import { checkRest } from '../../../shared/statuses/rest.ts';
import type { MoveDetails, RefusedAccount } from '../api.ts';
import { readEntryFacts } from '../entry-facts.ts';
import { Refused } from '../store-error.ts';
import { ranksFor } from './board-ranks.ts';
import type { CommandRoom } from './room.ts';

/** AW-6: the slots of the workspace's BDR, counted as they fill and empty within one command. */
export class Seats {
  readonly #used: Map<Segment, number>;

  constructor(room: Pick<CommandRoom, 'book' | 'settings'>) {
    this.#used = new Map(room.book.workingBySegment(room.settings.bdr));
  }

  used(segment: Segment | null): number {
    return segment === null ? 0 : (this.#used.get(segment) ?? 0);
  }

  moved(segment: Segment | null, from: Status, to: Status): void {
    if (segment === null) return;
    const delta = Number(to === 'Actively Working') - Number(from === 'Actively Working');
    this.#used.set(segment, this.used(segment) + delta);
  }
}

type Movable = Pick<Account, 'id' | 'name' | 'status' | 'bdrAssigned'>;

export interface JudgedMoves<A> {
  /** In the given order. */
  readonly allowed: readonly A[];
  readonly refused: readonly RefusedAccount[];
  readonly decisions: ReadonlyMap<string, MoveDecision>;
  /** AW-8: a reason and who asked are still to be given. */
  readonly needsReason: boolean;
  /** Some leave Actively Working, and not for Restricted: why is asked for. */
  readonly asksRest: boolean;
  readonly warnings: readonly Finding[];
}

export interface MoveAsked {
  readonly to: Status;
  readonly details?: MoveDetails;
  /** Of accounts that want to enter. */
  readonly entryOf: (id: string) => EntryFacts | undefined;
}

/** What a move is decided from. */
export function moveInput(room: CommandRoom, account: Movable, asked: MoveAsked, seats: Seats): MoveInput {
  const { to, details } = asked;
  const segment = room.book.rowOf(account.id)?.segment ?? null;
  const entry = to === 'Actively Working' ? asked.entryOf(account.id) : undefined;
  return {
    from: account.status ?? '',
    to,
    segment,
    bdrAssigned: account.bdrAssigned ?? '',
    bdr: room.settings.bdr,
    used: seats.used(segment),
    limit: segment === null ? null : limitFor(segment, room.rules),
    ...(details && to === 'Restricted' && { details }),
    ...(entry && { entry }),
    ...(details?.override && { override: overrideOf(room, details.override) }),
  };
}

const overrideOf = (room: CommandRoom, given: NonNullable<MoveDetails['override']>): Override => ({
  ...given,
  on: room.today,
});

/** Sorts out who may move, one after another: slots are counted as they fill (AW-6, AW-15). */
export function judgeMoves<A extends Movable>(
  room: CommandRoom,
  accounts: readonly A[],
  asked: MoveAsked,
  seats: Seats,
): JudgedMoves<A> {
  const allowed: A[] = [];
  const refused: RefusedAccount[] = [];
  const warnings: Finding[] = [];
  const decisions = new Map<string, MoveDecision>();
  let needsReason = false;
  let asksRest = false;
  for (const account of accounts) {
    const input = moveInput(room, account, asked, seats);
    const decision = decideMove(input);
    decisions.set(account.id, decision);
    if (!decision.allowed) {
      const [refusal] = decision.refusals;
      refused.push({ id: account.id, name: account.name, refusal });
      continue;
    }
    allowed.push(account);
    warnings.push(...(decision.warnings ?? []));
    needsReason ||= decision.needsReason === true;
    asksRest ||= input.from === 'Actively Working' && input.to !== input.from && input.to !== 'Restricted';
    seats.moved(input.segment, input.from, input.to);
  }
  return { allowed, refused, decisions, needsReason, asksRest, warnings };
}

/** Entry facts where `to` is an entry, read for those that are not in Actively Working already. */
export async function entryFactsFor(
  room: CommandRoom,
  accounts: readonly Account[],
  to: Status,
): Promise<MoveAsked['entryOf']> {
  if (to !== 'Actively Working') return () => undefined;
  const entering = accounts.filter(({ status }) => status !== 'Actively Working');
  return readEntryFacts(room.database, entering, { today: room.today, recentDays: room.rules.recentDays });
}

/** @throws Refused where the rest that was given cannot be (AW-2, CLK-3) */
export function refuseBadRest(room: CommandRoom, details: MoveDetails | undefined): void {
  const [refusal] = details?.rest ? checkRest(details.rest, room.today) : [];
  if (refusal) throw new Refused({ code: 'invalid', message: refusal.message });
}

/** The change that an allowed move makes of an account; empty where nothing changes. */
export function moveChange(
  room: CommandRoom,
  { id, ...values }: Account,
  asked: Pick<MoveAsked, 'to' | 'details'> & { readonly decision: MoveDecision | undefined },
  rank: string | undefined,
): EntityChange[] {
  const { to, details, decision } = asked;
  const isLifted = decision?.allowed === true && (decision.lifted ?? []).length > 0;
  const moved = applyMove(values, {
    to,
    today: room.today,
    actor: room.context.actor,
    bdr: room.settings.bdr,
    fiscalYearFirstMonth: room.rules.fiscalYearFirstMonth,
    ...(details && { details }),
    // The stint keeps an override only where it let the account in.
    ...(isLifted && details?.override && { override: overrideOf(room, details.override) }),
    ...(details?.rest && { rest: details.rest }),
  });
  const change = changeBetween(
    { kind: 'account', id },
    values,
    rank === undefined ? moved : { ...moved, rank },
  );
  return change ? [change] : [];
}

/** A move that was allowed. */
export interface AllowedMove extends Pick<MoveAsked, 'to' | 'details'> {
  readonly account: Account;
  readonly decision: MoveDecision | undefined;
}

/** The changes of moves that go to several columns: each column's newcomers lie on top, in the given order. */
export async function landOnTop(room: CommandRoom, moves: readonly AllowedMove[]): Promise<EntityChange[]> {
  const ranks = new Map<AllowedMove, string | undefined>();
  for (const to of new Set(moves.map((move) => move.to))) {
    const there = moves.filter((move) => move.to === to);
    const found = await ranksFor(
      room.database,
      there.map(({ account }) => account),
      { to },
    );
    for (const [index, move] of there.entries()) ranks.set(move, found[index]);
  }
  return moves.flatMap((move) => moveChange(room, move.account, move, ranks.get(move)));
}
