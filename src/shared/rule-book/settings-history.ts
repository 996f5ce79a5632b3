import { z } from 'zod';
import type { IsoDate } from '../clock.ts';
import type { Label } from '../history/change-set.ts';
import { err, ok, type Result } from '../result.ts';
import { checkSettings } from './check-settings.ts';
import { label } from './messages.ts';
import {
  defaultRuleSettings,
  ruleSettings,
  settingKeys,
  type RuleSettings,
  type SettingKey,
} from './settings.ts';

/** The settings that hold from a day on, until the next version. */
export interface SettingsVersion {
  readonly from: IsoDate;
  readonly values: RuleSettings;
}

/** Versions in the order of their days, each day once. Before the first one the defaults hold. */
export type SettingsHistory = readonly SettingsVersion[];

const version = z.object({
  from: z.iso.date().transform((text) => text as IsoDate),
  values: ruleSettings,
});

/** Parses a stored history; refuses one whose days are not in order. */
export const settingsHistory = z
  .array(version)
  .refine((versions) => versions.every(({ from }, at) => at === 0 || from > (versions[at - 1]?.from ?? '')), {
    message: 'the versions are not in the order of their days',
  });

/** The settings in force on a day: a past week is judged by the rules that held then. */
export const settingsOn = (history: SettingsHistory, date: IsoDate): RuleSettings =>
  versionOn(history, date)?.values ?? defaultRuleSettings;

/** The version in force on a day, for receipts; `undefined` = the defaults, since ever. */
export const versionOn = (history: SettingsHistory, date: IsoDate): SettingsVersion | undefined =>
  history.findLast(({ from }) => from <= date);

export interface SettingChange {
  readonly values: Partial<RuleSettings>;
  /** First day on which the new values hold. */
  readonly from: IsoDate;
  readonly today: IsoDate;
}

/**
 * The history after a change. Versions planned for later days take the new value too, unless they bring
 * one of their own. A version that says the same as the one before it goes.
 * @returns a message that says where and how to mend it, when a value is out of bounds, values contradict
 *   each other on some day, or the change would reach into the past
 */
export function changeSettings(
  history: SettingsHistory,
  { values, from, today }: SettingChange,
): Result<SettingsHistory, Label> {
  if (from < today) return err(label('settings.from-past', { from, today }));
  const before = settingsOn(history, from);
  const changed: SettingsVersion = { from, values: { ...before, ...values } };
  const later = carriedOver(
    history.filter((at) => at.from > from),
    before,
    values,
  );
  for (const { values: onThatDay } of [changed, ...later]) {
    const problem = checkSettings(onThatDay);
    if (problem) return err(problem);
  }
  return ok(withoutRepeats([...history.filter((at) => at.from < from), changed, ...later]));
}

/** Gives settings their defaults again, from a day on. */
export const resetSettings = (
  history: SettingsHistory,
  keys: readonly SettingKey[],
  when: Omit<SettingChange, 'values'>,
): Result<SettingsHistory, Label> =>
  changeSettings(history, {
    ...when,
    values: Object.fromEntries(keys.map((key) => [key, defaultRuleSettings[key]])),
  });

/** Later versions hold whole sets: what they only repeated from before is theirs no more. */
function carriedOver(
  later: SettingsHistory,
  before: RuleSettings,
  values: Partial<RuleSettings>,
): SettingsHistory {
  const open = new Map(Object.entries(values));
  return later.map((at) => {
    for (const key of open.keys()) {
      if (at.values[key as SettingKey] !== before[key as SettingKey]) open.delete(key);
    }
    return { ...at, values: { ...at.values, ...Object.fromEntries(open) } };
  });
}

function withoutRepeats(history: SettingsHistory): SettingsHistory {
  const kept: SettingsVersion[] = [];
  for (const at of history) {
    if (changedKeys(kept.at(-1)?.values ?? defaultRuleSettings, at.values).length > 0) kept.push(at);
  }
  return kept;
}

/** The settings in which two versions differ, in the order of the rule table. */
export const changedKeys = (a: RuleSettings, b: RuleSettings): SettingKey[] =>
  settingKeys.filter((key) => a[key] !== b[key]);

/** A day before every day that a book knows. */
export const sinceEver = '0001-01-01' as IsoDate;

/**
 * The history of a workspace that has only known one set of limits so far: they held since ever.
 * @param settings as a workspace stored them until schema version 2
 */
export function historyOfWorkspace(
  settings: Pick<RuleSettings, 'limitMidMarket' | 'limitLarge' | 'fiscalYearFirstMonth'> & {
    readonly limitSmb?: number;
  },
): SettingsHistory {
  const { limitMidMarket, limitLarge, limitSmb = null, fiscalYearFirstMonth } = settings;
  return withoutRepeats([
    {
      from: sinceEver,
      values: { ...defaultRuleSettings, limitMidMarket, limitLarge, limitSmb, fiscalYearFirstMonth },
    },
  ]);
}
