import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { gapWords } from '../../../../src/renderer/screens/territories/gap-words.ts';

const lacking = {
  isHeadless: false,
  id: 'm',
  source: 'west.csv',
  importedOn: '2026-03-16' as IsoDate,
  rowCount: 1501,
  isInForce: true,
  missingRows: 500,
  heldParts: 1,
  mendableParts: 1,
} as const;

const headless = {
  isHeadless: true,
  id: 'm',
  source: 'west.csv',
  importedOn: '2026-03-16',
  rowCount: 3,
  canPutBack: false,
} as const;

describe('what is said of a mapping that is not whole (TER-1)', () => {
  it('which rows of which one, what that means, and that a piece can be put back', () => {
    expect(gapWords(lacking)).toBe(
      'TER-1: 500 rows of 1,501 are missing from the mapping west.csv of Mar 16, 2026. It is in force, so a ' +
        'territory or BDR may be wrong until they are back; receipts say so. 1 piece in quarantine can be put back.',
    );
  });

  it.each([
    ['one row', { missingRows: 1 }, '1 row of 1,501 is missing'],
    [
      'an older version whose rows are gone',
      { isInForce: false, heldParts: 0, mendableParts: 0 },
      'They are not in quarantine either: only a backup has them.',
    ],
    ['an older version', { isInForce: false }, 'It is not in force; only its rows and what differs from it'],
    [
      'pieces beyond mending',
      { heldParts: 2, mendableParts: 0 },
      '2 pieces in quarantine cannot be put back: import',
    ],
    [
      'nothing in quarantine',
      { heldParts: 0, mendableParts: 0 },
      'They are not in quarantine either: import it again',
    ],
  ])('%s', (_what, part, words) => {
    expect(gapWords({ ...lacking, ...part })).toContain(words);
  });

  it('of one whose own record is away, that another or none is in force', () => {
    expect(gapWords(headless)).toBe(
      'TER-1: the record of the mapping west.csv (3 rows) was put aside, so it cannot be in force: an older one, ' +
        'or none, decides. It cannot be put back: import it again, or restore a backup.',
    );
    expect(gapWords({ ...headless, canPutBack: true })).toContain('can be put back.');
    expect(gapWords({ ...headless, source: '' })).toContain('the mapping without a name (3 rows)');
  });
});
