import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { accountFieldValue, type FieldValue } from '../../../../src/shared/views/field-value.ts';
import { conditionProblem, conditionsTest, valueTest } from '../../../../src/shared/views/match-condition.ts';
import type { Condition } from '../../../../src/shared/views/saved-view.ts';

const today = '2026-11-23' as IsoDate;

const holds = (kind: Condition['kind'], values: readonly string[], value: FieldValue): boolean =>
  valueTest({ kind, values: [...values] }, today)(value);

describe('texts', () => {
  it('is: any of the values, without case, accents and outer blanks', () => {
    expect(holds('is', ['munich', ' ZÜRICH'], 'Zurich')).toBe(true);
    expect(holds('is', ['munich'], 'Munich East')).toBe(false);
  });

  it('is and is not of blank: the empty text', () => {
    expect(holds('is', [''], null)).toBe(true);
    expect(holds('is', [''], 'x')).toBe(false);
    expect(holds('isNot', [''], null)).toBe(false);
    expect(holds('isNot', ['x'], null)).toBe(true);
  });

  it('contains any of the values; a blank value is contained in nothing', () => {
    expect(holds('contains', ['kube', 'helm'], 'Uses Kubernetes')).toBe(true);
    expect(holds('contains', [''], 'Uses Kubernetes')).toBe(false);
    expect(holds('contains', ['x'], null)).toBe(false);
  });

  it('lists: one item is enough', () => {
    expect(holds('is', ['b.com'], ['a.com', 'b.com'])).toBe(true);
    expect(holds('contains', ['b.'], ['a.com', 'b.com'])).toBe(true);
    expect(holds('isBlank', [], [])).toBe(true);
  });

  it('yes and no; no is an answer, not a blank', () => {
    expect(holds('is', ['yes'], true)).toBe(true);
    expect(holds('is', ['no'], false)).toBe(true);
    expect(holds('isBlank', [], false)).toBe(false);
    expect(holds('isFilled', [], false)).toBe(true);
  });
});

describe('numbers', () => {
  it.each([
    ['atLeast', '70', 69, false],
    ['atLeast', '70', 70, true],
    ['atMost', '70', 70, true],
    ['atMost', '70', 71, false],
  ] as const)('%s %s of %s: %s', (kind, bound, value, expected) => {
    expect(holds(kind, [bound], value)).toBe(expected);
  });

  it('a custom field with thousands is a number; words and blanks are none', () => {
    expect(holds('atLeast', ['1000'], '1,200')).toBe(true);
    expect(holds('atLeast', ['0'], 'many')).toBe(false);
    expect(holds('atMost', ['9'], null)).toBe(false);
  });
});

describe('days (CLK-3)', () => {
  it.each([
    ['before', 'today', '2026-11-22', true],
    ['before', 'today', '2026-11-23', false],
    ['after', 'today', '2026-11-23', false],
    ['after', 'today', '2026-11-24', true],
    ['before', 'today+7', '2026-11-29', true],
    ['before', 'today+7', '2026-11-30', false],
    ['after', 'today-30', '2026-10-24', false],
    ['after', 'today-30', '2026-10-25', true],
    ['after', '2026-03-31', '2026-04-01', true],
    ['within', '7', '2026-11-22', false],
    ['within', '7', '2026-11-23', true],
    ['within', '7', '2026-11-29', true],
    ['within', '7', '2026-11-30', false],
    ['within', '1', '2026-11-23', true],
    ['within', '1', '2026-11-24', false],
  ] as const)('%s %s: %s is %s', (kind, bound, day, expected) => {
    expect(holds(kind, [bound], day)).toBe(expected);
  });

  it('what is no day is neither before nor after', () => {
    expect(holds('before', ['today'], 'soon')).toBe(false);
    expect(holds('after', ['nonsense'], '2026-11-24')).toBe(false);
    expect(holds('before', ['today'], null)).toBe(false);
  });
});

it('all conditions must hold', () => {
  const test = conditionsTest<Record<string, FieldValue>>(
    [
      { field: 'a', kind: 'is', values: ['x'] },
      { field: 'b', kind: 'isFilled', values: [] },
    ],
    today,
    (record, field) => record[field] ?? null,
  );
  expect(test({ a: 'x', b: 1 })).toBe(true);
  expect(test({ a: 'x', b: null })).toBe(false);
  expect(test({ a: 'y', b: 1 })).toBe(false);
});

it.each([
  [{ field: 'dbQs', kind: 'atLeast', values: ['many'] }, 'number'],
  [{ field: 'dbQs', kind: 'atLeast', values: [] }, 'number'],
  [{ field: 'wakeOn', kind: 'before', values: ['tomorrow'] }, 'day'],
  [{ field: 'wakeOn', kind: 'within', values: ['0'] }, 'number of days'],
  [{ field: 'name', kind: 'is', values: [] }, 'at least one value'],
] as const)('%o: says what is wrong', (condition, word) => {
  const problem = conditionProblem({ ...condition, values: [...condition.values] });
  expect(problem && sayStrictly(problem)).toContain(word);
});

it.each([
  [{ field: 'dbQs', kind: 'atLeast', values: ['70'] }],
  [{ field: 'wakeOn', kind: 'after', values: ['today-7'] }],
  [{ field: 'wakeOn', kind: 'within', values: ['7'] }],
  [{ field: 'name', kind: 'isBlank', values: [] }],
] as const)('%o: nothing is wrong', (condition) => {
  expect(conditionProblem({ ...condition, values: [...condition.values] })).toBeUndefined();
});

describe('fields of an account', () => {
  const values = {
    name: 'Acme',
    employeesImported: { min: 50, max: 99 },
    otherDomains: ['a.com'],
    publicSector: false,
    triggers: [{ text: 'News' }],
    stints: [{ start: '2026-01-01' as IsoDate, end: '2026-02-01' as IsoDate }, { start: today }],
    custom: { tier: 'Gold' },
  };

  it.each([
    ['name', 'Acme'],
    ['employeesImported', 50],
    ['otherDomains', ['a.com']],
    ['publicSector', false],
    ['triggers', ['News']],
    ['stints', today],
    ['custom.tier', 'Gold'],
    ['custom.other', null],
    ['industry', null],
    ['nonsense', null],
  ] as const)('%s', (field, expected) => {
    expect(accountFieldValue(values, field)).toEqual(expected);
  });
});
