import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionsLeft } from '../../../../src/shared/territories/part-positions.ts';

describe('where the rows that are left of a part once stood', () => {
  it.each([
    [3, [], [0, 1, 2]],
    [3, [0], [1, 2, 3]],
    [3, [1, 3], [0, 2, 4]],
    [2, [2], [0, 1]],
    [2, [9, 1, 1], [0, 2]],
    [0, [0, 1], []],
  ])('%i left, %j gone', (count, lacks, expected) => {
    expect(positionsLeft(count, lacks)).toEqual(expected);
  });

  it('is what taking the others out leaves', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(40)), (lacks) => {
        const left = Array.from({ length: 41 }, (_, at) => at).filter((at) => !lacks.includes(at));
        expect(positionsLeft(left.length, lacks)).toEqual(left);
      }),
    );
  });
});
