import type { Label } from '../history/change-set.ts';

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

/** Ids of the domain that code here decides by. `AW-0` stands for the unnumbered list of moves that opens section 5. */
export type RuleId =
  | 'CLK-3'
  | 'CLK-4'
  | 'SEG-1'
  | 'SEG-2'
  | 'SEG-3'
  | 'SEG-6'
  | 'TER-2'
  | 'AW-0'
  | 'AW-1'
  | 'AW-2'
  | 'AW-6'
  | 'AW-7'
  | 'AW-8'
  | 'EX-2'
  | 'EX-3'
  | 'EX-4'
  | 'EX-5'
  | 'EX-6';

/** Something about an account that wants attention; shown on card and panel. */
export interface Finding {
  readonly rule: RuleId | 'field';
  readonly message: Label;
}
