import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../builders/random.ts';

describe('seeded randomness', () => {
  it('draws the same numbers from the same seed, others from another', () => {
    const draw = (seed: number): number[] => Array.from({ length: 50 }, seededRandom(seed).next);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('spreads whole numbers evenly over the range, both ends included', () => {
    const random = seededRandom(1);
    const counts = new Map<number, number>();
    for (let round = 0; round < 60_000; round += 1) {
      const drawn = random.int(1, 6);
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('forks streams that do not depend on how much the parent has drawn', () => {
    const quiet = seededRandom(3);
    const busy = seededRandom(3);
    for (let round = 0; round < 10; round += 1) busy.next();
    expect(busy.fork('names').next()).toBe(quiet.fork('names').next());
    expect(quiet.fork('names').next()).not.toBe(quiet.fork('places').next());
  });

  it('shuffles without losing or doubling anything', () => {
    const items = Array.from({ length: 200 }, (_, index) => index);
    const shuffled = seededRandom(5).shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
  });

  it('weighs', () => {
    const random = seededRandom(9);
    const drawn = Array.from({ length: 10_000 }, () =>
      random.weighted([
        ['often', 9],
        ['seldom', 1],
      ] as const),
    );
    const seldom = drawn.filter((word) => word === 'seldom').length;
    expect(seldom).toBeGreaterThan(850);
    expect(seldom).toBeLessThan(1150);
  });
});
