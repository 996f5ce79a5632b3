import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  fiscalQuarterOf,
  inTheLast,
  isFuture,
  isOverdue,
  recency,
  weekOf,
  type Weekday,
} from '../../../src/shared/calendar.ts';
import {
  addDays,
  addMonths,
  daysBetween,
  fiscalYearOf,
  fixedClock,
  todayIn,
  type IsoDate,
} from '../../../src/shared/clock.ts';

const day = (text: string): IsoDate => text as IsoDate;
const anyDay = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('CLK-2: "in the last 30 days" is 0 <= today - d <= 29; free on day 30', () => {
  it.each([
    ['today', '2026-11-21', '2026-11-21', 'recent'],
    ['29 days ago', '2026-10-23', '2026-11-21', 'recent'],
    ['30 days ago', '2026-10-22', '2026-11-21', 'old'],
    ['tomorrow: a finding, not recent', '2026-11-22', '2026-11-21', 'future'],
    ['29 days over the end of a month', '2026-01-31', '2026-03-01', 'recent'],
    ['30 days over the end of a month', '2026-01-30', '2026-03-01', 'old'],
    ['29 days over a 29 February', '2028-02-01', '2028-03-01', 'recent'],
    ['30 days over a 29 February', '2028-01-31', '2028-03-01', 'old'],
    ['29 days over the night in which clocks go forward', '2026-03-01', '2026-03-30', 'recent'],
    ['30 days over the night in which clocks go forward', '2026-03-01', '2026-03-31', 'old'],
    ['29 days over the night in which clocks go back', '2026-10-01', '2026-10-30', 'recent'],
    ['29 days over the turn of the year', '2026-12-03', '2027-01-01', 'recent'],
    ['30 days over the turn of the year', '2026-12-02', '2027-01-01', 'old'],
  ])('%s', (_when, date, today, expected) => {
    expect(recency(day(date), day(today))).toBe(expected);
    expect(inTheLast(day(date), day(today))).toBe(expected === 'recent');
  });

  it('no date is not recent, and other numbers of days have the same edges', () => {
    expect(inTheLast(undefined, day('2026-11-21'))).toBe(false);
    expect(recency(day('2026-08-24'), day('2026-11-21'), 90)).toBe('recent');
    expect(recency(day('2026-08-23'), day('2026-11-21'), 90)).toBe('old');
    expect(recency(day('2026-11-20'), day('2026-11-21'), 1)).toBe('old');
  });

  it.each([
    // One instant, 23:59 in Kiritimati, is still the day before in Honolulu.
    ['Pacific/Kiritimati', '2026-11-21T09:59:00Z', '2026-11-21', 'recent', 'recent'],
    ['Pacific/Honolulu', '2026-11-21T09:59:00Z', '2026-11-20', 'recent', 'future'],
    ['Pacific/Honolulu', '2026-11-22T09:59:00Z', '2026-11-21', 'recent', 'recent'],
    ['Pacific/Kiritimati', '2026-11-21T10:00:00Z', '2026-11-22', 'old', 'recent'],
  ])('is asked in the user’s zone: %s at %s', (zone, instant, date, of29DaysBefore21st, ofThe21st) => {
    const today = todayIn(fixedClock(instant), zone);
    expect(today).toBe(date);
    expect(recency(day('2026-10-23'), today)).toBe(of29DaysBefore21st);
    expect(recency(day('2026-11-21'), today)).toBe(ofThe21st);
  });
});

describe('CLK-3: future = after today, overdue = before today; today is neither', () => {
  it.each([
    ['2026-11-20', false, true],
    ['2026-11-21', false, false],
    ['2026-11-22', true, false],
  ])('%s', (date, future, overdue) => {
    expect(isFuture(day(date), day('2026-11-21'))).toBe(future);
    expect(isOverdue(day(date), day('2026-11-21'))).toBe(overdue);
  });

  it('counting days agrees with the calendar of the platform on any days', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: -4000, max: 4000 }), (a, b, days) => {
        const there = Temporal.PlainDate.from(a);
        expect(daysBetween(a, b)).toBe(there.until(Temporal.PlainDate.from(b), { largestUnit: 'day' }).days);
        expect(addDays(a, days)).toBe(there.add({ days }).toString());
        expect(daysBetween(a, addDays(a, days))).toBe(days);
      }),
    );
  });
});

describe('WK-1: a week runs Monday to Sunday; its first day is a setting', () => {
  it.each<[string, Weekday, string, string]>([
    ['2026-11-16', 1, '2026-11-16', '2026-11-22'],
    ['2026-11-22', 1, '2026-11-16', '2026-11-22'],
    ['2026-11-23', 1, '2026-11-23', '2026-11-29'],
    ['2026-11-22', 7, '2026-11-22', '2026-11-28'],
    ['2026-11-21', 7, '2026-11-15', '2026-11-21'],
    ['2027-01-01', 1, '2026-12-28', '2027-01-03'],
    ['2028-02-29', 1, '2028-02-28', '2028-03-05'],
    ['2026-03-29', 1, '2026-03-23', '2026-03-29'],
  ])('%s, beginning on day %i: %s to %s', (date, first, from, to) => {
    expect(weekOf(day(date), first)).toEqual({ from, to });
  });
});

describe('CLK-4: fiscal quarters are three months each, from the fiscal year’s first month', () => {
  it.each([
    ['2026-02-01', 2, 2027, 1, '2026-02-01', '2026-04-30'],
    ['2026-01-31', 2, 2026, 4, '2025-11-01', '2026-01-31'],
    ['2026-11-21', 2, 2027, 4, '2026-11-01', '2027-01-31'],
    ['2026-10-31', 2, 2027, 3, '2026-08-01', '2026-10-31'],
    ['2028-02-29', 12, 2028, 1, '2027-12-01', '2028-02-29'],
    ['2026-03-31', 1, 2026, 1, '2026-01-01', '2026-03-31'],
    ['2026-12-31', 1, 2026, 4, '2026-10-01', '2026-12-31'],
  ])('%s with first month %i: FY%i Q%i', (date, first, year, quarter, from, to) => {
    expect(fiscalQuarterOf(day(date), first)).toEqual({ year, quarter, from, to });
  });

  it('every day lies in its quarter, and quarters follow each other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (date, first) => {
        fc.pre(date > '0002-01-01' && date < '9998-01-01');
        const quarter = fiscalQuarterOf(date, first);
        expect(quarter.from <= date && date <= quarter.to).toBe(true);
        expect(quarter.year).toBe(fiscalYearOf(date, first));
        const next = fiscalQuarterOf(addDays(quarter.to, 1), first);
        expect(next.from).toBe(addMonths(quarter.from, 3));
        expect(next.quarter).toBe((quarter.quarter % 4) + 1);
      }),
    );
  });
});
