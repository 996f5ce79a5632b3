import { segments, type Segment } from '../accounts/account.ts';
import type { RuleSettings } from '../rule-book/settings.ts';

type Limits = Pick<RuleSettings, 'limitLarge' | 'limitMidMarket' | 'limitSmb'>;

/** AW-6: how many accounts of a segment a BDR may have in Actively Working, inclusive; `null` = no limit. */
export function limitFor(segment: Segment, settings: Limits): number | null {
  switch (segment) {
    case 'Large':
      return settings.limitLarge;
    case 'Mid-Market':
      return settings.limitMidMarket;
    case 'SMB':
      return settings.limitSmb;
  }
}

export interface SegmentMeter {
  readonly segment: Segment;
  readonly used: number;
  readonly limit: number | null;
}

/** A limit is nearly full when so many of a hundred slots are taken [D]. */
const nearlyFullPercent = 95;

/** AW-6: whether a limit is full, over-full or nearly full; where nothing is taken, nothing is full. */
export const isNearlyFull = ({ used, limit }: Pick<SegmentMeter, 'used' | 'limit'>): boolean =>
  limit !== null && used > 0 && used * 100 >= limit * nearlyFullPercent;

/** AW-6: how many must go until the limit is no longer nearly full. */
export function seatsToEase({ used, limit }: Pick<SegmentMeter, 'used' | 'limit'>): number {
  if (limit === null) return 0;
  const eased = Math.max(0, Math.ceil((limit * nearlyFullPercent) / 100) - 1);
  return Math.max(0, used - eased);
}

/** Used and limit of every segment, Large first. `used` may be above `limit`: nobody is evicted (AW-6). */
export const meters = (used: ReadonlyMap<Segment, number>, settings: Limits): SegmentMeter[] =>
  segments.map((segment) => ({
    segment,
    used: used.get(segment) ?? 0,
    limit: limitFor(segment, settings),
  }));
