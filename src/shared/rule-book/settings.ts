import { z } from 'zod';

/** What a number counts, for people. */
export type Unit = 'accounts' | 'days' | 'employees' | 'hours' | 'people' | 'percent' | 'points' | 'USD';

interface Described {
  readonly title: string;
  /** True where no source decides and the default is Groundwork's own. */
  readonly ownDefault?: true;
}

interface NumberSetting extends Described {
  readonly type: 'number';
  readonly unit?: Unit;
  readonly default: number;
  /** Both included. */
  readonly min: number;
  readonly max: number;
  /** Fractions are taken; without it only whole numbers. */
  readonly fractions?: true;
}

/** A number that may be left unset: no limit. */
interface OptionalNumberSetting extends Described {
  readonly type: 'optionalNumber';
  readonly unit?: Unit;
  readonly default: null;
  readonly min: number;
  readonly max: number;
}

interface ChoiceSetting extends Described {
  readonly type: 'choice';
  readonly default: string;
  readonly choices: readonly { readonly value: string; readonly title: string }[];
}

export type SettingDefinition = NumberSetting | OptionalNumberSetting | ChoiceSetting;

const mostSlots = 100_000;
const mostDays = 3650;

/**
 * Every number and choice of the rules, with the domain's value as default. Keys are stored: they never
 * change their meaning.
 */
export const settingDefinitions = {
  recentDays: {
    type: 'number',
    title: 'Days that count as recent',
    unit: 'days',
    default: 30,
    min: 1,
    max: mostDays,
  },
  fiscalYearFirstMonth: {
    type: 'number',
    title: 'First month of the fiscal year',
    default: 2,
    min: 1,
    max: 12,
    ownDefault: true,
  },

  midMarketFrom: {
    type: 'number',
    title: 'Mid-Market begins at',
    unit: 'employees',
    default: 100,
    min: 1,
    max: 1_000_000,
  },
  largeFrom: {
    type: 'number',
    title: 'Large begins at',
    unit: 'employees',
    default: 2000,
    min: 2,
    max: 1_000_000,
  },
  employeeSourceOrder: {
    type: 'choice',
    title: 'Which bought count comes first',
    default: 'zoomInfoFirst',
    choices: [
      { value: 'zoomInfoFirst', title: 'ZoomInfo before DataFox' },
      { value: 'dataFoxFirst', title: 'DataFox before ZoomInfo' },
    ],
  },
  segmentChange: {
    type: 'choice',
    title: 'A segment change that new data brings',
    default: 'atReview',
    choices: [
      { value: 'atReview', title: 'Waits until it is confirmed at review' },
      { value: 'atOnce', title: 'Holds at once' },
    ],
  },
  expandFromCarr: {
    type: 'number',
    title: 'Expand begins at a Total CARR of',
    unit: 'USD',
    default: 48,
    min: 0,
    max: 1_000_000_000,
    fractions: true,
  },

  namedLimit: {
    type: 'number',
    title: 'Named accounts of one rep',
    unit: 'accounts',
    default: 30,
    min: 1,
    max: mostSlots,
  },
  governmentShare: {
    type: 'number',
    title: 'Share of business from government that makes a contractor Public Sector',
    unit: 'percent',
    default: 75,
    min: 1,
    max: 100,
  },
  heldOpportunityDays: {
    type: 'number',
    title: 'Open opportunities stay with their owner for',
    unit: 'days',
    default: 180,
    min: 0,
    max: mostDays,
  },
  extensionAskDays: {
    type: 'number',
    title: 'An extension can be asked until day',
    unit: 'days',
    default: 120,
    min: 0,
    max: mostDays,
  },
  extensionCloseDays: {
    type: 'number',
    title: 'An extension needs evidence of closing within',
    unit: 'days',
    default: 90,
    min: 1,
    max: mostDays,
  },

  limitMidMarket: {
    type: 'number',
    title: 'Mid-Market limit',
    unit: 'accounts',
    default: 150,
    min: 1,
    max: mostSlots,
  },
  limitLarge: {
    type: 'number',
    title: 'Large limit',
    unit: 'accounts',
    default: 100,
    min: 1,
    max: mostSlots,
  },
  limitSmb: {
    type: 'optionalNumber',
    title: 'SMB limit',
    unit: 'accounts',
    default: null,
    min: 1,
    max: mostSlots,
  },
  researchDays: {
    type: 'number',
    title: 'The BDR fields are filled within',
    unit: 'days',
    default: 10,
    min: 1,
    max: mostDays,
  },
  sequencingDays: {
    type: 'number',
    title: 'People are sequenced within',
    unit: 'days',
    default: 15,
    min: 1,
    max: mostDays,
  },
  peopleToSequence: {
    type: 'number',
    title: 'People to sequence',
    unit: 'people',
    default: 5,
    min: 1,
    max: 1000,
  },
  returnWarningDays: {
    type: 'number',
    title: 'Warn this long before an account is due to return',
    unit: 'days',
    default: 3,
    min: 0,
    max: 60,
  },
  returnDue: {
    type: 'choice',
    title: 'Accounts that are due to return',
    default: 'byHand',
    choices: [
      { value: 'byHand', title: 'Are listed, and moved by hand' },
      { value: 'atWeeklyReview', title: 'Move at the weekly review' },
    ],
  },
  inactiveDays: {
    type: 'number',
    title: 'Worked in FY after nobody was active in a sequence for',
    unit: 'days',
    default: 30,
    min: 1,
    max: mostDays,
  },

  highDbQsOver: {
    type: 'number',
    title: 'A DB QS is high over',
    unit: 'points',
    default: 70,
    min: 0,
    max: 100,
  },
  highLamPercent: {
    type: 'number',
    title: 'LAM is high from this share of the employees',
    unit: 'percent',
    default: 5,
    min: 1,
    max: 100,
    ownDefault: true,
  },
  itTeddFrom: {
    type: 'number',
    title: 'IT/TEDD staff is a good sign from',
    unit: 'employees',
    default: 250,
    min: 1,
    max: 10_000_000,
  },
  strongScoreFrom: {
    type: 'number',
    title: 'A score is strong from',
    unit: 'points',
    default: 60,
    min: 0,
    max: 100,
    ownDefault: true,
  },
  weakScoreUnder: {
    type: 'number',
    title: 'A score is weak under',
    unit: 'points',
    default: 30,
    min: 0,
    max: 100,
    ownDefault: true,
  },
  recentTriggerDays: {
    type: 'number',
    title: 'A trigger is recent for',
    unit: 'days',
    default: 90,
    min: 1,
    max: mostDays,
    ownDefault: true,
  },
  mixPriority1: {
    type: 'number',
    title: 'Share of Priority 1',
    unit: 'percent',
    default: 15,
    min: 0,
    max: 100,
  },
  mixPriority2: {
    type: 'number',
    title: 'Share of Priority 2; Priority 3 gets the rest',
    unit: 'percent',
    default: 35,
    min: 0,
    max: 100,
  },
  renewPriority2Days: {
    type: 'number',
    title: 'The next step date of Priority 2 is renewed every',
    unit: 'days',
    default: 14,
    min: 1,
    max: mostDays,
  },
  renewPriority3Days: {
    type: 'number',
    title: 'The next step date of Priority 3 is renewed every',
    unit: 'days',
    default: 31,
    min: 1,
    max: mostDays,
  },
  icpScoreFrom: {
    type: 'number',
    title: 'An ultimate parent is ICP from a score of',
    unit: 'points',
    default: 30,
    min: 0,
    max: 100,
    ownDefault: true,
  },
  smallRenewalUpTo: {
    type: 'number',
    title: 'A renewal is small up to',
    unit: 'USD',
    default: 10_000,
    min: 0,
    max: 1_000_000_000,
    ownDefault: true,
  },

  weekFirstDay: {
    type: 'choice',
    title: 'A week begins on',
    default: 'monday',
    choices: [
      { value: 'monday', title: 'Monday' },
      { value: 'tuesday', title: 'Tuesday' },
      { value: 'wednesday', title: 'Wednesday' },
      { value: 'thursday', title: 'Thursday' },
      { value: 'friday', title: 'Friday' },
      { value: 'saturday', title: 'Saturday' },
      { value: 'sunday', title: 'Sunday' },
    ],
  },

  restrictedAnswerHours: {
    type: 'number',
    title: 'The AE answers about a Restricted account within',
    unit: 'hours',
    default: 48,
    min: 1,
    max: 1000,
  },
} as const satisfies Readonly<Record<string, SettingDefinition>>;

