import type { Label } from '../history/change-set.ts';
import type { RuleId } from './rule-ids.ts';
import type { RuleSettings, SettingKey } from './settings.ts';

/** A setting that took part in a decision, with the value in force. */
export interface SettingUsed {
  readonly key: SettingKey;
  readonly value: RuleSettings[SettingKey];
}

/** The settings of a receipt. */
export const settingsUsed = <K extends SettingKey>(
  settings: Pick<RuleSettings, K>,
  keys: readonly K[],
): SettingUsed[] => keys.map((key) => ({ key, value: settings[key] }));

/**
 * How a decision came about. One shape for all of them: the screen opens it, the inbox and the tests read
 * it, the message catalogue has the words.
 */
export interface Receipt {
  /** The rule that decided, then those that helped. */
  readonly rules: readonly [RuleId, ...RuleId[]];
  /** What was decided, in a sentence. */
  readonly said: Label;
  /** What it was decided from, step by step. */
  readonly facts: readonly Label[];
  readonly settings: readonly SettingUsed[];
  /** The smallest changes that would give another answer, the nearest first; empty where nothing would. */
  readonly flips: readonly Label[];
}

/** An answer together with how it came about. */
export interface Decided<Outcome> {
  readonly outcome: Outcome;
  readonly receipt: Receipt;
}
