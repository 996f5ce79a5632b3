import { expect, it } from 'vitest';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import {
  changesText,
  mixText,
  outcomeText,
  seatsText,
  turnText,
  type Told,
} from '../../../../src/renderer/screens/rules/impact-lines.ts';

const nothing: Told = { overLimits: [], overNamed: [], turns: [], seats: [], mix: null, topics: [] };
const turn = (topic: Told['topics'][number], from: string | number | null, to: string | number | null) =>
  ({ topic, from, to, count: 1, accounts: [{ id: 'a', name: 'Acme' }] }) as const;

it('says a change of a limit and its outcome as a person would', () => {
  expect(changesText(defaultRuleSettings, { limitLarge: 90 })).toBe(
    'Large limit: 100 accounts → 90 accounts',
  );
  expect(changesText(defaultRuleSettings, { limitSmb: 40, returnDue: 'atWeeklyReview' })).toBe(
    'SMB limit: no limit → 40 accounts; Accounts that are due to return: Are listed, and moved by hand → Move at the weekly review',
  );
  const over = { bdr: 'Ann', segment: 'Large', used: 94, limit: 90, over: 4 } as const;
  const seats = { segment: 'Large', from: { used: 94, limit: 100 }, to: { used: 94, limit: 90 } } as const;
  const lowered: Told = { ...nothing, topics: ['limits', 'seats'], overLimits: [over], seats: [seats] };
  expect(outcomeText(lowered, ['limitLarge'])).toBe('4 accounts over');
  expect(outcomeText({ ...lowered, overNamed: [{ owner: 'B', held: 31, limit: 30 }] }, [])).toBe(
    '4 accounts over, 1 named account over',
  );
  expect(seatsText(seats)).toBe('Large slots: 6 of 100 free → 94 of 90');
  expect(seatsText({ segment: 'SMB', from: { used: 3, limit: null }, to: { used: 3, limit: 40 } })).toBe(
    'SMB slots: 3 without a limit → 37 of 40 free',
  );
});

it('counts what turns by topic, and says what was looked at where nothing does', () => {
  const turns = [turn('clocks', 'in time', 'due back'), turn('priorities', 2, null)];
  expect(outcomeText({ ...nothing, topics: ['priorities', 'clocks'], turns }, [])).toBe(
    '1 account with another suggested Priority, 1 account whose clocks stand otherwise',
  );
  expect(outcomeText({ ...nothing, topics: ['clocks', 'dueDays'] }, ['researchDays'])).toBe(
    'nothing in clocks and due days',
  );
  expect(outcomeText(nothing, ['governmentShare'])).toMatch(/^No account changes: .*TER-6/);
  expect(outcomeText({ ...nothing, topics: ['named'] }, ['namedLimit', 'restrictedAnswerHours'])).toMatch(
    /^nothing in named accounts\. No account changes: .*ROE-3/,
  );
  const mix = {
    counted: 10,
    actual: { 1: 1, 2: 4, 3: 5 },
    before: { 1: 2, 2: 3, 3: 5 },
    after: { 1: 3, 2: 3, 3: 4 },
  };
  expect(outcomeText({ ...nothing, topics: ['mix'], mix }, ['mixPriority1'])).toBe(
    'another target for the mix',
  );
  expect(outcomeText({ ...nothing, topics: ['mix'], mix: { ...mix, after: mix.before } }, [])).toBe(
    'nothing in the mix of Priorities',
  );
  expect(mixText(mix)).toBe(
    'Of 10 accounts with a Priority: Priority 1 target 2 → 3 (now 1), Priority 2 target 3 → 3 (now 4), Priority 3 target 5 → 4 (now 5)',
  );
});

it.each([
  ['segments', null, 'SMB', 'Unknown → SMB'],
  ['motions', 'Land', 'Expand', 'Land → Expand'],
  ['territories', null, 'EMEA-1', 'Territory: No territory → EMEA-1'],
  ['scores', 'as it is', 'up', 'ICP score goes up'],
  ['priorities', 2, null, 'Suggested: Priority 2 → No suggestion'],
  ['ranks', 3, null, 'Expand: Rank 3 → No rank'],
  ['clocks', 'in time', 'due back', 'Clocks: in time → due back'],
  ['dueDays', 'as it is', 'down', 'The due day comes sooner'],
  ['fiscalYears', 2027, 2026, 'Due for Worked in FY: 2027 → 2026'],
  ['reviews', null, '2026-11-30', 'Due back: moved by hand → back to Queued on Nov 30, 2026'],
  ['renewals', 'in time', 'overdue', 'Renewal of the next step: in time → overdue'],
  ['renewals', 'as it is', 'up', 'The next step is to be renewed later'],
  ['entries', 'refused', 'can enter', 'Entry: refused → can enter'],
  ['held', 'stays', 'longer', 'Opportunity: stays with its owner → longer'],
  ['thisWeek', 'later', 'this week', 'Next step: later → this week'],
] as const)('%s: %s to %s', (topic, from, to, words) => {
  expect(turnText({ topic, from, to })).toBe(words);
});