type Definitions = typeof settingDefinitions;
export type SettingKey = keyof Definitions;

type ValueOf<D> = D extends { readonly choices: readonly { readonly value: infer V }[] }
  ? V
  : D extends { readonly type: 'optionalNumber' }
    ? number | null
    : number;

/** A value for every setting of the rules. */
export type RuleSettings = { readonly [K in SettingKey]: ValueOf<Definitions[K]> };

export const settingKeys = Object.keys(settingDefinitions) as readonly SettingKey[];

const schemaOf = (definition: SettingDefinition): z.ZodType => {
  switch (definition.type) {
    case 'number': {
      const { min, max, fractions } = definition;
      return (fractions ? z.number() : z.int()).min(min).max(max);
    }
    case 'optionalNumber':
      return z.int().min(definition.min).max(definition.max).nullable();
    case 'choice':
      return z.enum(definition.choices.map(({ value }) => value));
  }
};

/**
 * Parses stored settings. A setting that they do not know yet, because a later version of Groundwork
 * brought it, has its default. Cast: `Object.fromEntries` forgets which keys it was given; they are those of
 * `RuleSettings`, which comes from the same table.
 */
export const ruleSettings = z.object(
  Object.fromEntries(
    settingKeys.map((key) => {
      const definition: SettingDefinition = settingDefinitions[key];
      return [key, schemaOf(definition).default(definition.default)];
    }),
  ),
) as unknown as z.ZodType<RuleSettings>;

/** The numbers of the domain. */
export const defaultRuleSettings: RuleSettings = ruleSettings.parse({});
