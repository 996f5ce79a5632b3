import type { Stint } from '../accounts/account.ts';
import { addDays, type IsoDate } from '../clock.ts';
import type { Override } from './override.ts';

/** The stint that is open, if there is one (AW-2). */
export const openStintOf = (stints: readonly Stint[] | undefined): Stint | undefined =>
  stints?.findLast((stint) => stint.end === undefined);

/**
 * AW-2: entering Actively Working. A new stint starts today; one that ended today goes on. Stints that a
 * list left open although the account was not Actively Working are closed on the day before, so that at
 * most one is open and none overlap.
 * @param override AW-3x, recorded with the stint that it let begin
 */
export function enterStint(
  stints: readonly Stint[] | undefined,
  today: IsoDate,
  actor: string,
  override?: Override,
): Stint[] {
  const past: Stint[] = [];
  let goingOn: Stint | undefined;
  for (const stint of stints ?? []) {
    const openFromBefore = stint.end === undefined && stint.start < today;
    if (openFromBefore) past.push({ ...stint, end: addDays(today, -1) });
    else if (stint.end !== undefined && stint.end < today) past.push(stint);
    else if (!goingOn || stint.start < goingOn.start) goingOn = stint;
  }
  const stint = goingOn ? reopened(goingOn, today) : started(today, actor);
  return [...past, override ? { ...stint, ...recorded(override) } : stint];
}

const started = (start: IsoDate, actor: string): Stint => (actor === '' ? { start } : { start, actor });

function reopened(stint: Stint, today: IsoDate): Stint {
  const { end: _end, reason: _reason, ...open } = stint;
  return { ...open, start: stint.start < today ? stint.start : today };
}

const recorded = ({ by, ground, on, reason }: Override): Partial<Stint> => ({
  overrideBy: by.trim(),
  overrideGround: ground,
  overrideOn: on,
  overrideReason: reason.trim(),
});

/** AW-2: leaving closes what is open, today and with the reason if one was given. */
export function leaveStint(
  stints: readonly Stint[] | undefined,
  today: IsoDate,
  reason: string | undefined,
): Stint[] {
  return (stints ?? []).map((stint) => {
    if (stint.end !== undefined) return stint;
    const end = stint.start > today ? stint.start : today;
    return reason === undefined ? { ...stint, end } : { ...stint, end, reason };
  });
}
