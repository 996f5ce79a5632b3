import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../clock.ts';
import type { DateOrder } from './columns.ts';

/** Years that a planning date can have; anything else is a slip. */
const earliestYear = 1900;
const latestYear = 2100;

const isoShape = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,].*)?$/;
const numericShape = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[ ,].*)?$/;
const dayMonthName = /^(\d{1,2})[-. ]+([a-z]{3,9})[-., ]+(\d{4}|\d{2})(?:[ ,].*)?$/i;
const monthNameDay = /^([a-z]{3,9})[. ]+(\d{1,2})(?:st|nd|rd|th)?[, ]+(\d{4})(?:[ ,].*)?$/i;
const instantShape = /T.*(?:Z|[+-]\d{2}:?\d{2})$/i;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a date as lists write it. A timestamp with a zone becomes the date in `timeZone` (CLK-1); a time
 * without one is dropped.
 * @param order what `3/4/2026` means in this column; a year in front is always year, month, day
 * @returns `undefined` when it is no date, or a year nobody plans in
 */
export function readDate(text: string, order: DateOrder, timeZone: string): IsoDate | undefined {
  const iso = isoShape.exec(text);
  if (iso) {
    if (instantShape.test(text)) return dateOfInstant(text, timeZone);
    return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  }
  const numeric = numericShape.exec(text);
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[3])];
    const dayFirst = numeric[2] === '.' || order === 'dmy';
    return dateOf(fullYear(numeric[4] ?? ''), dayFirst ? second : first, dayFirst ? first : second);
  }
  const dayFirst = dayMonthName.exec(text);
  if (dayFirst) return dateOf(fullYear(dayFirst[3] ?? ''), monthOf(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = monthNameDay.exec(text);
  if (monthFirst) return dateOf(Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]));
  return undefined;
}

const monthOf = (name = ''): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** Two digits mean 1980 to 2079. */
const fullYear = (digits: string): number => {
  const year = Number(digits);
  return digits.length === 4 ? year : year < 80 ? 2000 + year : 1900 + year;
};

/** By hand, not by Temporal: a column may hold a hundred thousand dates. */
function dateOf(year: number, month: number, day: number): IsoDate | undefined {
  if (year < earliestYear || year > latestYear || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}` as IsoDate;
}

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value));

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function dateOfInstant(text: string, timeZone: string): IsoDate | undefined {
  try {
    const date = Temporal.Instant.from(text).toZonedDateTimeISO(timeZone).toPlainDate();
    return dateOf(date.year, date.month, date.day);
  } catch {
    return undefined;
  }
}

export interface DateColumn {
  readonly order: DateOrder;
  /** Both readings fit every value: a person has to say which it is. */
  readonly ambiguous: boolean;
}

/** Decides between m/d/y and d/m/y by the values of the whole column. */
export function decideDateOrder(cells: Iterable<string>): DateColumn {
  let monthFirst = 0;
  let dayFirst = 0;
  let either = 0;
  for (const cell of cells) {
    const found = numericShape.exec(cell.trim());
    if (!found || found[2] === '.') continue;
    const [first, second] = [Number(found[1]), Number(found[3])];
    if (first > 12 && second <= 12) dayFirst += 1;
    else if (second > 12 && first <= 12) monthFirst += 1;
    else if (first !== second) either += 1;
  }
  if (dayFirst > monthFirst) return { order: 'dmy', ambiguous: false };
  return { order: 'mdy', ambiguous: monthFirst === 0 && either > 0 };
}
