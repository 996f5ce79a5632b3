import { Temporal } from 'temporal-polyfill';
import { addDays, addMonths, daysBetween, fiscalYearOf, type IsoDate } from './clock.ts';

/** CLK-2. A date in the future is a finding, never recent. */
export type Recency = 'recent' | 'old' | 'future';

/** CLK-2: how many days "in the last 30 days" looks back, today included. */
const recentDays = 30;

/**
 * CLK-2, the one function for "in the last 30 days": recent while 0 <= today - date <= days - 1, so a thing
 * of today is free again on day 30.
 */
export function recency(date: IsoDate, today: IsoDate, days: number = recentDays): Recency {
  if (date > today) return 'future';
  return daysBetween(date, today) < days ? 'recent' : 'old';
}

/** CLK-2 of a date that may be missing. */
export const inTheLast = (date: IsoDate | undefined, today: IsoDate, days: number = recentDays): boolean =>
  date !== undefined && recency(date, today, days) === 'recent';

/** CLK-3: future = after today. */
export const isFuture = (date: IsoDate, today: IsoDate): boolean => date > today;

/** CLK-3: overdue = before today; something due today is neither overdue nor in the future. */
export const isOverdue = (due: IsoDate, today: IsoDate): boolean => due < today;

/** A day of the week as ISO counts: 1 = Monday, 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The days of a week by name, Monday first as ISO counts. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** WK-1: the week of a date under the rule settings. */
export const weekUnder = (
  date: IsoDate,
  { weekFirstDay }: { readonly weekFirstDay: (typeof weekdays)[number] },
): DateSpan => weekOf(date, (weekdays.indexOf(weekFirstDay) + 1) as Weekday);

/** From and to, both included. */
export interface DateSpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** WK-1: the week of a date, Monday to Sunday unless it begins on another day. */
export function weekOf(date: IsoDate, firstDay: Weekday = 1): DateSpan {
  const { dayOfWeek } = Temporal.PlainDate.from(date);
  const from = addDays(date, -((dayOfWeek - firstDay + 7) % 7));
  return { from, to: addDays(from, 6) };
}

export interface FiscalQuarter extends DateSpan {
  /** CLK-4: named for the calendar year in which it ends. */
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
}

/** The fiscal quarter of a date: three months each, counted from the fiscal year's first month (CLK-4). */
export function fiscalQuarterOf(date: IsoDate, firstMonth: number): FiscalQuarter {
  const { month } = Temporal.PlainDate.from(date);
  const into = (month - firstMonth + 12) % 12;
  const from = addMonths(`${date.slice(0, 8)}01` as IsoDate, -(into % 3));
  return {
    year: fiscalYearOf(date, firstMonth),
    quarter: (Math.floor(into / 3) + 1) as FiscalQuarter['quarter'],
    from,
    to: addDays(addMonths(from, 3), -1),
  };
}
