import type { Rule } from '../rule.ts';

/** Section 5 of the domain. */
export const statusRules: readonly Rule[] = [
  {
    id: 'AW-0',
    title: 'Moves between statuses',
    explanation:
      'No status and Queued change freely. No status, Queued and Worked in FY can become Actively Working. Actively Working becomes Queued or Worked in FY, Worked in FY becomes Queued. Anything can be Restricted, and Restricted becomes Queued. These rules hold for what you do; a status that comes with an import is taken as it is and pointed out.',
    settings: [],
    sources: ['003'],
  },
  {
    id: 'AW-1',
    title: 'Who moves an account',
    explanation:
      'Only the BDR Assigned moves an account. A nomination is a mark that the BDR accepts by moving the account to Queued or Actively Working. An unassigned account that enters Actively Working becomes yours.',
    settings: [],
    sources: ['003'],
  },
  {
    id: 'AW-2',
    title: 'Stints in Actively Working',
    explanation:
      'Entering Actively Working starts a stint today, leaving ends it. Coming back is a new stint with new clocks, except on the same day, when the old one goes on. Another BDR Assigned keeps the stint.',
    settings: [],
    sources: ['003', 'ours'],
  },
  {
    id: 'AW-3',
    title: 'No recent MQL',
    explanation:
      'An account cannot enter Actively Working if an MQL was created there in the last {recentDays} {recentDays|day|days}: the SDR team has it.',
    settings: [],
    sources: ['003'],
  },
  {
    id: 'AW-4',
    title: 'No recent opportunity',
    explanation:
      'An account cannot enter if an opportunity was created in the last {recentDays} {recentDays|day|days}. An open one, or one lost less than {recentDays} {recentDays|day|days} ago, is a warning; one lost longer ago is a good reason to work the account.',
    settings: [],
    sources: ['003'],
  },
  {
    id: 'AW-5',
    title: 'No lead that is being qualified',
    explanation:
      'An account cannot enter if a lead in Qualifying has activity in the last {recentDays} {recentDays|day|days}, or an open task due today or later.',
    settings: [],
    sources: ['003'],
  },
  {
    id: 'AW-6',
    title: 'Limits of Actively Working',
    explanation:
      'A BDR has at most {limitMidMarket} Mid-Market and {limitLarge} Large accounts in Actively Working (SMB: {limitSmb}); the last free slot can be filled. Each account counts once. A lowered limit or a changed segment evicts nobody, but blocks further entry. An account of unknown segment cannot enter.',
    settings: ['limitMidMarket', 'limitLarge', 'limitSmb'],
    sources: ['003'],
  },
  {
    id: 'AW-7',
    title: 'Who cannot enter',
    explanation:
      'A Restricted account, or one assigned to another BDR, cannot enter Actively Working. People whom a partner prospects are not listed for sequencing and do not count.',
    settings: [],
    sources: ['003'],
  },
  {
    id: 'AW-3x',
    title: 'Overrides',
    explanation:
      'With the SAL or AE, a date and a reason, a recent MQL can be passed over if it is in a low-touch sequence, or if the account is Large and the outreach goes to other units or subsidiaries. Recent opportunities, limits and restrictions cannot be overridden.',
    settings: [],
    sources: ['003'],
  },
  {
    id: 'AW-8',
    title: 'Restricting an account',
    explanation:
      'Restricting needs a reason and who asked. Both are noted as a dated line in Account Research, outside the ICP notes.',
    settings: [],
    sources: ['003'],
  },
  {
    id: 'AW-9',
    title: 'Research in time',
    explanation:
      'Within {researchDays} {researchDays|day|days} of the start date Account Research, Account Strategy, BDR Next Step and BDR Next Step Date are all filled.',
    settings: ['researchDays'],
    sources: ['003'],
  },
  {
    id: 'AW-10',
    title: 'People in a sequence in time',
    explanation:
      'Within {sequencingDays} {sequencingDays|day|days} of the start date at least {peopleToSequence} {peopleToSequence|person|people} of this very account {peopleToSequence|is|are} added to a sequence. A sequence that was already running does not count, one that ends or pauses later still does.',
    settings: ['sequencingDays', 'peopleToSequence'],
    sources: ['003'],
  },
  {
    id: 'AW-11',
    title: 'Back to Queued',
    explanation:
      'An account that misses AW-9 or AW-10 is due back to Queued. You are warned from {returnWarningDays} {returnWarningDays|day|days} before. {returnDue} A clock can be paused with a reason.',
    settings: ['returnWarningDays', 'returnDue'],
    sources: ['003', 'ours'],
  },
  {
    id: 'AW-12',
    title: 'Worked in FY',
    explanation:
      'When people were sequenced in this stint and none has been active for {inactiveDays} {inactiveDays|day|days}, the account is due for Worked in FY, with the fiscal year. AW-11 is looked at first. It can come back later.',
    settings: ['inactiveDays'],
    sources: ['003'],
  },
  {
    id: 'AW-13',
    title: 'No other time limit',
    explanation: 'As long as outreach goes on, an account stays in Actively Working.',
    settings: [],
    sources: ['003'],
  },
  {
    id: 'AW-14',
    title: 'Coming back after an answer',
    explanation:
      'When someone answers, or a nominated event guest responds, after the account left Actively Working, you can bring it back: their own MQL or lead does not stand in the way. The limits still hold.',
    settings: [],
    sources: ['003'],
  },
  {
    id: 'AW-15',
    title: 'Many accounts at once',
    explanation:
      'BDR Assigned and status can be changed for many accounts at once: you see each account first, then those that pass are changed and the others are listed with their rule.',
    settings: [],
    sources: ['003'],
  },
];
