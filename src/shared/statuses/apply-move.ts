import type { AccountValues, ClockPause, Status } from '../accounts/account.ts';
import { isBlankName } from '../accounts/bdr.ts';
import { fiscalYearOf, type IsoDate } from '../clock.ts';
import type { Override } from './override.ts';
import type { Rest } from './rest.ts';
import { appendRestriction } from './restriction-line.ts';
import { enterStint, leaveStint } from './stints.ts';

export interface Move {
  readonly to: Status;
  readonly today: IsoDate;
  /** Who moves it. */
  readonly actor: string;
  /** The workspace's BDR; an unassigned account that enters Actively Working becomes theirs (AW-1). */
  readonly bdr: string;
  /** CLK-4, 1-12. */
  readonly fiscalYearFirstMonth: number;
  /** Why, and for AW-8 who asked. */
  readonly details?: { readonly reason?: string; readonly askedBy?: string };
  /** AW-3x, where one was needed and given. */
  readonly override?: Override;
  /** Why it leaves Actively Working, and when it comes back to Today. */
  readonly rest?: Rest;
}

/**
 * The values of an account after a move that was allowed (`decideMove`): status, stints (AW-2), fiscal
 * year worked (CLK-4), restriction (AW-8), accepted nomination (AW-1), override (AW-3x), rest. The given
 * values stay as they are; a move to the same status returns them.
 */
export function applyMove(values: AccountValues, move: Move): AccountValues {
  const from = values.status ?? '';
  const { to } = move;
  if (from === to) return values;
  const next: AccountValues = { ...values };
  if (to === '') delete next.status;
  else next.status = to;

  if (to === 'Actively Working') enter(next, move);
  if (from === 'Actively Working') leave(next, move);
  if (to === 'Worked in FY') recordFiscalYear(next, move);
  if (from === 'Restricted') liftRestriction(next);
  if (to === 'Restricted') restrict(next, move);
  if (to === 'Queued' || to === 'Actively Working') acceptNomination(next);
  return next;
}

/** A rest and its wake-up date end with the return to work. */
function enter(next: AccountValues, { today, actor, bdr, override }: Move): void {
  next.stints = enterStint(next.stints, today, actor, override);
  delete next.restReason;
  delete next.wakeOn;
  if (isBlankName(next.bdrAssigned) && !isBlankName(bdr)) next.bdrAssigned = bdr.trim();
}

/** A pause that has no end belongs to the stint: it ends with it, or never begins. */
function leave(next: AccountValues, { to, today, details, rest }: Move): void {
  if (next.stints) next.stints = leaveStint(next.stints, today, given(details?.reason) ?? rest?.reason);
  if (next.clockPauses) next.clockPauses = endPauses(next.clockPauses, today);
  if (!rest || to === 'Restricted') return;
  next.restReason = rest.reason;
  if (rest.wakeOn === undefined) delete next.wakeOn;
  else next.wakeOn = rest.wakeOn;
}

const endPauses = (pauses: readonly ClockPause[], today: IsoDate): ClockPause[] =>
  pauses
    .filter(({ from, until }) => until !== undefined || from <= today)
    .map((pause) => (pause.until === undefined ? { ...pause, until: today } : pause));

/** Each year once, in order. */
function recordFiscalYear(next: AccountValues, { today, fiscalYearFirstMonth }: Move): void {
  const years = new Set([...(next.fiscalYearsWorked ?? []), fiscalYearOf(today, fiscalYearFirstMonth)]);
  next.fiscalYearsWorked = [...years].sort((a, b) => a - b);
}

function restrict(next: AccountValues, { today, details }: Move): void {
  const reason = given(details?.reason);
  const askedBy = given(details?.askedBy);
  if (reason === undefined || askedBy === undefined) {
    throw new Error('AW-8: a move to Restricted without reason or asker was not refused.');
  }
  next.restrictionReason = reason;
  next.restrictionAskedBy = askedBy;
  next.accountResearch = appendRestriction(next.accountResearch, today, reason, askedBy);
}

/** The history keeps reason and asker, and so does the line in Account Research. */
function liftRestriction(next: AccountValues): void {
  delete next.restrictionReason;
  delete next.restrictionAskedBy;
}

function acceptNomination(next: AccountValues): void {
  delete next.nominatedBy;
  delete next.nominatedOn;
}

const given = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : text.trim();
