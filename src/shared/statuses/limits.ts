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

/** Used and limit of every segment, Large first. `used` may be above `limit`: nobody is evicted (AW-6). */
export const meters = (used: ReadonlyMap<Segment, number>, settings: Limits): SegmentMeter[] =>
  segments.map((segment) => ({
    segment,
    used: used.get(segment) ?? 0,
    limit: limitFor(segment, settings),
  }));
