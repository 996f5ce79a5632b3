import { describe, expect, it } from 'vitest';
import { checkSettings } from '../../../../src/shared/rule-book/check-settings.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import {
  defaultRuleSettings,
  ruleSettings,
  settingDefinitions,
  settingKeys,
  type RuleSettings,
  type SettingDefinition,
  type SettingKey,
} from '../../../../src/shared/rule-book/settings.ts';

const definitionOf = (key: SettingKey): SettingDefinition => settingDefinitions[key];
const numbers = settingKeys.filter((key) => definitionOf(key).type !== 'choice');

const accepts = (key: SettingKey, value: unknown): boolean =>
  ruleSettings.safeParse({ ...defaultRuleSettings, [key]: value }).success;

describe('the defaults are the numbers of the domain', () => {
  it.each<[SettingKey, RuleSettings[SettingKey], string]>([
    ['recentDays', 30, 'CLK-2'],
    ['fiscalYearFirstMonth', 2, 'CLK-4'],
    ['midMarketFrom', 100, 'SEG-1'],
    ['largeFrom', 2000, 'SEG-1'],
    ['employeeSourceOrder', 'zoomInfoFirst', 'SEG-2'],
    ['segmentChange', 'atReview', 'SEG-4'],
    ['expandFromCarr', 48, 'SEG-5'],
    ['namedLimit', 30, 'TER-4'],
    ['governmentShare', 75, 'TER-6'],
    ['heldOpportunityDays', 180, 'TER-10'],
    ['extensionAskDays', 120, 'TER-10'],
    ['extensionCloseDays', 90, 'TER-10'],
    ['limitMidMarket', 150, 'AW-6'],
    ['limitLarge', 100, 'AW-6'],
    ['limitSmb', null, 'AW-6'],
    ['researchDays', 10, 'AW-9'],
    ['sequencingDays', 15, 'AW-10'],
    ['peopleToSequence', 5, 'AW-10'],
    ['returnWarningDays', 3, 'AW-11'],
    ['returnDue', 'byHand', 'AW-11'],
    ['inactiveDays', 30, 'AW-12'],
    ['highDbQsOver', 70, 'PR-1'],
    ['itTeddFrom', 250, 'PR-2'],
    ['strongScoreFrom', 60, 'PR-4'],
    ['weakScoreUnder', 30, 'PR-4'],
    ['recentTriggerDays', 90, 'PR-4'],
    ['mixPriority1', 15, 'PR-5'],
    ['mixPriority2', 35, 'PR-5'],
    ['renewPriority2Days', 14, 'PR-6'],
    ['renewPriority3Days', 31, 'PR-6'],
    ['weekFirstDay', 'monday', 'WK-1'],
    ['restrictedAnswerHours', 48, 'ROE-3'],
  ])('%s is %s (%s)', (key, value) => {
    expect(defaultRuleSettings[key]).toBe(value);
  });

  it('says so of every one', () => {
    expect(checkSettings(defaultRuleSettings)).toBeUndefined();
    expect(Object.keys(defaultRuleSettings)).toEqual(settingKeys);
  });
});

describe('the bounds of a number', () => {
  it.each(numbers)('%s takes its least and its most, and nothing beyond', (key) => {
    const definition = definitionOf(key);
    if (definition.type === 'choice') throw new Error('a choice has no bounds');
    const { min, max } = definition;
    expect([min - 1, min, max, max + 1].map((value) => accepts(key, value))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('only money takes fractions, and only what has no limit takes none', () => {
    expect(numbers.filter((key) => accepts(key, 50.5))).toEqual(['expandFromCarr']);
    expect(numbers.filter((key) => accepts(key, null))).toEqual(['limitSmb']);
  });

  it('a choice takes its own words only', () => {
    expect(accepts('employeeSourceOrder', 'dataFoxFirst')).toBe(true);
    expect(accepts('employeeSourceOrder', 'linkedInFirst')).toBe(false);
  });
});

describe('stored settings', () => {
  it('of an earlier version get the defaults of what came since', () => {
    expect(ruleSettings.parse({ limitLarge: 90 })).toEqual({ ...defaultRuleSettings, limitLarge: 90 });
  });
});

describe('what is wrong with settings is said with the way to mend it', () => {
  it.each<[Partial<Record<SettingKey, unknown>>, string]>([
    [
      { limitLarge: 0 },
      'Large limit: 0 is outside what the rule can take. Write a number from 1 to 100,000.',
    ],
    [{ limitLarge: 1.5 }, 'Large limit: 1.5 is not a whole number. Write one from 1 to 100,000.'],
    [{ limitLarge: Number.NaN }, 'Large limit: this is no number. Write one from 1 to 100,000.'],
    [
      { segmentChange: 'never' },
      'A segment change that new data brings: “never” is none of its choices. Choose one of ' +
        '“Waits until it is confirmed at review”, “Holds at once”.',
    ],
    [
      { midMarketFrom: 2000 },
      'SEG-1: Mid-Market would begin at 2,000 employees and Large at 2,000. Let Large begin above Mid-Market.',
    ],
    [
      { mixPriority1: 70 },
      'PR-5: Priority 1 and 2 would be 105 % together. Lower one of them to 100 % or less in all.',
    ],
    [
      { extensionAskDays: 181 },
      '“An extension can be asked until day” (181) would lie above “Open opportunities stay with their owner for” ' +
        '(180). Lower the one or raise the other.',
    ],
  ])('%j', (values, words) => {
    const problem = checkSettings({ ...defaultRuleSettings, ...values } as RuleSettings);
    expect(problem && sayStrictly(problem)).toBe(words);
  });

  it.each<Partial<RuleSettings>>([
    { midMarketFrom: 1999 },
    { mixPriority1: 65 },
    { extensionAskDays: 180 },
    { weakScoreUnder: 60 },
    { limitSmb: null },
    { expandFromCarr: 47.99 },
  ])('nothing is wrong with %j', (values) => {
    expect(checkSettings({ ...defaultRuleSettings, ...values })).toBeUndefined();
  });
});
