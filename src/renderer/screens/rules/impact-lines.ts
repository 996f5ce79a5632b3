import type { RuleSettings, SettingKey } from '../../../shared/rule-book/settings.ts';
import { settingDefinitions } from '../../../shared/rule-book/settings.ts';
import { settingText } from '../../../shared/rule-book/setting-text.ts';
import { count, priorityName, segmentName, type Priority } from '../../app/words.ts';
import type { NamedSettingsImpact } from '../../store/questions/questions.ts';

/** Accounts that turn the same way. */
export interface Turn {
  readonly words: string;
  readonly ids: readonly string[];
}

type Told = Pick<NamedSettingsImpact, 'impact' | 'decided'>;

/** A suggested Priority, or that there is none. */
export const suggestedName = (priority: Priority | null): string =>
  priority === null ? 'No suggestion' : priorityName(priority);

/** What would change of single accounts, by how it turns, the most accounts first. */
export function turnsOf({ impact: { segments, motions }, decided }: Told): readonly Turn[] {
  const turns = [
    ...segments.map(({ id, from, to }) => ({ id, words: `${segmentName(from)} → ${segmentName(to)}` })),
    ...motions.map(({ id, from, to }) => ({ id, words: `${from} → ${to}` })),
    ...decided.clocks.map(({ id, from, to }) => ({ id, words: `Clocks: ${from} → ${to}` })),
    ...decided.priorities.map(({ id, from, to }) => ({
      id,
      words: `Suggested: ${suggestedName(from)} → ${suggestedName(to)}`,
    })),
  ];
  return [...Map.groupBy(turns, ({ words }) => words)]
    .map(([words, group]) => ({ words, ids: group.map(({ id }) => id) }))
    .sort((a, b) => b.ids.length - a.ids.length);
}

/** "Large limit: 100 → 90 accounts". */
export function changesText(before: RuleSettings, values: Partial<RuleSettings>): string {
  const changes = Object.entries(values).map(([name, value]) => {
    const key = name as SettingKey;
    return `${settingDefinitions[key].title}: ${settingText(key, before[key])} → ${settingText(key, value)}`;
  });
  return changes.join('; ');
}

const nothingChanges = 'nothing today in segments, Land and Expand, limits, clocks and suggested Priorities';

/** What comes of it in one line: "4 accounts over, 12 accounts change their segment". */
export function outcomeText({ impact, decided }: Told): string {
  const { segments, motions, overLimits, overNamed } = impact;
  const { clocks, priorities } = decided;
  const over = overLimits.reduce((sum, line) => sum + line.over, 0);
  const named = overNamed.reduce((sum, line) => sum + Math.max(0, line.held - line.limit), 0);
  const parts = [
    ...(over > 0 ? [`${count(over, 'account')} over`] : []),
    ...(named > 0 ? [`${count(named, 'named account')} over`] : []),
    ...(segments.length > 0 ? [`${count(segments.length, 'account')} in another segment`] : []),
    ...(motions.length > 0 ? [`${count(motions.length, 'account')} between Land and Expand`] : []),
    ...(clocks.length > 0 ? [`the clocks of ${count(clocks.length, 'account')} otherwise`] : []),
    ...(priorities.length > 0
      ? [`${count(priorities.length, 'account')} with another suggested Priority`]
      : []),
  ];
  return parts.length === 0 ? nothingChanges : parts.join(', ');
}
