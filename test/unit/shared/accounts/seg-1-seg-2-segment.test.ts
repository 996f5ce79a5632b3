import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountValues, EmployeeCount, Segment } from '../../../../src/shared/accounts/account.ts';
import { chosenCount, ownSegment, segmentOfCount } from '../../../../src/shared/accounts/segment.ts';

describe('SEG-1: SMB 0-99, Mid-Market 100-1,999, Large 2,000 and more', () => {
  it.each<[EmployeeCount | undefined, Segment | null]>([
    [0, 'SMB'],
    [99, 'SMB'],
    [100, 'Mid-Market'],
    [1999, 'Mid-Market'],
    [2000, 'Large'],
    [2001, 'Large'],
    [10_000_000, 'Large'],
    [undefined, null],
  ])('%j employees: %s', (count, segment) => {
    expect(segmentOfCount(count)).toBe(segment);
  });
});

describe('SEG-1: a range that lies wholly in one segment decides it, one that crosses a border does not', () => {
  it.each<[EmployeeCount, Segment | null]>([
    [{ min: 0, max: 99 }, 'SMB'],
    [{ min: 50, max: 99 }, 'SMB'],
    [{ min: 99, max: 100 }, null],
    [{ min: 50, max: 100 }, null],
    [{ min: 100, max: 1999 }, 'Mid-Market'],
    [{ min: 99, max: 1999 }, null],
    [{ min: 100, max: 2000 }, null],
    [{ min: 1999, max: 2000 }, null],
    [{ min: 2000, max: 5000 }, 'Large'],
    [{ min: 0, max: 5000 }, null],
    [{ min: 1999 }, null],
    [{ min: 2000 }, 'Large'],
    [{ min: 0 }, null],
    [{ min: 99, max: 50 }, null],
  ])('%j: %s', (count, segment) => {
    expect(segmentOfCount(count)).toBe(segment);
  });

  it('decides a range exactly when every number in it has the same segment', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(300), (min, width) => {
        const inside = new Set<Segment | null>();
        for (let count = min; count <= min + width; count += 1) inside.add(segmentOfCount(count));
        expect(segmentOfCount({ min, max: min + width })).toBe(inside.size === 1 ? [...inside][0] : null);
      }),
      { numRuns: 300 },
    );
  });
});

describe('SEG-2: the first source that has a count decides', () => {
  const all: AccountValues = {
    name: 'Acme',
    employeesOverride: 2000,
    employeesZoomInfo: 100,
    employeesDataFox: 99,
    employeesImported: { min: 0, max: 9 },
  };
  const without = (...keys: (keyof AccountValues)[]): AccountValues =>
    Object.fromEntries(
      Object.entries(all).filter(([key]) => !keys.some((left) => left === key)),
    ) as AccountValues;

  it.each([
    ['admin override before all', all, 'override', 2000, 'Large'],
    ['then ZoomInfo', without('employeesOverride'), 'zoomInfo', 100, 'Mid-Market'],
    ['then DataFox', without('employeesOverride', 'employeesZoomInfo'), 'dataFox', 99, 'SMB'],
    [
      'last the imported list',
      without('employeesOverride', 'employeesZoomInfo', 'employeesDataFox'),
      'imported',
      { min: 0, max: 9 },
      'SMB',
    ],
  ] as const)('%s', (_sentence, values, source, count, segment) => {
    expect(chosenCount(values)).toEqual({ source, count });
    expect(ownSegment(values)).toBe(segment);
  });

  it('counts zero as a count', () => {
    expect(chosenCount({ name: 'A', employeesOverride: 0, employeesZoomInfo: 5000 })).toEqual({
      source: 'override',
      count: 0,
    });
  });

  it('does not look further when the first source crosses a border', () => {
    expect(
      ownSegment({ name: 'A', employeesZoomInfo: { min: 50, max: 150 }, employeesDataFox: 10 }),
    ).toBeNull();
  });

  it('has none when no source has one', () => {
    expect(chosenCount({ name: 'A' })).toBeUndefined();
    expect(ownSegment({ name: 'A' })).toBeNull();
  });
});
