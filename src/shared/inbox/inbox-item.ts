import type { AccountValues, Segment, Status } from '../accounts/account.ts';
import type { IsoDate } from '../clock.ts';
import type { Label } from '../history/change-set.ts';
import type { RuleId } from '../rule-book/rule-ids.ts';
import type { BdrField } from '../statuses/clocks.ts';

/** The groups of Today, the most urgent first. */
export const inboxGroups = [
  'returns',
  'warnings',
  'comebacks',
  'overdue',
  'thisWeek',
  'wakeUps',
  'nominations',
  'research',
  'limits',
  'segments',
  'conflicts',
] as const;
export type InboxGroup = (typeof inboxGroups)[number];

/** What settles an item, as data: the screen says it, a command does it. */
export type InboxAction =
  /** AW-11, AW-12: the return that is due. */
  | { readonly kind: 'move'; readonly id: string; readonly to: Exclude<Status, 'Restricted'> }
  /** Into Actively Working; AW-3 and AW-5 are not tested against `returned` (AW-14). */
  | { readonly kind: 'enter'; readonly id: string; readonly returned: readonly string[] }
  | { readonly kind: 'fillFields'; readonly id: string; readonly fields: readonly BdrField[] }
  | { readonly kind: 'sequencePeople'; readonly id: string; readonly count: number }
  | { readonly kind: 'pauseClocks'; readonly id: string }
  | { readonly kind: 'setNextStep'; readonly id: string }
  | { readonly kind: 'acceptNomination'; readonly id: string }
  | { readonly kind: 'declineNomination'; readonly id: string }
  | { readonly kind: 'setWakeUp'; readonly id: string }
  | { readonly kind: 'endRest'; readonly id: string }
  | { readonly kind: 'openFixList'; readonly id: string }
  | { readonly kind: 'findSegment'; readonly id: string }
  /** SEG-4: what new data would make of the segment. */
  | { readonly kind: 'confirmSegment'; readonly id: string }
  | { readonly kind: 'keepSegment'; readonly id: string }
  /** AW-6: `count` seats end the warning; a person sees whom, and chooses. */
  | { readonly kind: 'releaseSeats'; readonly segment: Segment; readonly count: number }
  /** TER-1, TER-2, TER-4 to TER-7: what leaves the territory open, with what settles it. */
  | { readonly kind: 'settleTerritory'; readonly id: string }
  /** Where the thing can be mended. */
  | { readonly kind: 'open'; readonly id: string };

/** Something that needs a hand now. */
export interface InboxItem {
  /** The same for the same thing, day after day. */
  readonly key: string;
  readonly group: InboxGroup;
  /** `null` where it is about no single account. */
  readonly accountId: string | null;
  /** Of the account, or of what it is about. */
  readonly name: string;
  readonly rule: RuleId;
  readonly message: Label;
  /** Since or until when; `null` = no day. */
  readonly on: IsoDate | null;
  readonly priority: AccountValues['priority'] | null;
  /** The one that settles it first, then others. */
  readonly actions: readonly [InboxAction, ...InboxAction[]];
}

/** Actions that need nothing more from a person: such items can be settled all at once. */
const atOnce = [
  'move',
  'acceptNomination',
  'declineNomination',
  'endRest',
  'confirmSegment',
  'keepSegment',
] as const;

export type AtOnceAction = Extract<InboxAction, { readonly kind: (typeof atOnce)[number] }>;

export const settlesAtOnce = (action: InboxAction): action is AtOnceAction =>
  (atOnce as readonly string[]).includes(action.kind);
