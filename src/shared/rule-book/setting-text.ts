import {
  settingDefinitions,
  type RuleSettings,
  type SettingDefinition,
  type SettingKey,
} from './settings.ts';

const unitOf = (definition: SettingDefinition): string =>
  definition.type !== 'choice' && definition.unit !== undefined ? ` ${definition.unit}` : '';

/** A value of a setting as people read it: "100 accounts", "no limit", "ZoomInfo before DataFox". */
export function settingText(key: SettingKey, value: RuleSettings[SettingKey]): string {
  const definition: SettingDefinition = settingDefinitions[key];
  if (definition.type === 'choice') {
    return definition.choices.find((choice) => choice.value === value)?.title ?? String(value);
  }
  if (value === null) return 'no limit';
  return `${value.toLocaleString('en')}${unitOf(definition)}`;
}

/** What a setting can take: "1 to 100,000 accounts". '' for a choice, which shows its choices itself. */
export function boundsText(key: SettingKey): string {
  const definition: SettingDefinition = settingDefinitions[key];
  if (definition.type === 'choice') return '';
  const { min, max } = definition;
  const bounds = `${min.toLocaleString('en')} to ${max.toLocaleString('en')}${unitOf(definition)}`;
  return definition.type === 'optionalNumber' ? `${bounds}, or none` : bounds;
}
