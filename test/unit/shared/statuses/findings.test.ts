import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { findingsOf, type FindingInput } from '../../../../src/shared/statuses/findings.ts';

type Part = Partial<Omit<FindingInput, 'row'>> & { readonly row?: Partial<FindingInput['row']> };

function said({ row, ...rest }: Part): string[] {
  const input: FindingInput = {
    row: {
      id: 'a',
      status: '',
      bdrAssigned: '',
      employees: '500',
      website: 'acme.com',
      nextStepDate: null,
      workingSince: null,
      ...row,
    },
    segment: 'Mid-Market',
    countCrossesBorder: false,
    hierarchy: { root: 'a', path: ['a'] },
    nameOf: (id) => id.toUpperCase(),
    bdr: 'Ann',
    today: '2026-11-21' as IsoDate,
    ...rest,
  };
  return findingsOf(input).map(({ rule, message }) => {
    const text = sayStrictly(message);
    if (rule !== 'field') expect(text.startsWith(`${rule}: `)).toBe(true);
    return text;
  });
}

it('an account that has everything has no findings', () => {
  expect(said({})).toEqual([]);
});

describe('SEG-1: an unknown segment is listed for research', () => {
  it('without a count', () => {
    expect(said({ segment: null, row: { employees: '' } })).toEqual([
      'SEG-1: no employee count, so the segment is unknown. Fill in one under Size.',
    ]);
  });

  it('with a range that crosses a border', () => {
    expect(said({ segment: null, countCrossesBorder: true, row: { employees: '50-150' } })).toEqual([
      'SEG-1: 50-150 employees cross a segment border, so the segment is unknown. Find the exact count.',
    ]);
  });

  it.each([
    ['50-150', 'SMB', true],
    ['50-150', 'Mid-Market', false],
    ['50-150', 'Large', false],
    ['1,000-5,000', 'Mid-Market', true],
    ['1,000+', 'Mid-Market', true],
    ['1,000+', 'Large', false],
  ] as const)('a range %s in a hierarchy of %s may raise it: %s', (employees, segment, listed) => {
    expect(said({ segment, countCrossesBorder: true, row: { employees } })).toEqual(
      listed
        ? [
            `SEG-1: ${employees} employees reach above ${segment}, so the exact count may raise its whole hierarchy.`,
          ]
        : [],
    );
  });

  it('not where the hierarchy knows', () => {
    expect(said({ segment: 'SMB', row: { employees: '' } })).toEqual([]);
  });
});

describe('SEG-3: wrong parent links are reported where they can be mended', () => {
  it('at the members of a circle', () => {
    const hierarchy = { root: 'a', path: ['b', 'a'], problem: 'cycle', cycle: ['a', 'b'] } as const;
    expect(said({ hierarchy, row: { id: 'b' } })).toEqual([
      'SEG-3: the parents run in a circle: A → B → A. Correct one Parent Account.',
    ]);
    expect(said({ hierarchy: { ...hierarchy, path: ['c', 'b', 'a'] }, row: { id: 'c' } })).toEqual([]);
  });

  it('at the account whose parent is missing', () => {
    const hierarchy = { root: 'a', path: ['a'], problem: 'missing-parent' } as const;
    expect(said({ hierarchy, parentRef: 'Globex' })).toEqual([
      'SEG-3: the parent account “Globex” is not in the book. Import it, or correct Parent Account.',
    ]);
    expect(said({ hierarchy: { ...hierarchy, path: ['b', 'a'] }, row: { id: 'b' } })).toEqual([]);
  });
});

describe('AW-1, AW-2: an account that arrived in Actively Working is accepted as it is, then listed', () => {
  const working = { status: 'Actively Working', workingSince: '2026-11-01', bdrAssigned: 'ann ' } as {
    status: 'Actively Working';
    workingSince: IsoDate;
    bdrAssigned: string;
  };

  it.each([
    ['its own', working, []],
    ['of another BDR', { ...working, bdrAssigned: 'Bob' }, ['AW-1: Actively Working, but assigned to Bob.']],
    [
      'of nobody',
      { ...working, bdrAssigned: '' },
      ['AW-1: Actively Working, but BDR Assigned is empty. Fill it in.'],
    ],
    [
      'without a start date',
      { ...working, workingSince: null },
      ['AW-2: Actively Working without a start date, so its clocks do not run.'],
    ],
    ['since today', { ...working, workingSince: '2026-11-21' as IsoDate }, []],
    [
      'since tomorrow',
      { ...working, workingSince: '2026-11-22' as IsoDate },
      ['AW-2: the Actively Working start date Nov 22, 2026 is in the future.'],
    ],
  ])('%s', (_sentence, row, texts) => {
    expect(said({ row })).toEqual(texts);
  });

  it('elsewhere none of it matters, nor before the workspace has a BDR', () => {
    expect(said({ row: { ...working, bdrAssigned: 'Bob' }, bdr: '' })).toEqual([]);
    expect(said({ row: { status: 'Queued', bdrAssigned: 'Bob' } })).toEqual([]);
  });
});

describe('CLK-3: overdue = before today; today is neither', () => {
  it.each([
    ['2026-11-20', true],
    ['2026-11-21', false],
    ['2026-11-22', false],
  ])('%s: %s', (date, overdue) => {
    expect(said({ row: { nextStepDate: date as IsoDate } })).toEqual(
      overdue ? ['CLK-3: the next step was due on Nov 20, 2026. Set the next one.'] : [],
    );
  });
});

it.each([
  ['', 'The website is missing.'],
  ['  ', 'The website is missing.'],
  ['[Blank]', 'The only known domain is a free-mail provider ([Blank]). Look for the website.'],
])('website %j', (website, text) => {
  expect(said({ row: { website } })).toEqual([text]);
});
