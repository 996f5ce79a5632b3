import type { IsoDate } from '../../../shared/clock.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import {
  changedKeys,
  changeSettings,
  settingsOn,
  type SettingsHistory,
} from '../../../shared/rule-book/settings-history.ts';
import {
  settingDefinitions,
  settingKeys,
  type RuleSettings,
  type SettingDefinition,
  type SettingKey,
} from '../../../shared/rule-book/settings.ts';

/** What stands in the fields of settings that somebody is changing. */
export type SettingDrafts = Readonly<Partial<Record<SettingKey, string>>>;

/** The value as its field has it. */
export const draftText = (value: RuleSettings[SettingKey]): string => (value === null ? '' : String(value));

/** What a field says; NaN where that is no number, which no rule takes. */
function readDraft(key: SettingKey, text: string): string | number | null {
  const definition: SettingDefinition = settingDefinitions[key];
  if (definition.type === 'choice') return text;
  const plain = text.replaceAll(/[\s,_]/g, '');
  if (plain === '') return definition.type === 'optionalNumber' ? null : Number.NaN;
  return Number(plain);
}

export interface ReadDrafts {
  /** What differs from the settings of the day from which it would hold. */
  readonly values: Partial<RuleSettings>;
  readonly keys: readonly SettingKey[];
  /** Why that cannot be, and how to mend it. */
  readonly problem: Label | null;
}

/** What drafts ask for, checked against bounds, each other, and what is planned for later days. */
export function readDrafts(
  drafts: SettingDrafts,
  history: SettingsHistory,
  when: { readonly from: IsoDate; readonly today: IsoDate },
): ReadDrafts {
  const before = settingsOn(history, when.from);
  const read = settingKeys.flatMap((key): [SettingKey, string | number | null][] => {
    const text = drafts[key];
    if (text === undefined) return [];
    const value = readDraft(key, text);
    return value === before[key] ? [] : [[key, value]];
  });
  // Not yet checked: `changeSettings` says which of them no rule can take.
  const values = Object.fromEntries(read) as Partial<RuleSettings>;
  const keys = read.map(([key]) => key);
  if (keys.length === 0) return { values, keys, problem: null };
  const changed = changeSettings(history, { values, ...when });
  return { values, keys, problem: changed.ok ? null : changed.error };
}

/** One day on which settings changed, or will. */
export interface HistoryDay {
  readonly from: IsoDate;
  readonly changes: readonly {
    readonly key: SettingKey;
    readonly from: RuleSettings[SettingKey];
    readonly to: RuleSettings[SettingKey];
  }[];
}

/** The history as what changed on each day, the latest first. */
export const historyDays = (history: SettingsHistory, defaults: RuleSettings): readonly HistoryDay[] =>
  history
    .map(({ from, values }, at) => {
      const before = history[at - 1]?.values ?? defaults;
      return {
        from,
        changes: changedKeys(before, values).map((key) => ({ key, from: before[key], to: values[key] })),
      };
    })
    .reverse();

/** What is planned for a setting after a day: the next value and from when; `undefined` = it stays. */
export function plannedFor(
  key: SettingKey,
  history: SettingsHistory,
  today: IsoDate,
): { readonly from: IsoDate; readonly value: RuleSettings[SettingKey] } | undefined {
  const now = settingsOn(history, today)[key];
  const next = history.find((version) => version.from > today && version.values[key] !== now);
  return next && { from: next.from, value: next.values[key] };
}
