import type { Label } from '../history/change-set.ts';
import { label } from './messages.ts';
import {
  settingDefinitions,
  settingKeys,
  type RuleSettings,
  type SettingDefinition,
  type SettingKey,
} from './settings.ts';

/** Pairs of settings that contradict each other when the first is above the second. */
const inOrder: readonly (readonly [lower: SettingKey, upper: SettingKey])[] = [
  ['extensionAskDays', 'heldOpportunityDays'],
  ['weakScoreUnder', 'strongScoreFrom'],
];

/** The first thing wrong with a set of settings, with its bounds and what to write; `undefined` = all well. */
export function checkSettings(values: RuleSettings): Label | undefined {
  for (const key of settingKeys) {
    const problem = problemOf(settingDefinitions[key], values[key]);
    if (problem) return problem;
  }
  return contradiction(values);
}

function problemOf(definition: SettingDefinition, value: number | string | null): Label | undefined {
  const { title: setting } = definition;
  if (definition.type === 'choice') {
    return definition.choices.some((choice) => choice.value === value)
      ? undefined
      : label('settings.no-choice', {
          setting,
          value: String(value),
          choices: definition.choices.map(({ title }) => `“${title}”`).join(', '),
        });
  }
  if (definition.type === 'optionalNumber' && value === null) return undefined;
  const { min, max } = definition;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return label('settings.no-number', { setting, min, max });
  }
  if (!Number.isInteger(value) && !('fractions' in definition)) {
    return label('settings.not-whole', { setting, value: String(value), min, max });
  }
  return value < min || value > max
    ? label('settings.out-of-bounds', { setting, value, min, max })
    : undefined;
}

function contradiction(values: RuleSettings): Label | undefined {
  if (values.midMarketFrom >= values.largeFrom) {
    return label('settings.segments-overlap', { midMarket: values.midMarketFrom, large: values.largeFrom });
  }
  const together = values.mixPriority1 + values.mixPriority2;
  if (together > 100) return label('settings.mix-over', { together });
  for (const [lower, upper] of inOrder) {
    const [low, high] = [values[lower], values[upper]];
    if (typeof low !== 'number' || typeof high !== 'number' || low <= high) continue;
    return label('settings.above', {
      lower: settingDefinitions[lower].title,
      upper: settingDefinitions[upper].title,
      low,
      high,
    });
  }
  return undefined;
}
