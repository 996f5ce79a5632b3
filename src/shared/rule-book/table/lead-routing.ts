import type { Rule } from '../rule.ts';

/** Section 10 of the domain. */
export const leadRoutingRules: readonly Rule[] = [
  {
    id: 'ROE-1',
    title: 'Nobody works the account',
    explanation:
      'A lead without an account, or whose account is Queued, Worked in FY or has no status, goes to the SDR team.',
    settings: [],
    sources: ['003'],
  },
  {
    id: 'ROE-2',
    title: 'Actively Working accounts',
    explanation:
      'If the BDR was active at the account in the last {recentDays} {recentDays|day|days}, or someone was on related leads (same company name or mail domain), the lead goes to the BDR Assigned. Without any activity it goes to the SDR team, and the BDR and the BDR’s manager are told.',
    settings: [],
    sources: ['003'],
  },
  {
    id: 'ROE-3',
    title: 'Restricted accounts',
    explanation:
      'The lead goes to the BDR Assigned, who asks the AE what to do. The answer is due in {restrictedAnswerHours} {restrictedAnswerHours|hour|hours}.',
    settings: ['restrictedAnswerHours'],
    sources: ['003'],
  },
  {
    id: 'ROE-4',
    title: 'Which SDR',
    explanation:
      'If another lead of the account is Accepted or Qualifying, with activity in the last {recentDays} {recentDays|day|days} or a task in the future, its owner works the new one too. If the other lead is still an MQL, the earliest MQL date owns. Otherwise it is round robin.',
    settings: [],
    sources: ['003'],
  },
  {
    id: 'ROE-5',
    title: 'Leads that a partner prospects',
    explanation:
      'A lead with the partner prospecting flag is nobody’s here. Leads that were met at a joint partner event stay, if their account is Actively Working, or they are in Qualifying or in a sequence.',
    settings: [],
    sources: ['003'],
  },
  {
    id: 'ROE-6',
    title: 'What counts as activity',
    explanation: 'Only activity that is logged in the CRM counts. Notes made here do not.',
    settings: [],
    sources: ['003'],
  },
];
