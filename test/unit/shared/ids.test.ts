import { expect, it } from 'vitest';
import { uuidV7Source } from '../../../src/shared/ids.ts';
import { seededRandom } from '../../builders/random.ts';

const source = (nowMs: () => number, seed = 1) => {
  const random = seededRandom(seed);
  return uuidV7Source(nowMs, (bytes) => bytes.map(() => random.int(0, 255)));
};

it('ids of one millisecond, and of a clock set back, still sort in the order they were made', () => {
  const times = [1000, 1000, 1000, 2000, 500, 500, 2000, 2001];
  let at = 0;
  const ids = source(() => times[at++] ?? 3000);
  const made = times.map(() => ids.next());
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

it('the same seed and time make the same ids', () => {
  expect(source(() => 5).next()).toBe(source(() => 5).next());
  expect(source(() => 5, 2).next()).not.toBe(source(() => 5).next());
});
