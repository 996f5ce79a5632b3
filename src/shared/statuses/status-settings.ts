import type { RuleSettings } from '../rule-book/settings.ts';

/** The settings that clocks and returns run on (AW-9 to AW-12, CLK-4). */
export type StatusSettings = Pick<
  RuleSettings,
  | 'researchDays'
  | 'sequencingDays'
  | 'peopleToSequence'
  | 'returnWarningDays'
  | 'inactiveDays'
  | 'fiscalYearFirstMonth'
>;
