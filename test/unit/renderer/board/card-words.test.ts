import { expect, test } from 'vitest';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import type { BookRow } from '../../../../src/renderer/store/api.ts';
import {
  cardName,
  clockWords,
  dueState,
  dueWords,
  findingWords,
  kindWords,
  shortDate,
  suggestionWords,
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

const row: BookRow = {
  id: 'a',
  name: 'Acme',
  status: 'Queued',
  segment: 'Mid-Market',
  priority: 2,
  owner: '',
  bdrAssigned: '',
  place: 'Austin, TX, United States',
  employees: '1,200',
  employeesMin: 1200,
  website: '',
  domain: '',
  industry: 'Robotics',
  type: '',
  crmId: '',
  nextStep: '',
  nextStepDate: null,
  workingSince: null,
  nominatedBy: '',
  findings: [],
};

test('a card says all that it shows, and what its icons mean', () => {
  const finding = { rule: 'SEG-1', message: { id: 'Segment unknown' } } as const;
  const full: BookRow = {
    ...row,
    nominatedBy: 'Ada',
    nextStepDate: day('2026-03-11'),
    workingSince: day('2026-03-01'),
    findings: [finding],
  };
  expect(cardName(full, today)).toMatch(
    /^Acme, Nominated by Ada, segment Mid-Market, Priority 2, Austin, TX, United States, next step Overdue, .*11, Actively Working Since .*1, warning Segment unknown$/,
  );
});

test('a card without dates and findings says what the account is instead', () => {
  expect(cardName(row, today)).toBe(
    'Acme, segment Mid-Market, Priority 2, Austin, TX, United States, 1,200 employees, Robotics',
  );
  expect(kindWords({ ...row, industry: '' })).toBe('1,200 employees');
  expect(kindWords({ ...row, employees: '' })).toBe('Robotics');
  const bare: BookRow = { ...row, segment: null, priority: null, place: '', employees: '', industry: '' };
  expect(cardName(bare, today)).toBe('Acme, segment Unknown, No priority');
});

test.each([
  { due: '2026-03-16', state: 'running', words: '4 days' },
  { due: '2026-03-13', state: 'warned', words: '1 day' },
  { due: '2026-03-12', state: 'warned', words: 'last day' },
  { due: '2026-03-11', state: 'late', words: 'late 1 day' },
  { due: '2026-03-10', state: 'late', words: 'late 2 days' },
  { due: '2026-03-16', state: 'paused', words: 'paused' },
  { due: null, state: 'paused', words: 'paused' },
] as const)('a clock $state until $due says “$words” (AW-9)', ({ due, state, words }) => {
  const clock = { rule: 'AW-9', state, due: due === null ? null : day(due) } as const;
  expect(clockWords(clock, today)).toBe(words);
});

test('a card tells its clock with the rule, its territory, and the suggestion that was not taken (PR-4)', () => {
  const decided = {
    territory: 'EMEA-UKI',
    mappedBdr: '',
    motion: 'Land',
    score: 70,
    suggested: 1,
    expandRank: null,
    clock: { rule: 'AW-10', state: 'running', due: day('2026-03-20') },
    wakeOn: null,
    results: [],
  } as const;
  const worked: BookRow = { ...row, status: 'Actively Working', priority: 2, decided };
  expect(cardName(worked, today)).toContain('Priority 2 suggested 1, territory EMEA-UKI');
  expect(cardName(worked, today)).toContain('8 days left under AW-10');
  expect(suggestionWords({ ...worked, priority: 1 })).toBe('');
  expect(suggestionWords({ ...worked, priority: null })).toBe('suggested 1');
  // One that is not worked needs no Priority.
  expect(suggestionWords({ ...worked, priority: null, status: 'Queued' })).toBe('');
});
