import { expect, test } from 'vitest';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import {
  dueState,
  dueWords,
  findingWords,
  shortDate,
} from '../../../../src/renderer/screens/board/card-words.ts';

const day = (text: string): IsoDate => text as IsoDate;
const today = day('2026-03-12');

test('CLK-3: today is neither overdue nor ahead', () => {
  expect(dueState(day('2026-03-11'), today)).toBe('overdue');
  expect(dueState(today, today)).toBe('today');
  expect(dueState(day('2026-03-13'), today)).toBe('ahead');
  expect(dueWords(day('2026-03-11'), today)).toMatch(/^Overdue, .*11/);
  expect(dueWords(today, today)).toBe('Today');
});

test('the year is told only when it is another one', () => {
  expect(shortDate(day('2026-05-04'), today)).not.toContain('2026');
  expect(shortDate(day('2027-05-04'), today)).toContain('2027');
  expect(shortDate(day('2026-05-04'), day('2027-01-01'))).toContain('2026');
});

test('the first finding in words, the others counted', () => {
  const finding = { rule: 'SEG-1', message: { id: 'Segment unknown' } } as const;
  expect(findingWords([])).toBe('');
  expect(findingWords([finding])).toBe('Segment unknown');
  expect(findingWords([finding, finding, finding])).toBe('Segment unknown +2');
});
