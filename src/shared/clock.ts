import { Temporal } from 'temporal-polyfill';

/** A calendar day, `YYYY-MM-DD`, in the workspace's time zone (CLK-1). */
export type IsoDate = string & { readonly __brand: 'IsoDate' };

/** A moment in UTC, ISO 8601 with `Z`. */
export type Instant = string & { readonly __brand: 'Instant' };

/**
 * The one clock. The host hands it to page and workers at the handshake; rules never read it, they are
 * given `today` or `now` (CLK-1).
 */
export interface Clock {
  /** Milliseconds since the Unix epoch, UTC. */
  readonly nowMs: () => number;
}

/** A clock that stands still; tests and `clock.mode = 'fixed'` use it. */
export const fixedClock = (instant: string): Clock => {
  const ms = Temporal.Instant.from(instant).epochMilliseconds;
  return { nowMs: () => ms };
};

export const instantOf = (clock: Clock): Instant =>
  Temporal.Instant.fromEpochMilliseconds(clock.nowMs()).toString({ fractionalSecondDigits: 3 }) as Instant;

/**
 * Today's date in `timeZone` (an IANA name, e.g. `Europe/Berlin`).
 * @throws RangeError when the zone is unknown to the engine.
 */
export const todayIn = (clock: Clock, timeZone: string): IsoDate =>
  Temporal.Instant.fromEpochMilliseconds(clock.nowMs())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString() as IsoDate;

/** Parses strictly: `2026-02-30` and `2026-2-3` are no dates. */
export function parseIsoDate(text: string): IsoDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as IsoDate;
  } catch {
    return undefined;
  }
}

const dayMs = 86_400_000;

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. Books are counted by the million. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  (Date.parse(to) - Date.parse(from)) / dayMs;

/** The day that many days later; earlier when `days` is negative. */
export const addDays = (date: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, -14) as IsoDate;

/** "One month on": the same day next month, clamped to the month's end (CLK-3). */
export const addMonths = (date: IsoDate, months: number): IsoDate =>
  Temporal.PlainDate.from(date).add({ months }).toString() as IsoDate;

/** The fiscal year of a date, named for the calendar year in which it ends (CLK-4). */
export function fiscalYearOf(date: IsoDate, firstMonth: number): number {
  const { year, month } = Temporal.PlainDate.from(date);
  return firstMonth === 1 || month < firstMonth ? year : year + 1;
}

/** Asking the engine costs more than a hundred settings: the last name's answer is kept. */
let lastZone: { readonly name: string; readonly isKnown: boolean } | undefined;

/** Whether the engine knows the IANA name of a time zone; `todayIn` takes only such. */
export function isTimeZone(name: string): boolean {
  if (lastZone?.name !== name) lastZone = { name, isKnown: isKnownZone(name) };
  return lastZone.isKnown;
}

function isKnownZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
