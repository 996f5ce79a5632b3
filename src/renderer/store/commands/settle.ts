import { label } from '../../../shared/rule-book/messages.ts';
import type { Account, AccountValues } from '../../../shared/accounts/account.ts';
import { reviewedSegment } from '../../../shared/accounts/segment-hold.ts';
import type { EntityChange, Label } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { settlesAtOnce, type AtOnceAction, type InboxAction } from '../../../shared/inbox/inbox-item.ts';
import { decideAcceptance } from '../../../shared/statuses/nominations.ts';
import { decideMove, type MoveDecision } from '../../../shared/statuses/moves.ts';
import type { RefusedAccount } from '../api.ts';
import { readAccounts } from '../reading.ts';
import { Refused } from '../store-error.ts';
import {
  entryFactsFor,
  landOnTop,
  moveInput,
  Seats,
  type AllowedMove,
  type MoveAsked,
} from './judge-moves.ts';
import { moveLabel } from './move-accounts.ts';
import { notFound, userWrite, type CommandRoom, type Done } from './room.ts';

/** Actions that a command can do without asking a person anything more. */
type Settling = AtOnceAction | Extract<InboxAction, { kind: 'enter' }>;

const isSettling = (action: InboxAction): action is Settling =>
  action.kind === 'enter' || settlesAtOnce(action);

/**
 * Settles items of Today, one or a whole group, as one change. Each action is judged on what the ones before
 * it left; those that a rule refuses stay and are told.
 */
export function settle(
  room: CommandRoom,
  { actions }: { readonly actions: readonly InboxAction[] },
): Promise<Done> {
  const to = commonTarget(actions);
  return settleAs(room, actions, (accounts) => {
    if (to !== null) return moveLabel(accounts, to);
    return accounts.length === 1 && accounts[0]
      ? label('command.settled', { name: accounts[0].name })
      : label('command.settled-many', { count: accounts.length });
  });
}

/** Where all of them move to; `null` = to several places, or they settle something else. */
function commonTarget(actions: readonly InboxAction[]): MoveTarget | null {
  const [first, ...others] = new Set(
    actions.map((action): MoveTarget | null => (action.kind === 'move' ? action.to : null)),
  );
  return others.length > 0 ? null : (first ?? null);
}

/** AW-1: the BDR accepts nominations, or says no to them. */
export function answerNomination(
  room: CommandRoom,
  { ids, accept }: { readonly ids: readonly string[]; readonly accept: boolean },
): Promise<Done> {
  const kind = accept ? 'acceptNomination' : 'declineNomination';
  const actions = ids.map((id): InboxAction => ({ kind, id }));
  return settleAs(room, actions, (accounts) => {
    const [first] = accounts;
    if (accounts.length === 1 && first) {
      return accept
        ? label('command.nomination-accepted', { name: first.name })
        : label('command.nomination-declined', { name: first.name });
    }
    return accept
      ? label('command.nominations-accepted', { count: accounts.length })
      : label('command.nominations-declined', { count: accounts.length });
  });
}

function settleAs(
  room: CommandRoom,
  actions: readonly InboxAction[],
  labelFor: (settled: readonly Account[]) => Label,
): Promise<Done> {
  return userWrite(room, async () => {
    const settling = actions.filter(isSettling);
    if (settling.length < actions.length) {
      throw new Refused({ code: 'invalid', message: label('store.needs-more') });
    }
    const accounts = new Map(
      (
        await readAccounts(
          room.database,
          settling.map(({ id }) => id),
        )
      ).map((account) => [account.id, account]),
    );
    if (accounts.size === 0) throw notFound();
    const entering = settling
      .filter(({ kind }) => kind === 'enter')
      .flatMap(({ id }) => accounts.get(id) ?? []);
    const entryOf = await entryFactsFor(room, entering, 'Actively Working');
    const seats = new Seats(room);
    const refused: RefusedAccount[] = [];
    const moves: AllowedMove[] = [];
    const taken: EntityChange[] = [];
    const settled: Account[] = [];
    for (const action of settling) {
      const { id } = action;
      const account = accounts.get(id);
      if (!account || settled.includes(account)) continue;
      const done = settleOne(room, account, action, { entryOf, seats });
      if (done.kind === 'refused') refused.push({ id, name: account.name, refusal: done.refusal });
      else if (done.kind === 'move') moves.push({ account, to: done.to, decision: done.decision });
      else taken.push(...done.changes);
      if (done.kind !== 'refused') settled.push(account);
    }
    const [first] = refused;
    if (settled.length === 0 && first) {
      throw new Refused({ code: 'refused', message: first.refusal.message, refused });
    }
    const changes = [...(await landOnTop(room, moves)), ...taken];
    return { command: 'settle', label: labelFor(settled), changes, refused };
  });
}

type Settled =
  | { readonly kind: 'move'; readonly to: MoveTarget; readonly decision: MoveDecision }
  | { readonly kind: 'marks'; readonly changes: readonly EntityChange[] }
  | { readonly kind: 'refused'; readonly refusal: RefusedAccount['refusal'] };

type MoveTarget = Extract<Settling, { kind: 'move' }>['to'];

interface SettlingFacts {
  readonly entryOf: MoveAsked['entryOf'];
  readonly seats: Seats;
}

function settleOne(room: CommandRoom, account: Account, action: Settling, facts: SettlingFacts): Settled {
  switch (action.kind) {
    case 'move':
      return moved(room, account, action.to, facts);
    case 'enter':
      return moved(room, account, 'Actively Working', facts);
    case 'endRest':
      return { kind: 'marks', changes: without(account, ['restReason', 'wakeOn']) };
    case 'confirmSegment':
    case 'keepSegment':
      return segmentReviewed(room, account, action.kind === 'confirmSegment');
    case 'acceptNomination':
    case 'declineNomination': {
      const acceptance = decideAcceptance(account, room.settings.bdr);
      if (!acceptance.allowed) return { kind: 'refused', refusal: acceptance.refusal };
      return action.kind === 'acceptNomination' && acceptance.by.kind === 'move'
        ? moved(room, account, acceptance.by.to, facts)
        : { kind: 'marks', changes: without(account, ['nominatedBy', 'nominatedOn']) };
    }
  }
}

/** SEG-4. */
function segmentReviewed(room: CommandRoom, { id, ...values }: Account, isConfirmed: boolean): Settled {
  const next = reviewedSegment(values, isConfirmed, room.rules);
  if (next === null) {
    const message = label('seg4.nothing-proposed');
    const remedy = label('seg4.nothing-proposed-remedy');
    return { kind: 'refused', refusal: { rule: 'SEG-4', message, remedy } };
  }
  const change = changeBetween({ kind: 'account', id }, values, next);
  return { kind: 'marks', changes: change ? [change] : [] };
}

function moved(
  room: CommandRoom,
  account: Account,
  to: MoveTarget,
  { entryOf, seats }: SettlingFacts,
): Settled {
  const input = moveInput(room, account, { to, entryOf }, seats);
  const decision = decideMove(input);
  if (!decision.allowed) return { kind: 'refused', refusal: decision.refusals[0] };
  seats.moved(input.segment, input.from, to);
  return { kind: 'move', to, decision };
}

function without({ id, ...values }: Account, keys: readonly (keyof AccountValues)[]): EntityChange[] {
  const next: Record<string, unknown> = { ...values };
  for (const key of keys) Reflect.deleteProperty(next, key);
  const change = changeBetween({ kind: 'account', id }, values, next);
  return change ? [change] : [];
}
