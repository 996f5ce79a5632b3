import { describe, expect, it } from 'vitest';
import { decideBook, familiesOf } from '../../../../src/shared/territories/book-decisions.ts';
import {
  coverageByBdr,
  coverageByTerritory,
  type CoverageLine,
} from '../../../../src/shared/territories/coverage.ts';
import { MappingIndex } from '../../../../src/shared/territories/mapping-index.ts';
import { contextOf } from '../../../../src/shared/territories/territory-of.ts';
import { account, factsOf, row, us } from './given.ts';

const index = new MappingIndex([
  row('TEXAS', { states: us('TX'), bdr: 'Ann' }),
  row('FLORIDA', { states: us('FL'), bdr: 'Ben' }),
  row('EMPTY', { states: us('AK'), bdr: 'ann' }),
]);
const book = factsOf([
  account('a', { status: 'Actively Working', priority: 1, lamDevelopers: 300, bdrAssigned: 'Ann' }),
  account('b', { status: 'Actively Working', lamDevelopers: 100, bdrAssigned: 'Cem' }),
  account('c', { billingState: 'FL', employeesZoomInfo: { min: 3000, max: 4000 }, lamDevelopers: 200 }),
  account('d', { billingState: 'NY', employeesZoomInfo: undefined, priority: 2 }),
]);
const decisions = decideBook(familiesOf(book), contextOf(index));

const brief = ({ key, accounts, employees, lam, share }: CoverageLine): unknown[] => [
  key,
  accounts,
  employees,
  lam,
  share.accounts,
];

describe('coverage', () => {
  it('by territory, empty ones too, and last what is in none; shares are against the mean', () => {
    expect(coverageByTerritory(book, decisions, index).map(brief)).toEqual([
      ['EMPTY', 0, 0, 0, 0],
      ['FLORIDA', 1, 3000, 200, 1],
      ['TEXAS', 2, 10_000, 400, 2],
      ['', 1, 0, 0, 1],
    ]);
  });

  it('by BDR: BDR Assigned, else whom the mapping gives it to', () => {
    expect(coverageByBdr(book, decisions, index).map(brief)).toEqual([
      ['Ann', 1, 5000, 300, 1],
      ['Ben', 1, 3000, 200, 1],
      ['Cem', 1, 5000, 100, 1],
      ['', 1, 0, 0, 1],
    ]);
  });

  it('counts segments, and Priorities of what is Actively Working only', () => {
    const [, , texas, none] = coverageByTerritory(book, decisions, index);
    expect([texas?.segments, texas?.priorities, texas?.working]).toEqual([
      { Large: 2, 'Mid-Market': 0, SMB: 0, unknown: 0 },
      { '1': 1, '2': 0, '3': 0, none: 1 },
      2,
    ]);
    expect([none?.segments.unknown, none?.priorities, none?.withoutEmployees]).toEqual([
      1,
      { '1': 0, '2': 0, '3': 0, none: 0 },
      1,
    ]);
  });

  it('has no share where all have nothing', () => {
    const empty = coverageByTerritory([], new Map(), index);
    expect(empty.map(({ share }) => share)).toEqual(
      Array.from({ length: 3 }, () => ({ accounts: null, employees: null, lam: null })),
    );
  });
});
