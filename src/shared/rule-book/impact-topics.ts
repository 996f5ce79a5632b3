import type { SettingKey } from './settings.ts';

/** What a change of settings can turn in the book, and what is counted of it. */
const impactTopics = [
  'limits',
  'seats',
  'named',
  'segments',
  'motions',
  'territories',
  'scores',
  'priorities',
  'ranks',
  'mix',
  'clocks',
  'dueDays',
  'fiscalYears',
  'reviews',
  'renewals',
  'entries',
  'held',
  'thisWeek',
] as const;
export type ImpactTopic = (typeof impactTopics)[number];

/** What is counted when a setting changes, or in words why nothing of the book follows from it. */
type ImpactOfSetting = readonly [ImpactTopic, ...ImpactTopic[]] | string;

const ofSize: ImpactOfSetting = ['segments', 'territories', 'limits', 'seats'];
const ofClocks: ImpactOfSetting = ['clocks', 'dueDays'];
const ofSignals: ImpactOfSetting = ['scores', 'priorities', 'ranks'];

/** Every setting of the rule table with what its change is looked for in. */
export const impactOfSetting: Readonly<Record<SettingKey, ImpactOfSetting>> = {
  recentDays: ['entries'],
  fiscalYearFirstMonth: ['fiscalYears', 'ranks'],
  midMarketFrom: ofSize,
  largeFrom: ofSize,
  employeeSourceOrder: [...ofSize, ...ofSignals],
  segmentChange: ofSize,
  expandFromCarr: ['motions', 'territories', 'priorities', 'ranks', 'mix'],
  namedLimit: ['named'],
  governmentShare:
    'No account changes: what share of a contractor’s business comes from government is asked when you answer a suggestion (TER-6), and is not kept.',
  heldOpportunityDays: ['held'],
  extensionAskDays: ['held'],
  extensionCloseDays: ['held'],
  limitMidMarket: ['limits', 'seats'],
  limitLarge: ['limits', 'seats'],
  limitSmb: ['limits', 'seats'],
  researchDays: ofClocks,
  sequencingDays: ofClocks,
  peopleToSequence: ofClocks,
  returnWarningDays: ['clocks'],
  returnDue: ['reviews'],
  inactiveDays: ofClocks,
  highDbQsOver: ofSignals,
  highLamPercent: ofSignals,
  itTeddFrom: ofSignals,
  strongScoreFrom: ['priorities'],
  weakScoreUnder: ['priorities'],
  recentTriggerDays: ofSignals,
  mixPriority1: ['mix'],
  mixPriority2: ['mix'],
  renewPriority2Days: ['renewals'],
  renewPriority3Days: ['renewals'],
  icpScoreFrom: ['ranks'],
  smallRenewalUpTo: ['ranks'],
  weekFirstDay: ['thisWeek', 'reviews'],
  restrictedAnswerHours:
    'No account changes: it says by when the AE answers about a lead, whenever “Who works this lead?” is asked (ROE-3).',
};

/** What a change of these settings is looked for in, in a fixed order. */
export function topicsOf(keys: Iterable<SettingKey>): readonly ImpactTopic[] {
  const asked = new Set<ImpactTopic>();
  for (const key of keys) {
    const impact = impactOfSetting[key];
    if (typeof impact !== 'string') for (const topic of impact) asked.add(topic);
  }
  return impactTopics.filter((topic) => asked.has(topic));
}
