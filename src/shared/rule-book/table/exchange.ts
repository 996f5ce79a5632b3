import type { Rule } from '../rule.ts';

/** Section 12 of the domain, as far as files go. */
export const exchangeRules: readonly Rule[] = [
  {
    id: 'EX-2',
    title: 'Nothing is imported unseen',
    explanation:
      'Before an import is applied, a preview shows what is new, changed, identical, skipped and refused. The numbers of rows always add up.',
    settings: [],
    sources: ['ours'],
  },
  {
    id: 'EX-3',
    title: 'Matching rows to accounts',
    explanation:
      'A row is matched by CRM ID, then by domain, then by name and country; otherwise it is new. Domains of free mail and shared hosts never match. When several accounts fit, you are asked.',
    settings: [],
    sources: ['ours'],
  },
  {
    id: 'EX-4',
    title: 'Blank cells',
    explanation: 'A blank cell in a file never erases what an account has, unless you ask for it per column.',
    settings: [],
    sources: ['ours'],
  },
  {
    id: 'EX-5',
    title: 'Export presets',
    explanation: 'Exporting accounts and importing the same file again changes nothing.',
    settings: [],
    sources: ['003'],
  },
  {
    id: 'EX-6',
    title: 'Safe cells',
    explanation:
      'Cells that a spreadsheet would run as a formula are made safe on the way out and restored on the way in.',
    settings: [],
    sources: ['ours'],
  },
  {
    id: 'EX-7',
    title: 'Public sector in shared files',
    explanation:
      'Accounts that are flagged as public sector are left out of exports that are shared, unless you confirm that they may go along.',
    settings: [],
    sources: ['ours'],
  },
];
