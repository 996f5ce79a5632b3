import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EmployeeCount } from '../../../../src/shared/accounts/account.ts';
import { formatEmployees, mostEmployees, parseEmployees } from '../../../../src/shared/accounts/employees.ts';

describe('parseEmployees reads counts as lists write them', () => {
  it.each<[string, EmployeeCount]>([
    ['0', 0],
    ['1200', 1200],
    ['1,200', 1200],
    ['1.200', 1200],
    ['1,234,567', 1_234_567],
    ['1.234.567', 1_234_567],
    [' 1 200 ', 1200],
    ['1\u00a0200', 1200],
    ['1\u202f200', 1200],
    ["1'200", 1200],
    ['1’200', 1200],
    ['1200.0', 1200],
    ['1,200.00', 1200],
    ['10k', 10_000],
    ['1.5K', 1500],
    ['1m', 1_000_000],
    ['250 employees', 250],
    ['50-99', { min: 50, max: 99 }],
    ['50 – 99', { min: 50, max: 99 }],
    ['50 to 99', { min: 50, max: 99 }],
    ['1,000-1,999', { min: 1000, max: 1999 }],
    ['1 000 - 1 999', { min: 1000, max: 1999 }],
    ['1k-5k', { min: 1000, max: 5000 }],
    ['5,000+', { min: 5000 }],
    ['5,000 or more', { min: 5000 }],
    ['10k+ employees', { min: 10_000 }],
    ['10,000,000', mostEmployees],
  ])('%j', (text, count) => {
    expect(parseEmployees(text)).toEqual({ ok: true, value: count });
  });
});

describe('parseEmployees refuses what it would have to guess', () => {
  it.each([
    ['-5', 'employees.negative'],
    ['(5)', 'employees.negative'],
    ['−12', 'employees.negative'],
    ['-5-10', 'employees.negative'],
    ['5.5', 'employees.fractional'],
    ['1,200.5', 'employees.fractional'],
    ['1.2345k', 'employees.unreadable'],
    ['10,000,001', 'employees.absurd'],
    ['99999999999999999999', 'employees.absurd'],
    ['11m+', 'employees.absurd'],
    ['10-Nov', 'employees.unreadable'],
    ['Nov-10', 'employees.unreadable'],
    ['2025-11-10', 'employees.unreadable'],
    ['10/11/2025', 'employees.unreadable'],
    ['1,20', 'employees.unreadable'],
    ['12,34,567', 'employees.unreadable'],
    ['12,0000', 'employees.unreadable'],
    ['1,200.300', 'employees.fractional'],
    ['1-10k', 'employees.unreadable'],
    ['99-50', 'employees.backwards'],
    ['50-', 'employees.unreadable'],
    ['', 'employees.unreadable'],
    ['many', 'employees.unreadable'],
    ['1e5', 'employees.unreadable'],
    ['NaN', 'employees.unreadable'],
  ])('%j: %s', (text, id) => {
    const parsed = parseEmployees(text);
    expect(parsed.ok ? parsed.value : parsed.error.id).toBe(id);
  });

  it('quotes only the beginning of a huge cell', () => {
    const parsed = parseEmployees('x'.repeat(1_000_000));
    expect(parsed.ok ? '' : String(parsed.error.params?.['text'])).toHaveLength(61);
  });
});

describe('what formatEmployees writes', () => {
  it.each<[EmployeeCount, string]>([
    [1200, '1,200'],
    [{ min: 50, max: 99 }, '50-99'],
    [{ min: 5000 }, '5,000+'],
    [{ min: 1000, max: 1999 }, '1,000-1,999'],
  ])('%j: %s', (count, text) => {
    expect(formatEmployees(count)).toBe(text);
  });

  it('parseEmployees reads back as the same count', () => {
    const number = fc.nat(mostEmployees);
    const count: fc.Arbitrary<EmployeeCount> = fc.oneof(
      number,
      number.map((min) => ({ min })),
      fc.tuple(number, number).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
    );
    fc.assert(
      fc.property(count, (given) => {
        expect(parseEmployees(formatEmployees(given))).toEqual({ ok: true, value: given });
      }),
      { numRuns: 1000 },
    );
  });
});

it('parseEmployees never throws and never returns what the schema refuses', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9.,' +kmto-]{0,14}$/));
  fc.assert(
    fc.property(text, (given) => {
      const parsed = parseEmployees(given);
      if (!parsed.ok) return;
      const [min, max] =
        typeof parsed.value === 'number'
          ? [parsed.value, parsed.value]
          : [parsed.value.min, parsed.value.max ?? parsed.value.min];
      expect(Number.isInteger(min) && Number.isInteger(max)).toBe(true);
      expect(min).toBeGreaterThanOrEqual(0);
      expect(max).toBeGreaterThanOrEqual(min);
      expect(max).toBeLessThanOrEqual(mostEmployees);
    }),
    { numRuns: 2000 },
  );
});
