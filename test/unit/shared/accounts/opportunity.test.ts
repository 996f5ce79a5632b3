import { expect, it } from 'vitest';
import { opportunityState, opportunityValues } from '../../../../src/shared/accounts/opportunity.ts';

it.each([
  [undefined, 'open'],
  ['', 'open'],
  ['0-Pending Acceptance', 'open'],
  ['1-Discovery', 'open'],
  ['6-Closed Won', 'won'],
  ['Closed Won', 'won'],
  ['7-Closed Lost', 'lost'],
  ['closed lost', 'lost'],
  ['9-Unqualified', 'dropped'],
  ['10-Duplicate', 'dropped'],
  ['Wonder', 'open'],
])('a stage %j means %s', (stage, state) => {
  expect(opportunityState({ stage })).toBe(state);
});

it('an opportunity is read strictly: an account, and dates that are dates', () => {
  expect(opportunityValues.safeParse({ accountId: 'a', createdDate: '2026-02-28' }).success).toBe(true);
  expect(opportunityValues.safeParse({ accountId: 'a', createdDate: '2026-02-30' }).success).toBe(false);
  expect(opportunityValues.safeParse({ createdDate: '2026-02-28' }).success).toBe(false);
});
