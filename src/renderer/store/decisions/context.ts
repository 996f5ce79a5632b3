import type { ClockPause } from '../../../shared/accounts/account.ts';
import { weekUnder, type DateSpan } from '../../../shared/calendar.ts';
import type { IsoDate } from '../../../shared/clock.ts';
import { scorer, type Scorer } from '../../../shared/priorities/score.ts';
import { defaultProfile, type ScoreProfile } from '../../../shared/priorities/score-profile.ts';
import { defaultRuleSettings, type RuleSettings } from '../../../shared/rule-book/settings.ts';
import type { Exceptions } from '../../../shared/territories/exceptions.ts';
import { MappingIndex } from '../../../shared/territories/mapping-index.ts';
import { contextOf, type TerritoryContext } from '../../../shared/territories/territory-of.ts';

/** What decisions depend on beside the accounts, their people and opportunities. */
export interface DecisionContext {
  /** The workspace's BDR; '' while none is set. */
  readonly bdr: string;
  readonly today: IsoDate;
  /** WK-1: the week of `today`. */
  readonly week: DateSpan;
  /** The settings in force today. */
  readonly rules: RuleSettings;
  /** Id of the mapping in force; `null` = none was imported. */
  readonly mappingId: string | null;
  /** Rows of it that are damaged and put aside; decisions that need them are wrong until they are back. */
  readonly missingMappingRows: number;
  /** Without a mapping, over one without rows. */
  readonly territory: TerritoryContext;
  readonly scorer: Scorer;
  /** Pauses of every clock: the BDR's leave (AW-11). */
  readonly pauses: readonly ClockPause[];
  readonly stamps: Stamps;
}

/** Texts that differ when decisions of a kind have to be made anew. */
export interface Stamps {
  /** What is kept of an account by itself: its own segment (SEG-1, SEG-2). */
  readonly facts: string;
  /** What is decided of an account's own record, people and opportunities. */
  readonly records: string;
  /** What is decided of a whole hierarchy, and what rows say of it all; exceptions are compared one by one. */
  readonly rows: string;
}

/** SEG-1, SEG-2: the settings that an account's own facts are made by. */
export const factSettings = ['midMarketFrom', 'largeFrom', 'employeeSourceOrder'] as const;

/** The mapping in force, ready to decide by. */
export interface ReadyMapping {
  readonly id: string;
  readonly index: MappingIndex;
  readonly missingRows?: number;
}

/** Parts of a context; what is left out is as in a new workspace. */
export interface ContextParts {
  readonly bdr: string;
  readonly today: IsoDate;
  readonly rules?: RuleSettings;
  readonly mapping?: ReadyMapping | null;
  readonly exceptions?: Exceptions;
  readonly profile?: ScoreProfile;
  readonly pauses?: readonly ClockPause[];
}

const noMapping = new MappingIndex([]);

/** Puts a context together. What is dear of the one before, its scorer, is taken over where it still fits. */
export function decisionContext(parts: ContextParts, before?: DecisionContext): DecisionContext {
  const { bdr, today, rules = defaultRuleSettings, mapping = null, exceptions = new Map() } = parts;
  const { profile = defaultProfile, pauses = [] } = parts;
  const stamps = stampsOf({ bdr, today, rules, mapping, profile, pauses });
  return {
    bdr,
    today,
    week: weekUnder(today, rules),
    rules,
    mappingId: mapping?.id ?? null,
    missingMappingRows: mapping?.missingRows ?? 0,
    territory: contextOf(mapping?.index ?? noMapping, exceptions, rules),
    scorer: before?.stamps.records === stamps.records ? before.scorer : scorer(profile, rules),
    pauses,
    stamps,
  };
}

function stampsOf({
  bdr,
  today,
  rules,
  mapping,
  profile,
  pauses,
}: Required<Omit<ContextParts, 'exceptions'>>): Stamps {
  const { midMarketFrom, largeFrom, employeeSourceOrder } = rules;
  const { researchDays, sequencingDays, peopleToSequence, returnWarningDays, inactiveDays } = rules;
  const { recentDays, fiscalYearFirstMonth, highDbQsOver, highLamPercent, itTeddFrom, recentTriggerDays } =
    rules;
  const { segmentChange, expandFromCarr, strongScoreFrom, weakScoreUnder, icpScoreFrom, smallRenewalUpTo } =
    rules;
  const { weekFirstDay } = rules;
  return {
    facts: JSON.stringify(factSettings.map((key) => rules[key])),
    records: JSON.stringify([
      [bdr, today, profile, pauses, recentDays, fiscalYearFirstMonth, employeeSourceOrder],
      weekFirstDay,
      [researchDays, sequencingDays, peopleToSequence, returnWarningDays, inactiveDays],
      [highDbQsOver, highLamPercent, itTeddFrom, recentTriggerDays],
    ]),
    rows: JSON.stringify([
      [bdr, today, mapping?.id ?? null, mapping?.missingRows ?? 0, midMarketFrom, largeFrom],
      [segmentChange, expandFromCarr, strongScoreFrom, weakScoreUnder, icpScoreFrom, smallRenewalUpTo],
      [fiscalYearFirstMonth, weekFirstDay],
    ]),
  };
}
