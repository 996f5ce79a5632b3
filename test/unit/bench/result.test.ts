import { describe, expect, it } from 'vitest';
import { disagrees, judge, type Measure, type Target } from '../../bench/result.ts';

const measured = (ours: readonly number[], floor: readonly number[], target: Target): Measure => ({
  job: 'a job',
  unit: 'ms',
  ours,
  floor,
  floorIs: 'its floor',
  target,
});

const ratio = (atMost: number): Target => ({ kind: 'ratio', atMost });
const difference = (atMost: number): Target => ({ kind: 'difference', atMost });

describe('a target by ratio', () => {
  it('takes the middle of the rounds’ own ratios, not the ratio of the middles', () => {
    // A slow second round: ours and its floor both took ten times as long.
    const judged = judge(measured([110, 1100, 300], [100, 1000, 100], ratio(1.2)));
    expect(judged.ratio).toBeCloseTo(1.1);
    expect(judged.ours).toBe(300);
    expect(judged.floor).toBe(100);
    expect(judged.verdict).toBe('met');
  });

  it('is met at the target itself and missed just above', () => {
    expect(judge(measured([120], [100], ratio(1.2))).verdict).toBe('met');
    expect(judge(measured([120.1], [100], ratio(1.2))).verdict).toBe('missed');
  });

  it('takes the mean of the two in the middle when rounds are even', () => {
    const judged = judge(measured([100, 200, 300, 900], [100, 100, 100, 100], ratio(2.5)));
    expect(judged.ratio).toBe(2.5);
    expect(judged.verdict).toBe('met');
  });

  it('tells the lowest and the highest of the rounds', () => {
    expect(judge(measured([150, 100, 90], [100, 100, 100], ratio(1))).ratioRange).toEqual([0.9, 1.5]);
  });

  it('is missed where the floor of a round is nothing: nothing was compared', () => {
    const judged = judge(measured([1, 1], [1, 0], ratio(100)));
    expect(judged).toMatchObject({ ratio: null, ratioRange: null, verdict: 'missed' });
  });

  it('throws where nothing was measured', () => {
    expect(() => judge(measured([], [], ratio(1)))).toThrow(RangeError);
  });
});

describe('a target by difference', () => {
  it('takes the middle of the rounds’ own differences', () => {
    // The differences are 0.5, 0.5 and 5; those of the middles would be 3.
    const judged = judge(measured([1, 8, 5], [0.5, 7.5, 0], difference(1)));
    expect(judged.verdict).toBe('met');
  });

  it('is met at the target itself and missed just above', () => {
    expect(judge(measured([3], [2], difference(1))).verdict).toBe('met');
    expect(judge(measured([3.1], [2], difference(1))).verdict).toBe('missed');
  });

  it('holds against a floor of nothing, which has no ratio', () => {
    const judged = judge(measured([0.9], [0], difference(1)));
    expect(judged).toMatchObject({ ratio: null, ratioRange: null, verdict: 'met' });
    expect(judge(measured([1.1], [0], difference(1))).verdict).toBe('missed');
  });

  it('is met by less than the floor', () => {
    expect(judge(measured([1], [2], difference(0))).verdict).toBe('met');
  });
});

it('reports what has no target, however bad', () => {
  expect(judge(measured([1000], [1], { kind: 'none' }))).toMatchObject({ ratio: 1000, verdict: 'reported' });
});

it('two counts disagree unless they are the same', () => {
  expect(disagrees({ what: 'rows', expected: 3, found: 3 })).toBe(false);
  expect(disagrees({ what: 'rows', expected: 3, found: 2 })).toBe(true);
  expect(disagrees({ what: 'rows', expected: 0, found: -0 })).toBe(false);
});
