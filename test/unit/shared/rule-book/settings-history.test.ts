import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, fixedClock, todayIn, type IsoDate } from '../../../../src/shared/clock.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import {
  changedKeys,
  changeSettings,
  historyOfWorkspace,
  resetSettings,
  settingsHistory,
  settingsOn,
  versionOn,
  type SettingsHistory,
} from '../../../../src/shared/rule-book/settings-history.ts';
import { defaultRuleSettings, type RuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import { runs } from '../../../builders/random.ts';

const day = (text: string): IsoDate => text as IsoDate;
const today = day('2026-11-21');

function changed(
  history: SettingsHistory,
  values: Partial<RuleSettings>,
  from: string = today,
): SettingsHistory {
  const result = changeSettings(history, { values, from: day(from), today });
  if (!result.ok) throw new Error(sayStrictly(result.error));
  return result.value;
}

const largeOn = (history: SettingsHistory, date: string): number => settingsOn(history, day(date)).limitLarge;

describe('settings hold from a day on', () => {
  it('past days stay judged by the rules that held then', () => {
    const history = changed([], { limitLarge: 90 });
    expect(largeOn(history, '2026-11-20')).toBe(100);
    expect(largeOn(history, '2026-11-21')).toBe(90);
    expect(largeOn(history, '2027-06-01')).toBe(90);
    expect(versionOn(history, day('2026-11-20'))).toBeUndefined();
    expect(versionOn(history, today)?.from).toBe(today);
  });

  it('before any change the defaults hold, however long ago', () => {
    expect(settingsOn([], day('1900-01-01'))).toEqual(defaultRuleSettings);
  });

  it('a week later the same is changed again, and both weeks keep their own', () => {
    const first = changed([], { limitLarge: 90 });
    const result = changeSettings(first, {
      values: { limitLarge: 80 },
      from: day('2026-11-28'),
      today: day('2026-11-28'),
    });
    if (!result.ok) throw new Error(sayStrictly(result.error));
    expect(
      ['2026-11-20', '2026-11-21', '2026-11-27', '2026-11-28'].map((at) => largeOn(result.value, at)),
    ).toEqual([100, 90, 90, 80]);
  });

  it.each([
    ['the last day of February in a leap year', '2028-02-28', '2028-02-29', '2028-03-01'],
    ['the turn of a month', '2026-11-29', '2026-11-30', '2026-12-01'],
    ['the night in which the clock goes forward', '2026-03-28', '2026-03-29', '2026-03-30'],
  ])('changes exactly at %s', (_sentence, before, on, after) => {
    const result = changeSettings([], { values: { limitLarge: 7 }, from: day(on), today: day(before) });
    if (!result.ok) throw new Error(sayStrictly(result.error));
    expect([before, on, after].map((at) => largeOn(result.value, at))).toEqual([100, 7, 7]);
  });

  it('the same moment is another day, and other rules, in Kiritimati and Honolulu', () => {
    const history = changed([], { limitLarge: 90 }, '2026-11-24');
    const lateInKiritimati = fixedClock('2026-11-24T09:59:00Z');
    expect(largeOn(history, todayIn(lateInKiritimati, 'Pacific/Kiritimati'))).toBe(90);
    expect(largeOn(history, todayIn(lateInKiritimati, 'Pacific/Honolulu'))).toBe(100);
    const lateInHonolulu = fixedClock('2026-11-24T09:59:00Z');
    expect(todayIn(lateInHonolulu, 'Pacific/Honolulu')).toBe('2026-11-23');
  });
});

describe('changing settings', () => {
  it('on one day changes that day’s version', () => {
    const history = changed(changed([], { limitLarge: 90 }), { limitMidMarket: 120 });
    expect(history).toHaveLength(1);
    expect(settingsOn(history, today)).toEqual({
      ...defaultRuleSettings,
      limitLarge: 90,
      limitMidMarket: 120,
    });
  });

  it('reaches through versions that are planned for later, unless they bring their own value', () => {
    const planned = changed(
      changed([], { limitLarge: 90 }, '2026-12-01'),
      { limitMidMarket: 120 },
      '2027-01-01',
    );
    const history = changed(planned, { limitLarge: 95, limitMidMarket: 140 });
    expect(['2026-11-21', '2026-12-01', '2027-01-01'].map((at) => largeOn(history, at))).toEqual([
      95, 90, 90,
    ]);
    expect(
      ['2026-11-21', '2026-12-01', '2027-01-01'].map((at) => settingsOn(history, day(at)).limitMidMarket),
    ).toEqual([140, 140, 120]);
  });

  it('never reaches into the past', () => {
    const result = changeSettings([], { values: { limitLarge: 90 }, from: addDays(today, -1), today });
    expect(result.ok ? '' : sayStrictly(result.error)).toBe(
      'From Nov 20, 2026 on would judge past weeks anew. Past weeks stay as they were: choose Nov 21, 2026 or later.',
    );
  });

  it('refuses what is out of bounds, and what contradicts a later version', () => {
    const over = changeSettings([], { values: { limitLarge: 100_001 }, from: today, today });
    expect(over.ok).toBe(false);
    const planned = changed([], { largeFrom: 500 }, '2027-01-01');
    const clash = changeSettings(planned, { values: { midMarketFrom: 600 }, from: today, today });
    expect(clash.ok ? '' : sayStrictly(clash.error)).toBe(
      'SEG-1: Mid-Market would begin at 600 employees and Large at 500. Let Large begin above Mid-Market.',
    );
  });

  it('back to the default leaves nothing behind', () => {
    const history = changed([], { limitLarge: 90, namedLimit: 20 });
    const one = resetSettings(history, ['limitLarge'], { from: today, today });
    expect(one.ok && changedKeys(defaultRuleSettings, settingsOn(one.value, today))).toEqual(['namedLimit']);
    const all = resetSettings(history, ['limitLarge', 'namedLimit'], { from: today, today });
    expect(all.ok && all.value).toEqual([]);
  });

  it('a reset later keeps the days between', () => {
    const history = changed([], { limitLarge: 90 });
    const reset = resetSettings(history, ['limitLarge'], { from: day('2026-12-01'), today });
    if (!reset.ok) throw new Error(sayStrictly(reset.error));
    expect(['2026-11-20', '2026-11-30', '2026-12-01'].map((at) => largeOn(reset.value, at))).toEqual([
      100, 90, 100,
    ]);
  });
});

describe('a stored history', () => {
  it('is read back as it was', () => {
    const history = changed(changed([], { limitLarge: 90 }), { limitSmb: 10 }, '2027-01-01');
    expect(settingsHistory.parse(JSON.parse(JSON.stringify(history)))).toEqual(history);
  });

  it('is refused when its days are not in order, or a value is out of bounds', () => {
    const values = defaultRuleSettings;
    expect(
      settingsHistory.safeParse([
        { from: '2026-01-02', values },
        { from: '2026-01-02', values },
      ]).success,
    ).toBe(false);
    expect(settingsHistory.safeParse([{ from: '2026-02-30', values }]).success).toBe(false);
    expect(settingsHistory.safeParse([{ from: '2026-01-02', values: { limitLarge: 0 } }]).success).toBe(
      false,
    );
  });

  it('takes over what a workspace has stored so far, for every day there was', () => {
    const taken = historyOfWorkspace({
      limitMidMarket: 150,
      limitLarge: 60,
      limitSmb: 5,
      fiscalYearFirstMonth: 7,
    });
    expect(changedKeys(defaultRuleSettings, settingsOn(taken, day('1990-01-01')))).toEqual([
      'fiscalYearFirstMonth',
      'limitLarge',
      'limitSmb',
    ]);
    expect(historyOfWorkspace({ limitMidMarket: 150, limitLarge: 100, fiscalYearFirstMonth: 2 })).toEqual([]);
  });
});

describe('any sequence of changes', () => {
  const change = fc.record({
    offset: fc.nat(20),
    key: fc.constantFrom('limitLarge', 'limitMidMarket', 'namedLimit'),
    value: fc.integer({ min: 1, max: 50 }),
  });

  it('gives each day the last change that was made for it or a day before', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        // The simple model: one set of values for each of 30 days; a change fills forward over equal values.
        const model = Array.from({ length: 30 }, (): RuleSettings => defaultRuleSettings);
        let history: SettingsHistory = [];
        for (const { offset, key, value } of changes) {
          history = changed(history, { [key]: value }, addDays(today, offset));
          const before = model[offset]?.[key];
          for (let at = offset; at < model.length; at += 1) {
            const settings = model[at];
            if (settings?.[key] !== before) break;
            model[at] = { ...defaultRuleSettings, ...settings, [key]: value };
          }
        }
        for (let at = -1; at < model.length; at += 1) {
          const expected = at < 0 ? defaultRuleSettings : model[at];
          expect(settingsOn(history, addDays(today, at))).toEqual(expected);
        }
        for (const [at, { from }] of history.entries()) {
          expect(at === 0 || daysBetween(history[at - 1]?.from ?? from, from) > 0).toBe(true);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
