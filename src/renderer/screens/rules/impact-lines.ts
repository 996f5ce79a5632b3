import type { Segment } from '../../../shared/accounts/account.ts';
import type { IsoDate } from '../../../shared/clock.ts';
import { impactOfSetting, type ImpactTopic } from '../../../shared/rule-book/impact-topics.ts';
import type { RuleSettings, SettingKey } from '../../../shared/rule-book/settings.ts';
import { settingDefinitions } from '../../../shared/rule-book/settings.ts';
import { settingText } from '../../../shared/rule-book/setting-text.ts';
import { count, dayText, priorityName, segmentName, type Priority } from '../../app/words.ts';
import type { ImpactTurn, NamedSettingsImpact, SeatsImpact } from '../../store/questions/questions.ts';

/** Everything that an impact is said from. */
export type Told = Omit<NamedSettingsImpact, 'problem' | 'on' | 'later'>;

/** A suggested Priority, or that there is none. */
export const suggestedName = (priority: Priority | null): string =>
  priority === null ? 'No suggestion' : priorityName(priority);

type Value = ImpactTurn['from'];

const asPriority = (value: Value): Priority | null =>
  value === 1 || value === 2 || value === 3 ? value : null;
const rankName = (value: Value): string => (value === null ? 'No rank' : `Rank ${value}`);
const arrow = (name: (value: Value) => string, from: Value, to: Value): string =>
  `${name(from)} → ${name(to)}`;
const plain = (value: Value): string => String(value);
const territoryName = (value: Value): string => (value === null ? 'No territory' : String(value));
const reviewName = (value: Value): string =>
  value === null ? 'moved by hand' : `back to Queued on ${dayText(value as IsoDate)}`;
const isWay = (to: Value): to is 'up' | 'down' => to === 'up' || to === 'down';
const heldNames: Readonly<Record<string, string>> = {
  stays: 'stays with its owner',
  transfer: 'to be transferred',
  longer: 'longer',
  shorter: 'shorter',
  'can be extended': 'an extension can be asked',
  'too late to extend': 'too late for an extension',
  'asked later': 'until a later day',
  'asked sooner': 'until an earlier day',
};
const heldName = (value: Value): string => heldNames[String(value)] ?? String(value);

/** How accounts turn, by topic, as people read it. */
const turnWords: Readonly<Partial<Record<ImpactTopic, (from: Value, to: Value) => string>>> = {
  segments: (from, to) => arrow((value) => segmentName(value as Segment | null), from, to),
  motions: (from, to) => arrow(plain, from, to),
  territories: (from, to) => `Territory: ${arrow(territoryName, from, to)}`,
  scores: (_from, to) => (to === 'up' ? 'ICP score goes up' : 'ICP score goes down'),
  priorities: (from, to) => `Suggested: ${arrow((value) => suggestedName(asPriority(value)), from, to)}`,
  ranks: (from, to) => `Expand: ${arrow(rankName, from, to)}`,
  clocks: (from, to) => `Clocks: ${arrow(plain, from, to)}`,
  dueDays: (_from, to) => (to === 'up' ? 'The due day moves back' : 'The due day comes sooner'),
  fiscalYears: (from, to) => `Due for Worked in FY: ${arrow(plain, from, to)}`,
  reviews: (from, to) => `Due back: ${arrow(reviewName, from, to)}`,
  renewals: (from, to) =>
    isWay(to)
      ? `The next step is to be renewed ${to === 'up' ? 'later' : 'sooner'}`
      : `Renewal of the next step: ${arrow(plain, from, to)}`,
  entries: (from, to) => `Entry: ${arrow(plain, from, to)}`,
  held: (from, to) => `Opportunity: ${arrow(heldName, from, to)}`,
  thisWeek: (from, to) => `Next step: ${arrow(plain, from, to)}`,
};

/** "Large → Mid-Market". */
export const turnText = ({ topic, from, to }: Pick<ImpactTurn, 'topic' | 'from' | 'to'>): string =>
  turnWords[topic]?.(from, to) ?? arrow(plain, from, to);

/** "Large limit: 100 → 90 accounts". */
export function changesText(before: RuleSettings, values: Partial<RuleSettings>): string {
  const changes = Object.entries(values).map(([name, value]) => {
    const key = name as SettingKey;
    return `${settingDefinitions[key].title}: ${settingText(key, before[key])} → ${settingText(key, value)}`;
  });
  return changes.join('; ');
}

