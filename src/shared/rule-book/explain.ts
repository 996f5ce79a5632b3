import { weekdays } from '../calendar.ts';
import { once } from '../once.ts';
import type { Rule } from './rule.ts';
import {
  defaultRuleSettings,
  settingDefinitions,
  type RuleSettings,
  type SettingDefinition,
  type SettingKey,
} from './settings.ts';
import { settingText } from './setting-text.ts';
import { fillTemplate } from './template.ts';

/** The explanation of a rule as it holds under settings. */
export const explain = (rule: Rule, settings: RuleSettings = defaultRuleSettings): string =>
  fillTemplate(rule.explanation, spokenSettings(settings), rule.id);

/** The settings whose values the explanation of a rule speaks. */
export function settingsSpokenBy({ explanation }: Rule): readonly SettingKey[] {
  const names = [...explanation.matchAll(/\{(\w+)/g)].map(([, name = '']) => name);
  const keys = names.flatMap((name) => (isSetting(name) ? [name] : (spokenFrom[name] ?? [])));
  return [...new Set(keys)];
}

const isSetting = (name: string): name is SettingKey => Object.hasOwn(settingDefinitions, name);

/** What is said beside the settings themselves, by the settings that it follows from. */
const spokenFrom: Readonly<Record<string, readonly SettingKey[]>> = {
  smbTo: ['midMarketFrom'],
  midMarketTo: ['largeFrom'],
  boughtCounts: ['employeeSourceOrder'],
  mixPriority3: ['mixPriority1', 'mixPriority2'],
  weekLastDay: ['weekFirstDay'],
};

const monthNames = once(() => new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }));
const monthName = (month: number): string => monthNames().format(Date.UTC(2001, month - 1, 1));

function spokenSettings(settings: RuleSettings): Readonly<Record<string, string | number>> {
  const keys = Object.keys(settingDefinitions) as SettingKey[];
  const values = keys.map((key): readonly [string, string | number] => {
    const definition: SettingDefinition = settingDefinitions[key];
    const value = settings[key];
    return [key, definition.type === 'number' && typeof value === 'number' ? value : settingText(key, value)];
  });
  const { midMarketFrom, largeFrom, mixPriority1, mixPriority2, weekFirstDay } = settings;
  const first = weekdays.indexOf(weekFirstDay);
  return {
    ...Object.fromEntries(values),
    fiscalYearFirstMonth: monthName(settings.fiscalYearFirstMonth),
    smbTo: midMarketFrom - 1,
    midMarketTo: largeFrom - 1,
    boughtCounts:
      settings.employeeSourceOrder === 'zoomInfoFirst' ? 'ZoomInfo, DataFox' : 'DataFox, ZoomInfo',
    segmentChange: settings.segmentChange === 'atReview' ? 'waits for review as well' : 'holds at once',
    returnDue:
      settings.returnDue === 'byHand'
        ? 'The move is one click, never silent.'
        : 'At the weekly review they move in one change, which names them and can be undone.',
    mixPriority3: 100 - mixPriority1 - mixPriority2,
    weekLastDay: settingText('weekFirstDay', weekdays[(first + 6) % 7] ?? weekFirstDay),
  };
}
