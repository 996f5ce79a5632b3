import type { RuleId } from './rule-ids.ts';
import type { SettingKey } from './settings.ts';

/** The handbooks that rules come from, by the number of their file; `ours` where no source decides. */
export const sourceWords = {
  '000': 'SDR to AE Handoff (a second company)',
  '001': 'SDR - AE Handoff Guidelines (a third company)',
  '002': 'SDR & Sales Alignment handbook',
  '003': 'Sales Development handbook',
  '004': 'Go To Market handbook',
  ours: 'Default of ours',
} as const;
export type SourceId = keyof typeof sourceWords;

/** One rule as people read it; the Rules screen, the messages and the docs are made from these. */
export interface Rule {
  readonly id: RuleId;
  readonly title: string;
  /**
   * In the words of a BDR: a template whose numbers are the settings in force (`explain`), so that no text says
   * a number that does not hold any more.
   */
  readonly explanation: string;
  readonly settings: readonly SettingKey[];
  /** Where it comes from, the deciding source first. */
  readonly sources: readonly [SourceId, ...SourceId[]];
}
