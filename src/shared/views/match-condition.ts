import { fold } from '../accounts/normalise.ts';
import { addDays, parseIsoDate, type IsoDate } from '../clock.ts';
import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import { isBlankValue, type FieldValue } from './field-value.ts';
import type { Condition } from './saved-view.ts';

/** A condition made ready to test many records. */
export type ValueTest = (value: FieldValue) => boolean;

/**
 * Makes a condition ready. Texts compare without case, accents and outer blanks. A condition whose values say
 * nothing (`conditionProblem`) holds for nobody.
 * @param today what `today`, `today+7` and `within` count from (CLK-1)
 */
export function valueTest({ kind, values }: Pick<Condition, 'kind' | 'values'>, today: IsoDate): ValueTest {
  const [first = ''] = values;
  switch (kind) {
    case 'is':
      return isOneOf(values);
    case 'isNot': {
      const is = isOneOf(values);
      return (value) => !is(value);
    }
    case 'contains':
      return containing(values);
    case 'isBlank':
      return isBlankValue;
    case 'isFilled':
      return (value) => !isBlankValue(value);
    case 'atLeast':
      return numberTest(first, (value, bound) => value >= bound);
    case 'atMost':
      return numberTest(first, (value, bound) => value <= bound);
    case 'before':
      return dayTest(dayOf(first, today), (day, bound) => day < bound);
    case 'after':
      return dayTest(dayOf(first, today), (day, bound) => day > bound);
    case 'within': {
      const days = wholeDays(first);
      // CLK-3: today is the first of them.
      const last = days === undefined ? undefined : addDays(today, days - 1);
      return dayTest(last, (day, bound) => day >= today && day <= bound);
    }
  }
}

/**
 * All conditions of a filter as one test.
 * @param valueOf reads a field of the record
 */
export function conditionsTest<R>(
  conditions: readonly Condition[],
  today: IsoDate,
  valueOf: (record: R, field: string) => FieldValue,
): (record: R) => boolean {
  const tests = conditions.map(({ field, ...condition }) => ({ field, holds: valueTest(condition, today) }));
  return (record) => tests.every(({ field, holds }) => holds(valueOf(record, field)));
}

/** What is missing or wrong about a condition's values; `undefined` = nothing. */
export function conditionProblem({ field, kind, values }: Condition): Label | undefined {
  const [first = ''] = values;
  switch (kind) {
    case 'isBlank':
    case 'isFilled':
      return undefined;
    case 'is':
    case 'isNot':
    case 'contains':
      return values.length === 0 ? label('view.condition-empty', { field }) : undefined;
    case 'atLeast':
    case 'atMost':
      return numberOf(first) === undefined
        ? label('view.condition-number', { field, value: first })
        : undefined;
    case 'before':
    case 'after':
      return dayOf(first, '2000-01-01' as IsoDate) === undefined
        ? label('view.condition-day', { field, value: first })
        : undefined;
    case 'within':
      return wholeDays(first) === undefined
        ? label('view.condition-days', { field, value: first })
        : undefined;
  }
}

const plain = (text: string): string => fold(text.trim());

const textsOf = (value: FieldValue): readonly string[] => {
  if (value === null || value === '') return [''];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string') return [plain(value)];
  return value.length === 0 ? [''] : value.map(plain);
};

function isOneOf(values: readonly string[]): ValueTest {
  const wanted = new Set(values.map(plain));
  return (value) => textsOf(value).some((text) => wanted.has(text));
}

function containing(values: readonly string[]): ValueTest {
  const wanted = values.map(plain).filter((text) => text !== '');
  return (value) => textsOf(value).some((text) => wanted.some((part) => text.includes(part)));
}

/** "1,200" of a custom field is a number, too. */
function numberOf(value: FieldValue): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value.replaceAll(',', ''));
  return Number.isFinite(number) ? number : undefined;
}

function numberTest(text: string, holds: (value: number, bound: number) => boolean): ValueTest {
  const bound = numberOf(text);
  return (value) => {
    const number = numberOf(value);
    return number !== undefined && bound !== undefined && holds(number, bound);
  };
}

function dayTest(bound: IsoDate | undefined, holds: (day: string, bound: string) => boolean): ValueTest {
  if (bound === undefined) return () => false;
  return (value) => typeof value === 'string' && parseDay.test(value) && holds(value.slice(0, 10), bound);
}

const parseDay = /^\d{4}-\d{2}-\d{2}/;

/** A far day would leave the calendar; a hundred years are enough for any view. */
const mostDays = 36_525;

/** `2026-03-31`, `today`, `today+7`, `today-30`. */
function dayOf(text: string, today: IsoDate): IsoDate | undefined {
  const relative = /^today\s*(?:([+-])\s*(\d{1,5}))?$/i.exec(text.trim());
  if (!relative) return parseIsoDate(text.trim());
  const [, sign, count = '0'] = relative;
  const days = Number(count);
  return days > mostDays ? undefined : addDays(today, sign === '-' ? -days : days);
}

function wholeDays(text: string): number | undefined {
  const days = Number(text.trim() || 'nothing');
  return Number.isInteger(days) && days >= 1 && days <= mostDays ? days : undefined;
}
