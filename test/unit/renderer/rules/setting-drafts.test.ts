import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { say } from '../../../../src/shared/rule-book/messages.ts';
import { changeSettings, type SettingsHistory } from '../../../../src/shared/rule-book/settings-history.ts';
import { defaultRuleSettings, type RuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import {
  draftText,
  historyDays,
  plannedFor,
  readDrafts,
} from '../../../../src/renderer/screens/rules/setting-drafts.ts';

const today = '2026-03-16' as IsoDate;
const later = '2026-04-01' as IsoDate;

function changed(history: SettingsHistory, values: Partial<RuleSettings>, from: IsoDate): SettingsHistory {
  const next = changeSettings(history, { values, from, today });
  if (!next.ok) throw new Error(say(next.error));
  return next.value;
}

describe('what fields of settings ask for', () => {
  it.each([
    ['90', 90],
    [' 1,500 ', 1500],
    ['100000', 100_000],
  ])('%j is a number', (text, limitLarge) => {
    const read = readDrafts({ limitLarge: text }, [], { from: today, today });
    expect(read).toEqual({ values: { limitLarge }, keys: ['limitLarge'], problem: null });
  });

  it.each(['0', '-3', '2.5', 'many', '', '100001'])('%j is none that AW-6 takes', (text) => {
    const { problem } = readDrafts({ limitLarge: text }, [], { from: today, today });
    expect(problem && say(problem)).toMatch(/^Large limit: .*from 1 to 100,000/);
  });

  it('leaves out what is as it was, and takes nothing as no limit only where that may be', () => {
    expect(readDrafts({ limitLarge: '100' }, [], { from: today, today }).keys).toEqual([]);
    const history = changed([], { limitSmb: 40 }, today);
    expect(readDrafts({ limitSmb: '' }, history, { from: today, today })).toEqual({
      values: { limitSmb: null },
      keys: ['limitSmb'],
      problem: null,
    });
  });

  it('takes fractions and choices where the setting has them', () => {
    const drafts = { expandFromCarr: '48.5', returnDue: 'atWeeklyReview' };
    expect(readDrafts(drafts, [], { from: today, today }).values).toEqual({
      expandFromCarr: 48.5,
      returnDue: 'atWeeklyReview',
    });
  });

  it('two of them that contradict each other only together are fine each alone', () => {
    const alone = readDrafts({ midMarketFrom: '2500' }, [], { from: today, today });
    expect(alone.problem && say(alone.problem)).toContain('Let Large begin above Mid-Market');
    const both = readDrafts({ midMarketFrom: '2500', largeFrom: '5000' }, [], { from: today, today });
    expect(both.problem).toBeNull();
  });

  it('sees a contradiction with what is planned for a later day, and refuses a day in the past', () => {
    const planned = changed([], { largeFrom: 500 }, later);
    const { problem } = readDrafts({ midMarketFrom: '600' }, planned, { from: today, today });
    expect(problem && say(problem)).toContain('600 employees and Large at 500');
    const yesterday = '2026-03-15' as IsoDate;
    const past = readDrafts({ limitLarge: '90' }, [], { from: yesterday, today }).problem;
    expect(past && say(past)).toContain('Past weeks stay as they were');
  });

  it('writes a value as its field has it, and reads it back as unchanged', () => {
    for (const [key, value] of Object.entries(defaultRuleSettings)) {
      expect(readDrafts({ [key]: draftText(value) }, [], { from: today, today }).keys, key).toEqual([]);
    }
  });
});

describe('the history by day', () => {
  const history = changed(changed([], { limitLarge: 90 }, today), { limitLarge: 80, namedLimit: 25 }, later);

  it('tells what each day changed, the latest first', () => {
    expect(historyDays(history, defaultRuleSettings)).toEqual([
      {
        from: later,
        changes: [
          { key: 'namedLimit', from: 30, to: 25 },
          { key: 'limitLarge', from: 90, to: 80 },
        ],
      },
      { from: today, changes: [{ key: 'limitLarge', from: 100, to: 90 }] },
    ]);
    expect(historyDays([], defaultRuleSettings)).toEqual([]);
  });

  it('knows what is planned for a setting after a day, not what holds on it', () => {
    expect(plannedFor('limitLarge', history, today)).toEqual({ from: later, value: 80 });
    expect(plannedFor('limitLarge', history, later)).toBeUndefined();
    expect(plannedFor('limitMidMarket', history, today)).toBeUndefined();
  });

  it('calling a planned day off brings back what held before it', () => {
    const [planned] = historyDays(history, defaultRuleSettings);
    const values = Object.fromEntries((planned?.changes ?? []).map(({ key, from }) => [key, from] as const));
    expect(changed(history, values as Partial<RuleSettings>, later)).toEqual(
      changed([], { limitLarge: 90 }, today),
    );
  });
});
