import type { Day } from './facts.ts';

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const lengthOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0);

const partsOf = (day: Day): [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
};

const write = (year: number, month: number, date: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** The calendar, leafed through day by day. */
export function nextDay(day: Day): Day {
  const [year, month, date] = partsOf(day);
  if (date < lengthOf(year, month)) return write(year, month, date + 1);
  return month < 12 ? write(year, month + 1, 1) : write(year + 1, 1, 1);
}

export function plusDays(day: Day, days: number): Day {
  let at = day;
  for (let count = 0; count < days; count += 1) at = nextDay(at);
  return at;
}

/** How many days `to` comes after `from`; -1 when it comes before. More than 2,000 are as good as 2,000. */
export function daysAfter(from: Day, to: Day): number {
  if (to < from) return -1;
  let at = from;
  for (let count = 0; count < 2000; count += 1) {
    if (at === to) return count;
    at = nextDay(at);
  }
  return 2000;
}

/** CLK-2: 0 <= today - d <= days - 1. */
export function isRecent(day: Day | undefined, today: Day, days: number): boolean {
  if (day === undefined) return false;
  const age = daysAfter(day, today);
  return age >= 0 && age <= days - 1;
}

/** CLK-4: named for the year in which it ends. */
export function fiscalYear(day: Day, firstMonth: number): number {
  const [year, month] = partsOf(day);
  if (firstMonth === 1) return year;
  return month >= firstMonth ? year + 1 : year;
}
