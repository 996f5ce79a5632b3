import { sameValue } from '../history/diff.ts';
import { defaultRuleSettings, type RuleSettings } from '../rule-book/settings.ts';
import type { AccountValues, Segment } from './account.ts';
import { chosenCount, ownSegment, type SegmentSettings } from './segment.ts';

export interface SegmentInForce {
  readonly segment: Segment | null;
  /** What new data says; in force once it is confirmed at review. */
  readonly pending?: Segment;
}

/** What says which segment an account has by itself. */
interface OwnSegment {
  /** By its count (SEG-1, SEG-2). */
  readonly ownSegment: Segment | null;
  readonly segmentConfirmed?: Segment | undefined;
  readonly segmentDeclined?: Segment | undefined;
}

/**
 * SEG-4: the segment that an account has by itself. One that is held stays until the change that new data
 * brought is confirmed at review, unless changes hold at once. Losing every count is no change, and a change
 * that was turned down does not wait any more.
 */
export function segmentInForce(
  { ownSegment: decided, segmentConfirmed: confirmed, segmentDeclined: declined }: OwnSegment,
  { segmentChange }: Pick<RuleSettings, 'segmentChange'> = defaultRuleSettings,
): SegmentInForce {
  if (confirmed === undefined || segmentChange === 'atOnce') return { segment: decided };
  return decided === null || decided === confirmed || decided === declined
    ? { segment: confirmed }
    : { segment: confirmed, pending: decided };
}

/** The same of an account as it is kept. */
export const ownSegmentInForce = (
  values: AccountValues,
  settings: ReviewSettings = defaultRuleSettings,
): SegmentInForce => {
  const { segmentConfirmed, segmentDeclined } = values;
  return segmentInForce(
    { ownSegment: ownSegment(values, settings), segmentConfirmed, segmentDeclined },
    settings,
  );
};

export type ReviewSettings = SegmentSettings & Pick<RuleSettings, 'segmentChange'>;

/** A change that waited holds from now on. */
export function withoutHold({
  segmentConfirmed: _confirmed,
  segmentDeclined: _declined,
  ...values
}: AccountValues): AccountValues {
  return values;
}

/** What an account keeps of its segment when new data changed its count. */
interface Hold {
  readonly segmentConfirmed: Segment | undefined;
  readonly segmentDeclined: Segment | undefined;
}

/**
 * SEG-4: what new data leaves in force. The segment that the account had by itself is held until the change
 * is confirmed at review; where it never had one, or changes hold at once, nothing waits. Data that come back
 * to what is held end the waiting.
 */
export function holdAgainst(before: AccountValues, after: AccountValues, settings: ReviewSettings): Hold {
  const present: Hold = {
    segmentConfirmed: before.segmentConfirmed,
    segmentDeclined: before.segmentDeclined,
  };
  const was = ownSegment(before, settings);
  const is = ownSegment(after, settings);
  if (is === was) return present;
  const inForce = ownSegmentInForce(before, settings).segment;
  if (settings.segmentChange === 'atOnce' || inForce === null || inForce === is) {
    return { segmentConfirmed: undefined, segmentDeclined: undefined };
  }
  // What was turned down was other data.
  return { segmentConfirmed: inForce, segmentDeclined: undefined };
}

/**
 * SEG-4: an account after the review of what new data brought: the new segment holds, or the one in force is
 * kept, whatever these data say.
 * @returns `null` when nothing waits
 */
export function reviewedSegment(
  values: AccountValues,
  isConfirmed: boolean,
  settings: ReviewSettings,
): AccountValues | null {
  const { pending } = ownSegmentInForce(values, settings);
  if (pending === undefined) return null;
  return isConfirmed ? withoutHold(values) : { ...values, segmentDeclined: pending };
}

/** What a person types holds at once, SEG-4 is about data that come from elsewhere: another count ends a hold. */
export const heldByHand = (
  before: AccountValues,
  after: AccountValues,
  settings: SegmentSettings,
): AccountValues =>
  sameValue(chosenCount(before, settings)?.count, chosenCount(after, settings)?.count)
    ? after
    : withoutHold(after);
