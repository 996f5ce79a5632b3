import type { Label } from '../history/change-set.ts';
import type { RuleId } from '../rule-book/rule-ids.ts';

/**
 * What a rule decided, why, and what would change the answer. A value: the board's refusal, the inbox, the
 * tests and the Rules screen all read the same one. Words are in the message catalogue, found by
 * `message.id` with `message.params`.
 */
export interface Refusal {
  /** Rule id of the domain, e.g. `AW-6`. */
  readonly rule: RuleId;
  readonly message: Label;
  /** What would make it possible. */
  readonly remedy: Label;
}

/** Something about an account that wants attention; shown on card and panel. */
export interface Finding {
  readonly rule: RuleId | 'field';
  readonly message: Label;
}
