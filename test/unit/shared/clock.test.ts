import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  fiscalYearOf,
  fixedClock,
  instantOf,
  parseIsoDate,
  todayIn,
  type IsoDate,
} from '../../../src/shared/clock.ts';

const day = (text: string): IsoDate => {
  const parsed = parseIsoDate(text);
  if (!parsed) throw new Error(`${text} is no date`);
  return parsed;
};

describe('CLK-1: days are calendar days in the user’s zone', () => {
  it.each([
    ['2026-11-23T09:59:00Z', 'Pacific/Kiritimati', '2026-11-23'],
    ['2026-11-23T10:00:00Z', 'Pacific/Kiritimati', '2026-11-24'],
    ['2026-11-23T09:59:00Z', 'Pacific/Honolulu', '2026-11-22'],
    ['2026-11-23T10:00:00Z', 'Pacific/Honolulu', '2026-11-23'],
    // The clock goes forward in Berlin at 01:00 UTC: midnight is still where it was.
    ['2026-03-28T22:59:59Z', 'Europe/Berlin', '2026-03-28'],
    ['2026-03-28T23:00:00Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-03-29T21:59:59Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-03-29T22:00:00Z', 'Europe/Berlin', '2026-03-30'],
  ])('%s in %s is %s', (instant, zone, expected) => {
    expect(todayIn(fixedClock(instant), zone)).toBe(expected);
  });

  it('an unknown zone is refused', () => {
    expect(() => todayIn(fixedClock('2026-11-23T10:00:00Z'), 'Mars/Olympus')).toThrow(RangeError);
  });

  it('instants are UTC with milliseconds', () => {
    expect(instantOf(fixedClock('2026-11-23T10:00:00+01:00'))).toBe('2026-11-23T09:00:00.000Z');
  });
});

describe('CLK-3: counting days and months', () => {
  it.each([
    ['2026-11-21', '2026-11-21', 0],
    ['2026-02-28', '2026-03-01', 1],
    ['2028-02-28', '2028-03-01', 2],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-03-01', '2026-02-28', -1],
  ])('from %s to %s are %d days', (from, to, days) => {
    expect(daysBetween(day(from), day(to))).toBe(days);
    expect(addDays(day(from), days)).toBe(to);
  });

  it.each([
    ['2026-01-31', '2026-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-11-30', '2026-12-30'],
    ['2026-12-15', '2027-01-15'],
  ])('one month on from %s is %s', (from, to) => {
    expect(addMonths(day(from), 1)).toBe(to);
  });
});

describe('CLK-4: the fiscal year is named for the year in which it ends', () => {
  it.each([
    ['2026-01-31', 2, 2026],
    ['2026-02-01', 2, 2027],
    ['2026-12-31', 2, 2027],
    ['2026-12-31', 1, 2026],
    ['2026-01-01', 1, 2026],
    ['2026-11-30', 12, 2026],
    ['2026-12-01', 12, 2027],
  ])('%s with first month %d is in FY %d', (date, firstMonth, year) => {
    expect(fiscalYearOf(day(date), firstMonth)).toBe(year);
  });
});

it.each(['2026-02-30', '2026-2-3', '20260203', '2026-13-01', '', '2026-02-03T00:00'])(
  '%j is no date',
  (text) => {
    expect(parseIsoDate(text)).toBeUndefined();
  },
);