/** What a topic counts, in one line: "12 accounts in another segment". */
const topicWords: Readonly<Record<ImpactTopic, { readonly told: string; readonly looked: string }>> = {
  limits: { told: 'over', looked: 'limits' },
  seats: { told: '', looked: 'slots' },
  named: { told: '', looked: 'named accounts' },
  segments: { told: 'in another segment', looked: 'segments' },
  motions: { told: 'between Land and Expand', looked: 'Land and Expand' },
  territories: { told: 'in another territory', looked: 'territories' },
  scores: { told: 'with another score', looked: 'scores' },
  priorities: { told: 'with another suggested Priority', looked: 'suggested Priorities' },
  ranks: { told: 'with another rank', looked: 'ranks' },
  mix: { told: '', looked: 'the mix of Priorities' },
  clocks: { told: 'whose clocks stand otherwise', looked: 'clocks' },
  dueDays: { told: 'due on another day', looked: 'due days' },
  fiscalYears: { told: 'for another fiscal year', looked: 'fiscal years' },
  reviews: { told: 'with another day of return', looked: 'weekly reviews' },
  renewals: { told: 'renewed by another day', looked: 'renewals of next steps' },
  entries: { told: 'that could enter, or no longer', looked: 'entry' },
  held: { told: 'with an opportunity held otherwise', looked: 'opportunities of transferred accounts' },
  thisWeek: { told: 'due in another week', looked: 'this week’s next steps' },
};

const lists = new Intl.ListFormat('en', { type: 'conjunction' });

/** What comes of it in one line: "4 accounts over, 12 accounts in another segment". */
export function outcomeText(told: Told, keys: readonly SettingKey[]): string {
  const { turns, overLimits, overNamed, seats, mix, topics } = told;
  const over = overLimits.reduce((sum, line) => sum + line.over, 0);
  const named = overNamed.reduce((sum, line) => sum + Math.max(0, line.held - line.limit), 0);
  const byTopic = topics.flatMap((topic) => {
    const all = turns.filter((turn) => turn.topic === topic).reduce((sum, turn) => sum + turn.count, 0);
    return all === 0 ? [] : [`${count(all, 'account')} ${topicWords[topic].told}`];
  });
  const parts = [
    ...(over > 0 ? [`${count(over, 'account')} over`] : []),
    ...(named > 0 ? [`${count(named, 'named account')} over`] : []),
    ...byTopic,
    ...(over === 0 ? seats.map(seatsText) : []),
    ...(mix !== null && isOtherMix(mix) ? ['another target for the mix'] : []),
  ];
  const reasons = reasonsOf(keys);
  if (parts.length > 0) return parts.join(', ');
  if (topics.length === 0) return reasons.join(' ');
  const nothing = `nothing in ${lists.format(topics.map((topic) => topicWords[topic].looked))}`;
  return [nothing, ...reasons].join('. ');
}

/** Why nothing in the book follows from some settings. */
const reasonsOf = (keys: readonly SettingKey[]): string[] =>
  keys.map((key) => impactOfSetting[key]).filter((impact) => typeof impact === 'string');

const isOtherMix = ({ before, after }: NonNullable<Told['mix']>): boolean =>
  ([1, 2, 3] as const).some((priority) => before[priority] !== after[priority]);

const slots = ({ used, limit }: SeatsImpact['from']): string =>
  limit === null
    ? `${used.toLocaleString()} without a limit`
    : limit >= used
      ? `${(limit - used).toLocaleString()} of ${limit.toLocaleString()} free`
      : `${used.toLocaleString()} of ${limit.toLocaleString()}`;

/** "Large slots: 6 of 100 free → 26 of 120 free". */
export const seatsText = ({ segment, from, to }: SeatsImpact): string =>
  `${segment} slots: ${slots(from)} → ${slots(to)}`;

/** "Priority 1: 3 → 4, Priority 2: 7 → 6", with what there is. */
export const mixText = ({ counted, actual, before, after }: NonNullable<Told['mix']>): string =>
  `Of ${count(counted, 'account')} with a Priority: ${([1, 2, 3] as const)
    .map(
      (priority) =>
        `Priority ${priority} target ${before[priority].toLocaleString()} → ${after[priority].toLocaleString()} (now ${actual[priority].toLocaleString()})`,
    )
    .join(', ')}`;
