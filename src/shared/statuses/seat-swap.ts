import type { Account, Status } from '../accounts/account.ts';
import type { Prospect } from '../accounts/prospect.ts';
import { daysBetween, type IsoDate } from '../clock.ts';
import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import { readClocks } from './clocks.ts';
import { returnOf, type Return } from './returns.ts';
import type { SequencedProspect } from './sequencing.ts';
import { openStintOf } from './stints.ts';
import type { StatusSettings } from './status-settings.ts';

type SeatAccount = Pick<
  Account,
  | 'id'
  | 'name'
  | 'priority'
  | 'stints'
  | 'clockPauses'
  | 'accountResearch'
  | 'accountStrategy'
  | 'bdrNextStep'
  | 'bdrNextStepDate'
  | 'nextStepRenewedOn'
>;

/** An account that holds a slot of the full segment. */
export interface SeatHolder {
  readonly account: SeatAccount;
  readonly prospects: readonly (SequencedProspect & Pick<Prospect, 'lastActivity'>)[];
  /** PR-3; the lower, the sooner it goes. */
  readonly score: number;
}

/** An account that could be released, with what speaks for it. */
export interface SeatOffer {
  readonly id: string;
  readonly name: string;
  readonly to: Extract<Status, 'Queued' | 'Worked in FY'>;
  readonly reason: Label;
  /** Days since anything was done for it; 0 while somebody is active. */
  readonly daysIdle: number;
}

/** AW-6: how many must go before one more can enter. */
export const seatsToFree = (used: number, limit: number | null): number =>
  limit === null ? 0 : Math.max(0, used - limit + 1);

/**
 * The accounts of a full segment in the order in which to release them: due back (AW-11), due for Worked in
 * FY (AW-12), then those that nobody is active at, lower Priority first, longest idle first. Ties by score,
 * name and id.
 */
export function rankSeats(
  holders: readonly SeatHolder[],
  today: IsoDate,
  settings: StatusSettings,
): SeatOffer[] {
  return holders
    .map((holder) => seatOf(holder, today, settings))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        priorityRank(a.holder) - priorityRank(b.holder) ||
        b.offer.daysIdle - a.offer.daysIdle ||
        a.holder.score - b.holder.score ||
        compare(a.offer.name, b.offer.name) ||
        compare(a.offer.id, b.offer.id),
    )
    .map(({ offer }) => offer);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Priority 3 goes first, then an account that nobody gave one. */
const releaseOrder = [3, undefined, 2, 1] as const;
const priorityRank = ({ account }: SeatHolder): number => releaseOrder.indexOf(account.priority);

interface Seat {
  readonly holder: SeatHolder;
  readonly offer: SeatOffer;
  readonly rank: number;
}

function seatOf(holder: SeatHolder, today: IsoDate, settings: StatusSettings): Seat {
  const { account, prospects } = holder;
  const start = openStintOf(account.stints)?.start;
  const clocks =
    start === undefined
      ? undefined
      : readClocks({ start, fields: account, prospects, pauses: account.clockPauses ?? [], today }, settings);
  const isActive = clocks?.activity.lastActive === today;
  const daysIdle = isActive ? 0 : idleDays(holder, start, clocks?.activity.lastActive ?? null, today);
  const returns: Return = clocks ? returnOf(clocks, today, settings) : { kind: 'stay' };
  const { id, name } = account;
  if (returns.kind === 'return') {
    const reason =
      returns.to === 'Queued'
        ? label('swap.due-back', { date: returns.due })
        : label('swap.due-worked', { date: returns.due });
    return {
      holder,
      rank: returns.to === 'Queued' ? 0 : 1,
      offer: { id, name, to: returns.to, reason, daysIdle },
    };
  }
  const to = clocks?.activity.sequenced === true ? 'Worked in FY' : 'Queued';
  return {
    holder,
    rank: isActive ? 3 : 2,
    offer: { id, name, to, reason: reasonOf(holder, isActive, daysIdle), daysIdle },
  };
}

function reasonOf({ account }: SeatHolder, isActive: boolean, days: number): Label {
  if (isActive) return label('swap.active');
  return account.priority === undefined
    ? label('swap.idle-unranked', { days })
    : label('swap.idle', { days, priority: account.priority });
}

/** Since the stint began, somebody was active, something was logged, or the next step was set anew. */
function idleDays(
  { account, prospects }: SeatHolder,
  start: IsoDate | undefined,
  lastActive: IsoDate | null,
  today: IsoDate,
): number {
  const touches = [
    start,
    lastActive ?? undefined,
    account.nextStepRenewedOn,
    ...prospects.map(({ lastActivity }) => lastActivity),
  ].filter((day) => day !== undefined && day <= today);
  const last = touches.reduce<IsoDate | undefined>(
    (latest, day) => (day !== undefined && (latest === undefined || day > latest) ? day : latest),
    undefined,
  );
  return last === undefined ? 0 : daysBetween(last, today);
}
