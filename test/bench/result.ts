import { median, ratiosOf } from './figures.ts';

/** One line of the report: what the app takes, what its floor takes, and how the two may relate. */
export interface Measure {
  readonly job: string;
  readonly unit: string;
  /** One value per round, in the order of the rounds; the floor's value of the same round beside it. */
  readonly ours: readonly number[];
  readonly floor: readonly number[];
  /** What the floor is, in words. */
  readonly floorIs: string;
  readonly target: Target;
}

/** `ratio`: ours at most so many times the floor. `difference`: ours at most so much above it. */
export type Target =
  | { readonly kind: 'ratio'; readonly atMost: number }
  | { readonly kind: 'difference'; readonly atMost: number }
  /** Reported, never judged. */
  | { readonly kind: 'none' };

/** Two counts that must be the same. A difference fails every run, a quick one too. */
export interface Count {
  readonly what: string;
  readonly expected: number;
  readonly found: number;
}

export interface JobResult {
  readonly measures: readonly Measure[];
  readonly counts: readonly Count[];
}

export interface Judged {
  readonly ours: number;
  readonly floor: number;
  /** The middle one of the rounds' own ratios; `null` where the floor is nothing. */
  readonly ratio: number | null;
  /** The lowest and the highest of them: a verdict between the two is not shown. */
  readonly ratioRange: readonly [number, number] | null;
  readonly verdict: 'met' | 'missed' | 'reported';
}

export function judge({ ours, floor, target }: Measure): Judged {
  const ratios = floor.every((value) => value > 0) ? ratiosOf(ours, floor) : [];
  const ratio = ratios.length === 0 ? null : median(ratios);
  const typical = {
    ours: median(ours),
    floor: median(floor),
    ratio,
    ratioRange: ratio === null ? null : ([Math.min(...ratios), Math.max(...ratios)] as const),
  };
  const verdict = (met: boolean): Judged['verdict'] => (met ? 'met' : 'missed');
  switch (target.kind) {
    case 'none':
      return { ...typical, verdict: 'reported' };
    case 'ratio':
      return { ...typical, verdict: verdict(ratio !== null && ratio <= target.atMost) };
    case 'difference': {
      const differences = ours.map((value, round) => value - (floor[round] ?? Number.NaN));
      return { ...typical, verdict: verdict(median(differences) <= target.atMost) };
    }
  }
}

export const disagrees = ({ expected, found }: Count): boolean => expected !== found;
