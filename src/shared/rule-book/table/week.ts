import type { Rule } from '../rule.ts';

/** Section 7 of the domain, as far as weeks are counted by. */
export const weekRules: readonly Rule[] = [
  {
    id: 'WK-1',
    title: 'The week',
    explanation:
      'A week runs from {weekFirstDay} to {weekLastDay}. Today’s “this week” ends with it, and a weekly review (AW-11) is held on its first day, or when the app is opened next.',
    settings: ['weekFirstDay'],
    sources: ['003', 'ours'],
  },
];
