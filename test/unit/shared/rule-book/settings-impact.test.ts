import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../src/shared/accounts/account.ts';
import { settingsImpact } from '../../../../src/shared/rule-book/settings-impact.ts';
import { defaultRuleSettings, type RuleSettings } from '../../../../src/shared/rule-book/settings.ts';

const account = (id: string, part: Partial<Account> = {}): Account => ({
  id,
  name: id,
  employeesZoomInfo: 5000,
  ...part,
});
const impact = (book: readonly Account[], after: Partial<RuleSettings>, before: Partial<RuleSettings> = {}) =>
  settingsImpact(book, { ...defaultRuleSettings, ...before }, { ...defaultRuleSettings, ...after });
const nothing = { segments: [], motions: [], overLimits: [], overNamed: [] };

const working = (count: number, bdr = 'Ann', part: Partial<Account> = {}): Account[] =>
  Array.from({ length: count }, (_, at) =>
    account(`${bdr}${at}`, { bdrAssigned: bdr, status: 'Actively Working', ...part }),
  );

describe('what a change of settings would do to the book', () => {
  it('limit 100 to 90: 4 accounts over (AW-6)', () => {
    expect(impact(working(94), { limitLarge: 90 })).toEqual({
      ...nothing,
      overLimits: [{ bdr: 'Ann', segment: 'Large', used: 94, limit: 90, over: 4 }],
    });
    expect(impact(working(90), { limitLarge: 90 })).toEqual(nothing);
  });

  it('who is over already is told only when it gets worse', () => {
    expect(impact(working(94), { limitLarge: 92 }, { limitLarge: 90 })).toEqual(nothing);
    expect(impact(working(94), { limitLarge: 89 }, { limitLarge: 90 }).overLimits[0]?.over).toBe(5);
  });

  it('names of BDRs are compared as people write them, and nobody’s accounts do not count', () => {
    const book = [...working(1), ...working(1, ' ann'), ...working(3, '')];
    expect(impact(book, { limitLarge: 1 }).overLimits).toEqual([
      { bdr: 'Ann', segment: 'Large', used: 2, limit: 1, over: 1 },
    ]);
  });

  it('a limit for SMB where there was none', () => {
    expect(impact(working(3, 'Ann', { employeesZoomInfo: 5 }), { limitSmb: 1 }).overLimits[0]?.over).toBe(2);
    expect(impact(working(3, 'Ann', { employeesZoomInfo: 5 }), { limitSmb: null }, { limitSmb: 1 })).toEqual(
      nothing,
    );
  });

  it('another border changes segments, of whole hierarchies, and with them the limits (SEG-1, SEG-3)', () => {
    const book = [
      account('p', { employeesZoomInfo: 1600 }),
      account('c', { parentId: 'p', employeesZoomInfo: 20 }),
    ];
    expect(impact(book, { largeFrom: 1600 }).segments).toEqual([
      { id: 'p', from: 'Mid-Market', to: 'Large' },
      { id: 'c', from: 'Mid-Market', to: 'Large' },
    ]);
    const full = impact(working(3, 'Ann', { employeesZoomInfo: 1600 }), { largeFrom: 1600, limitLarge: 2 });
    expect(full.overLimits).toEqual([{ bdr: 'Ann', segment: 'Large', used: 3, limit: 2, over: 1 }]);
  });

  it('another order of sources (SEG-2)', () => {
    const book = [account('a', { employeesZoomInfo: 50, employeesDataFox: 500 })];
    expect(impact(book, { employeeSourceOrder: 'dataFoxFirst' }).segments).toEqual([
      { id: 'a', from: 'SMB', to: 'Mid-Market' },
    ]);
  });

  it('SEG-4: a confirmed segment stays until review, unless changes hold at once', () => {
    const book = [account('a', { employeesZoomInfo: 5000, segmentConfirmed: 'Mid-Market' })];
    expect(impact(book, { largeFrom: 3000 })).toEqual(nothing);
    expect(impact(book, { segmentChange: 'atOnce' }).segments).toEqual([
      { id: 'a', from: 'Mid-Market', to: 'Large' },
    ]);
  });

  it('another CARR turns Land and Expand (SEG-5)', () => {
    const book = [account('a', { type: 'customer', totalCarr: 48 })];
    expect(impact(book, { expandFromCarr: 48.01 }).motions).toEqual([
      { id: 'a', from: 'Expand', to: 'Land' },
    ]);
  });

  it('fewer named accounts (TER-4)', () => {
    const book = ['a', 'b', 'c'].map((id) => account(id, { named: true, namedOwner: 'Dana' }));
    expect(impact(book, { namedLimit: 2 }).overNamed).toEqual([{ owner: 'Dana', held: 3, limit: 2 }]);
    expect(impact(book, { namedLimit: 3 })).toEqual(nothing);
  });

  it('a change of something else changes none of this', () => {
    expect(impact(working(3), { researchDays: 3 })).toEqual(nothing);
  });
});
