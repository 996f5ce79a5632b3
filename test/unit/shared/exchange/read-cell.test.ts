import { describe, expect, it } from 'vitest';
import type { ColumnKey, ColumnMapping } from '../../../../src/shared/exchange/columns.ts';
import { decideDateOrder } from '../../../../src/shared/exchange/dates.ts';
import { decideNumberStyle } from '../../../../src/shared/exchange/numbers.ts';
import { CellProblem, cellReader } from '../../../../src/shared/exchange/read-cell.ts';
import { guessRevenueScale, scaleOfHeader } from '../../../../src/shared/exchange/scale.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';

const read = (
  key: ColumnKey,
  cell: string,
  reading: Omit<ColumnMapping, 'target'> = {},
  zone = 'UTC',
): unknown => {
  const value = cellReader({ target: { kind: 'field', key }, ...reading }, zone)(cell);
  return value instanceof CellProblem ? { refused: sayStrictly(value.message) } : value;
};
const refused = (words: RegExp): unknown => ({ refused: expect.stringMatching(words) as unknown });

describe('cells of a list', () => {
  it.each([
    ['1,200', 1200],
    ['51-200', { min: 51, max: 200 }],
    ['50 to 99', { min: 50, max: 99 }],
    ['5,000+', { min: 5000 }],
    ['Over 10,000', { min: 10_001 }],
    ['> 500', { min: 501 }],
    ['Under 50', { min: 0, max: 49 }],
    ['0', 0],
    ['10000000', 10_000_000],
    ['-5', refused(/negative/)],
    ['10000001', refused(/more than 10,000,000/)],
    ['999999999999', refused(/more than/)],
    ['about a dozen', refused(/is no employee count/)],
    ['#REF!', refused(/is no employee count/)],
    ['1.2.3', refused(/is no employee count/)],
    ['0x40', refused(/is no employee count/)],
  ])('reads %j as a head count', (cell, value) => {
    expect(read('employeesImported', cell)).toEqual(value);
  });

  it.each(['', '  ', 'NOT AVAILABLE', 'n/a', 'N/A', '-', 'none', 'NULL', '#N/A'])(
    'takes %j for blank',
    (cell) => {
      expect(read('industry', cell)).toBeUndefined();
      expect(read('employeesImported', cell)).toBeUndefined();
    },
  );

  it.each<[ColumnKey, string, unknown]>([
    ['devOps', 'Adopted', 'adopted'],
    ['devOps', 'not-found', 'not found'],
    ['devOps', 'maybe', refused(/DevOps Adoption/)],
    ['segmentConfirmed', 'mid market', 'Mid-Market'],
    ['restReason', 'Get back to me', 'get back to me'],
    [
      'clockPauses',
      '2026-01-05 to 2026-01-12 | Leave',
      [{ from: '2026-01-05', until: '2026-01-12', reason: 'Leave' }],
    ],
    ['clockPauses', 'last week', refused(/Paused Clocks/)],
  ])('reads a choice or list of the planning fields: %s %j', (key, cell, value) => {
    expect(read(key, cell)).toEqual(value);
  });

  it('does not take Namibia, nor a company called None, for blank', () => {
    expect(read('billingCountry', 'NA')).toBe('NA');
    expect(read('name', 'None')).toBe('None');
    expect(read('name', '   ')).toBeUndefined();
  });

  it.each([
    ['2026-03-04', 'mdy', '2026-03-04'],
    ['2026-03-04T23:30:00', 'mdy', '2026-03-04'],
    ['3/4/2026', 'mdy', '2026-03-04'],
    ['3/4/2026', 'dmy', '2026-04-03'],
    ['4/14/20', 'mdy', '2020-04-14'],
    ['1/12/2026, 3:04 PM', 'mdy', '2026-01-12'],
    ['04.03.2026', 'mdy', '2026-03-04'],
    ['12-Mar-2026', 'mdy', '2026-03-12'],
    ['March 12, 2026', 'mdy', '2026-03-12'],
    ['2024-02-29', 'mdy', '2024-02-29'],
    ['2026-02-29', 'mdy', refused(/no date/)],
    ['13/13/2026', 'mdy', refused(/no date/)],
    ['14/3/2026', 'mdy', refused(/no date/)],
    ['1899-12-31', 'mdy', refused(/1900/)],
    ['2101-01-01', 'mdy', refused(/2100/)],
    ['soon', 'mdy', refused(/no date/)],
  ] as const)('reads the date %j (%s)', (cell, dateOrder, value) => {
    expect(read('bdrNextStepDate', cell, { dateOrder })).toEqual(value);
  });

  it("turns a timestamp into the date of the workspace's zone (CLK-1)", () => {
    expect(read('renewalDate', '2026-03-04T23:30:00Z', {}, 'Europe/Berlin')).toBe('2026-03-05');
    expect(read('renewalDate', '2026-03-04T23:30:00Z', {}, 'America/New_York')).toBe('2026-03-04');
  });

  it.each([
    [['3/4/2026', '5/6/2026'], { order: 'mdy', ambiguous: true }],
    [['3/4/2026', '14/6/2026'], { order: 'dmy', ambiguous: false }],
    [['3/4/2026', '6/14/2026'], { order: 'mdy', ambiguous: false }],
    [['3/3/2026'], { order: 'mdy', ambiguous: false }],
    [['2026-01-02', ''], { order: 'mdy', ambiguous: false }],
  ])('decides day or month first for %j', (cells, column) => {
    expect(decideDateOrder(cells)).toEqual(column);
  });

  it.each([
    ['1,234.5', 'point', 1234.5],
    ['1.234,5', 'comma', 1234.5],
    ['$1.2M', 'point', 1_200_000],
    ['(500)', 'point', -500],
    ['-5', 'point', -5],
    ['1e3', 'point', 1000],
    ['USD 5', 'point', 5],
    ['12 or so', 'point', refused(/is no number/)],
    ['1,23', 'point', refused(/is no number/)],
  ] as const)('reads the number %j (%s)', (cell, numberStyle, value) => {
    expect(read('revenue', cell, { numberStyle })).toEqual(value);
  });

  it('reads thousands and millions by the header and by revenue per head', () => {
    expect(scaleOfHeader('Revenue (in 000s USD)')).toBe(1000);
    expect(scaleOfHeader('Revenue (USD millions)')).toBe(1_000_000);
    expect(scaleOfHeader('Revenue (in USD)')).toBeUndefined();
    expect(read('revenue', '58734', { scale: 1000 })).toBe(58_734_000);
    const heads = ['274000', '31400', '52000', '7500', '1000', '900'];
    const millions = ['58734', '12399', '9642', '5886', '200', '180'];
    expect(guessRevenueScale(millions, heads)).toBe(1_000_000);
    expect(
      guessRevenueScale(
        millions.map((cell) => `${cell}000`),
        heads,
      ),
    ).toBe(1000);
    expect(
      guessRevenueScale(
        millions.map((cell) => `${cell}000000`),
        heads,
      ),
    ).toBe(1);
  });

  it('wants a proof for the decimal comma', () => {
    expect(decideNumberStyle(['1.234,50', '12'])).toBe('comma');
    expect(decideNumberStyle(['1,234', '5,678'])).toBe('point');
    expect(decideNumberStyle(['1.5', '2,25'])).toBe('point');
  });

  it.each([
    ['status', 'actively working', 'Actively Working'],
    ['status', 'Worked in FY26', 'Worked in FY'],
    ['status', 'queued', 'Queued'],
    ['status', 'Someday', refused(/not one of the values of BDR Prospecting Status/)],
    ['type', 'Customer - Direct', 'customer'],
    ['type', 'Competitor', refused(/not one of the values of Type/)],
    ['intent', 'HIGH', 'high'],
    ['priority', 'Priority 1', 1],
    ['priority', 'P2', 2],
    ['priority', '3.0', 3],
    ['priority', '4', refused(/Write 1, 2 or 3/)],
    ['publicSector', 'x', true],
    ['publicSector', 'Nein', false],
    ['publicSector', 'perhaps', refused(/neither yes nor no/)],
    ['ceUsers', '12', 12],
    ['ceUsers', '-1', refused(/no whole number/)],
    ['ceUsers', '1.5', refused(/no whole number/)],
    ['otherDomains', 'a.example, b.example', ['a.example', 'b.example']],
    ['fiscalYearsWorked', 'FY25; 2026', [2025, 2026]],
    ['fiscalYearsWorked', 'long ago', refused(/could not be read as Fiscal Years Worked/)],
    ['phone', '+49 030 0012', '+49 030 0012'],
    ['billingPostalCode', '03885', '03885'],
    ['billingPostalCode', '="03885"', '03885'],
    ['crmId', '000123456789012345', '000123456789012345'],
    ['accountResearch', "'=cmd", '=cmd'],
    ['accountResearch', " '=cmd", "'=cmd"],
    ['accountResearch', '<b>bold</b>', '<b>bold</b>'],
  ] as const)('reads %s from %j', (key, cell, value) => {
    expect(read(key, cell)).toEqual(value);
  });
});
