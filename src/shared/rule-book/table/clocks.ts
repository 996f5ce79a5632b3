import type { Rule } from '../rule.ts';

/** Section 0 of the domain. */
export const clockRules: readonly Rule[] = [
  {
    id: 'CLK-1',
    title: 'Days are days where you are',
    explanation:
      'Rules count calendar days in your time zone. Dates are stored as dates, so moving to another zone rewrites nothing; timestamps of the CRM become your dates before they are compared.',
    settings: [],
    sources: ['ours'],
  },
  {
    id: 'CLK-2',
    title: 'What counts as recent',
    explanation:
      'Recent is what happened in the last {recentDays} {recentDays|day|days}, today included: what happened today is free again on day {recentDays}. A date in the future is pointed out, and is never recent.',
    settings: ['recentDays'],
    sources: ['003', 'ours'],
  },
  {
    id: 'CLK-3',
    title: 'Due, late and past due',
    explanation:
      'What is due within {researchDays} {researchDays|day|days} of a start, as research is (AW-9), is due on day {researchDays} after it, and late from the day after that. Future means after today, overdue means before today; today itself is neither. One month on is the same day of the next month, or its last day.',
    settings: [],
    sources: ['ours'],
  },
  {
    id: 'CLK-4',
    title: 'Fiscal year',
    explanation:
      'A fiscal year begins in {fiscalYearFirstMonth} and is named for the calendar year in which it ends. It says which year an account was Worked in FY.',
    settings: ['fiscalYearFirstMonth'],
    sources: ['ours'],
  },
];
