import type { Label } from '../history/change-set.ts';
import { once } from '../once.ts';
import { err, ok, type Result } from '../result.ts';
import { label } from '../rule-book/messages.ts';
import type { EmployeeCount } from './account.ts';

/** No organisation has more staff; a larger number is a phone number, a revenue or an id. */
export const mostEmployees = 10_000_000;

/** Characters; whatever is longer is a note, not a count. */
const longestCount = 60;

const numberWords = once(() => new Intl.NumberFormat('en', { maximumFractionDigits: 0 }));

/** "1,200", "50-99", "5,000+". `parseEmployees` reads it back to the same count. */
export function formatEmployees(count: EmployeeCount): string {
  if (typeof count === 'number') return numberWords().format(count);
  const min = numberWords().format(count.min);
  return count.max === undefined ? `${min}+` : `${min}-${numberWords().format(count.max)}`;
}

/**
 * Reads a head count as lists write it: "1,200", "1.200", "1 200", "1'200", "10k", "50-99", "50 to 99",
 * "5,000+", "5,000 or more", with or without the word "employees". Ambiguous writing is refused, never
 * guessed: fractions, negative and absurd numbers, dates that a spreadsheet made of a range ("10-Nov").
 */
export function parseEmployees(text: string): Result<EmployeeCount, Label> {
  if (text.trim().length > longestCount) return err(label('employees.unreadable', { text: shown(text) }));
  const plain = tidy(text);
  const open = /^(.+?)\s*(?:\+|or more|and (?:more|over|above|up))$/.exec(plain)?.[1];
  if (open !== undefined) {
    const min = readNumber(open, text);
    return min.ok ? ok({ min: min.value }) : min;
  }
  const range = /^(.*\S)\s*(?:-|\bto\b)\s*(\S.*)$/.exec(plain);
  if (range?.[1] === undefined || range[2] === undefined || plain.startsWith('-')) {
    return readNumber(plain, text);
  }
  return readRange(range[1], range[2], text);
}

function readRange(from: string, to: string, text: string): Result<EmployeeCount, Label> {
  const min = readNumber(from, text);
  if (!min.ok) return min;
  const max = readNumber(to, text);
  if (!max.ok) return max;
  // "1-10k" may mean 1 or 1,000.
  const halfSuffixed = /[km]$/.test(to) && !/[km]$/.test(from) && min.value < 1000;
  if (halfSuffixed) return err(label('employees.unreadable', { text: shown(text) }));
  if (min.value > max.value) return err(label('employees.backwards', { text: shown(text) }));
  return ok({ min: min.value, max: max.value });
}

/** Full-width digits, dashes and blanks of all kinds become plain ones; the unit word goes. */
const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?(?:employees|employee|staff|people|fte|ftes)$/, '');

const wholeGroups = /^[1-9]\d{0,2}(?:,\d{3})+$|^[1-9]\d{0,2}(?:\.\d{3})+$|^[1-9]\d{0,2}(?:[ ']\d{3})+$/;
const fractionAfterGroups = /^([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)$|^([1-9]\d{0,2}(?:\.\d{3})+),(\d+)$/;

function readNumber(written: string, text: string): Result<number, Label> {
  const part = written.trim();
  if (/^-\s?\d|^\(\d.*\)$/.test(part)) return err(label('employees.negative', { text: shown(text) }));
  const suffixed = /^(\d+(?:\.\d{1,3})?) ?([km])$/.exec(part);
  if (suffixed) {
    const factor = suffixed[2] === 'k' ? 1000 : 1_000_000;
    return checked(Math.round(Number(suffixed[1]) * factor * 1000) / 1000, text);
  }
  if (/^\d+$/.test(part)) return checked(Number(part), text);
  if (wholeGroups.test(part)) return checked(Number(part.replace(/\D/g, '')), text);
  const grouped = fractionAfterGroups.exec(part);
  if (grouped) {
    const whole = (grouped[1] ?? grouped[3] ?? '').replace(/\D/g, '');
    return checked(Number(`${whole}.${grouped[2] ?? grouped[4] ?? ''}`), text);
  }
  const decimal = /^(\d+)\.(\d{1,2}|\d{4,})$|^(\d{4,}|0)\.(\d+)$|^(\d{4,}),(\d{1,2})$/.exec(part);
  if (decimal) return checked(Number(part.replace(',', '.')), text);
  return err(label('employees.unreadable', { text: shown(text) }));
}

function checked(value: number, text: string): Result<number, Label> {
  if (value > mostEmployees)
    return err(label('employees.absurd', { text: shown(text), most: mostEmployees }));
  if (!Number.isInteger(value)) return err(label('employees.fractional', { text: shown(text) }));
  return ok(value);
}

/** A cell may be huge; the message quotes its beginning. */
const shown = (text: string): string =>
  text.length > longestCount ? `${text.slice(0, longestCount)}…` : text;
