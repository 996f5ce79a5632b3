import { expect, it } from 'vitest';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import { changesText, outcomeText, turnsOf } from '../../../../src/renderer/screens/rules/impact-lines.ts';

const nothing = { segments: [], motions: [], overLimits: [], overNamed: [] };
const still = { clocks: [], priorities: [] };

it('says a change of a limit and its outcome as a person would', () => {
  expect(changesText(defaultRuleSettings, { limitLarge: 90 })).toBe(
    'Large limit: 100 accounts → 90 accounts',
  );
  expect(changesText(defaultRuleSettings, { limitSmb: 40, returnDue: 'atWeeklyReview' })).toBe(
    'SMB limit: no limit → 40 accounts; Accounts that are due to return: Are listed, and moved by hand → Move at the weekly review',
  );
  const over = { bdr: 'Ann', segment: 'Large', used: 94, limit: 90, over: 4 } as const;
  expect(outcomeText({ impact: { ...nothing, overLimits: [over] }, decided: still })).toBe('4 accounts over');
  const both = { ...nothing, overLimits: [over], overNamed: [{ owner: 'B', held: 31, limit: 30 }] };
  expect(outcomeText({ impact: both, decided: still })).toBe('4 accounts over, 1 named account over');
  expect(outcomeText({ impact: nothing, decided: still })).toMatch(/^nothing today/);
  const decided = {
    clocks: [{ id: 'a', from: 'in time', to: 'due back' }],
    priorities: [{ id: 'a', from: 2, to: null }],
  } as const;
  expect(outcomeText({ impact: nothing, decided })).toBe(
    'the clocks of 1 account otherwise, 1 account with another suggested Priority',
  );
  expect(turnsOf({ impact: nothing, decided }).map(({ words }) => words)).toEqual([
    'Clocks: in time → due back',
    'Suggested: Priority 2 → No suggestion',
  ]);
});

it('puts accounts that turn the same way together, the most first', () => {
  const turns = turnsOf({
    impact: {
      ...nothing,
      segments: [
        { id: 'a', from: 'Large', to: 'Mid-Market' },
        { id: 'b', from: null, to: 'SMB' },
        { id: 'c', from: null, to: 'SMB' },
      ],
      motions: [{ id: 'a', from: 'Land', to: 'Expand' }],
    },
    decided: still,
  });
  expect(turns).toEqual([
    { words: 'Unknown → SMB', ids: ['b', 'c'] },
    { words: 'Large → Mid-Market', ids: ['a'] },
    { words: 'Land → Expand', ids: ['a'] },
  ]);
});
