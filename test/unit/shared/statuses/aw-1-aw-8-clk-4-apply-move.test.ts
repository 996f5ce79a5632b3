import { describe, expect, it } from 'vitest';
import { accountValues, type AccountValues, type Status } from '../../../../src/shared/accounts/account.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { applyMove, type Move } from '../../../../src/shared/statuses/apply-move.ts';

const today = '2026-11-21' as IsoDate;
const moved = (values: Partial<AccountValues>, to: Status, part: Partial<Move> = {}): AccountValues =>
  applyMove(
    { name: 'Acme', ...values },
    { to, today, actor: 'Ann', bdr: 'Ann', fiscalYearFirstMonth: 2, ...part },
  );
const nominated = { nominatedBy: 'Dana', nominatedOn: today };
const restriction = { details: { reason: 'Renewal talks', askedBy: 'Dana' } };

describe('a move sets the status', () => {
  it('blank is stored as absent', () => {
    const values = moved({ status: 'Queued' }, '');
    expect('status' in values).toBe(false);
    expect(accountValues.parse(values)).toEqual({ name: 'Acme' });
  });

  it('to where it is, it changes nothing', () => {
    const values: AccountValues = { name: 'Acme', status: 'Queued', ...nominated };
    expect(
      applyMove(values, { to: 'Queued', today, actor: 'Ann', bdr: 'Ann', fiscalYearFirstMonth: 2 }),
    ).toBe(values);
  });

  it('leaves the given values as they were', () => {
    const stints = [{ start: '2026-11-01' as IsoDate }];
    const values: AccountValues = { name: 'Acme', status: 'Actively Working', stints };
    applyMove(values, { to: 'Worked in FY', today, actor: 'Ann', bdr: 'Ann', fiscalYearFirstMonth: 2 });
    expect(values).toEqual({ name: 'Acme', status: 'Actively Working', stints: [{ start: '2026-11-01' }] });
  });
});

describe('AW-1', () => {
  it('entering Actively Working assigns an unassigned account', () => {
    expect(moved({}, 'Actively Working', { bdr: ' Ann Lee ' }).bdrAssigned).toBe('Ann Lee');
    expect(moved({ bdrAssigned: 'ann' }, 'Actively Working').bdrAssigned).toBe('ann');
    expect(moved({}, 'Queued').bdrAssigned).toBeUndefined();
  });

  it.each<[Status, Status, boolean]>([
    ['', 'Queued', true],
    ['', 'Actively Working', true],
    ['Restricted', 'Queued', true],
    ['Queued', '', false],
    ['', 'Restricted', false],
    ['Actively Working', 'Worked in FY', false],
  ])('from "%s" to "%s" accepts a nomination: %s', (from, to, accepts) => {
    const values = moved({ ...(from !== '' && { status: from }), ...nominated }, to, restriction);
    expect('nominatedBy' in values || 'nominatedOn' in values).toBe(!accepts);
  });
});

describe('CLK-4: Worked in FY records the fiscal year, named for the year in which it ends', () => {
  it.each([
    ['2026-01-31', 2, 2026],
    ['2026-02-01', 2, 2027],
    ['2027-01-31', 2, 2027],
    ['2028-02-29', 2, 2029],
    ['2026-12-31', 1, 2026],
    ['2027-01-01', 1, 2027],
    ['2026-06-30', 7, 2026],
    ['2026-07-01', 7, 2027],
    ['2026-11-30', 12, 2026],
    ['2026-12-01', 12, 2027],
  ])('%s with first month %i: %i', (date, fiscalYearFirstMonth, year) => {
    const values = moved({ status: 'Actively Working' }, 'Worked in FY', {
      today: date as IsoDate,
      fiscalYearFirstMonth,
    });
    expect(values.fiscalYearsWorked).toEqual([year]);
  });

  it('each year once, in order', () => {
    expect(
      moved({ status: 'Actively Working', fiscalYearsWorked: [2027] }, 'Worked in FY').fiscalYearsWorked,
    ).toEqual([2027]);
    expect(
      moved({ status: 'Actively Working', fiscalYearsWorked: [2028, 2025] }, 'Worked in FY')
        .fiscalYearsWorked,
    ).toEqual([2025, 2027, 2028]);
  });
});

describe('AW-8: restriction', () => {
  const line = 'Restricted 2026-11-21: Renewal talks (asked by Dana)';

  it('keeps reason and asker, and notes them in Account Research', () => {
    expect(moved({}, 'Restricted', restriction)).toEqual({
      name: 'Acme',
      status: 'Restricted',
      restrictionReason: 'Renewal talks',
      restrictionAskedBy: 'Dana',
      accountResearch: line,
    });
  });

  it.each([
    ['on a line of its own after what stands there', 'ICP\nHigh LAM: 300', `ICP\nHigh LAM: 300\n\n${line}`],
    ['with the line ends that are in use', 'a\r\nb\r\n', `a\r\nb\r\n\r\n${line}`],
    [
      'below an earlier restriction',
      'Restricted 2025-01-01: x (asked by y)',
      `Restricted 2025-01-01: x (asked by y)\n${line}`,
    ],
    ['in place of nothing but blanks', ' \n', line],
  ])('the line comes %s', (_where, before, after) => {
    expect(moved({ accountResearch: before }, 'Restricted', restriction).accountResearch).toBe(after);
  });

  it('a reason over several lines stays one line', () => {
    const details = { reason: ' Legal\n dispute ', askedBy: ' Dana  Wells ' };
    const values = moved({}, 'Restricted', { details });
    expect(values.accountResearch).toBe('Restricted 2026-11-21: Legal dispute (asked by Dana Wells)');
    expect(values.restrictionReason).toBe('Legal\n dispute');
  });

  it('closes an open stint with the reason', () => {
    const values = moved(
      { status: 'Actively Working', stints: [{ start: '2026-11-01' as IsoDate }] },
      'Restricted',
      restriction,
    );
    expect(values.stints).toEqual([{ start: '2026-11-01', end: today, reason: 'Renewal talks' }]);
  });

  it('leaving clears reason and asker; the line stays', () => {
    const values = moved(moved({}, 'Restricted', restriction), 'Queued');
    expect(values).toEqual({ name: 'Acme', status: 'Queued', accountResearch: line });
  });

  it('a restriction without reason or asker is a broken promise of the caller', () => {
    expect(() => moved({}, 'Restricted')).toThrow('AW-8');
    expect(() => moved({}, 'Restricted', { details: { reason: 'x', askedBy: ' ' } })).toThrow('AW-8');
  });
});
