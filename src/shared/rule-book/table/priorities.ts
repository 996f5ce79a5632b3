import type { Rule } from '../rule.ts';

/** Section 6 of the domain. */
export const priorityRules: readonly Rule[] = [
  {
    id: 'PR-1',
    title: 'ICP notes',
    explanation:
      'ICP notes have six parts: High LAM ({highLamPercent} % of the employees or more), High DB QS (over {highDbQsOver}), SAL Insights, Persons with LIMs, Tech Used, Triggers. All six are always there; “None” is an answer. They stand in Account Research as plain text, which can be edited in the CRM and is read back without loss.',
    settings: ['highLamPercent', 'highDbQsOver'],
    sources: ['003'],
  },
  {
    id: 'PR-2',
    title: 'Other good signs',
    explanation:
      'Community edition in use, {itTeddFrom} or more IT/TEDD staff, a fitting industry, the words of early adopters (Kubernetes, DevOps, CI/CD and the like), DevOps adopted or being hired for.',
    settings: ['itTeddFrom'],
    sources: ['003'],
  },
  {
    id: 'PR-3',
    title: 'ICP score',
    explanation:
      'A score from 0 to 100 adds up the signals by their weights, and says what each point is for. What is not known scores nothing and is named, so that you see what research would be worth.',
    settings: [],
    sources: ['003', 'ours'],
  },
  {
    id: 'PR-4',
    title: 'Suggested Priority',
    explanation:
      'A strong account (a score of {strongScoreFrom} or more) with a trigger of the last {recentTriggerDays} {recentTriggerDays|day|days} is Priority 1, a weak one (under {weakScoreUnder}) always Priority 3; a middle one is Priority 2, and so is a strong one without any trigger. Only old triggers make it Priority 3. With nothing known there is no suggestion. You choose; choosing otherwise asks for a word why.',
    settings: ['strongScoreFrom', 'weakScoreUnder', 'recentTriggerDays'],
    sources: ['003', 'ours'],
  },
  {
    id: 'PR-5',
    title: 'The mix of Priorities',
    explanation:
      'Of your Land accounts in Actively Working {mixPriority1} % are Priority 1, {mixPriority2} % Priority 2 and {mixPriority3} % Priority 3. You see where you stand and the fewest changes that get you there. Priority 1 is never proposed without a recent trigger.',
    settings: ['mixPriority1', 'mixPriority2'],
    sources: ['003'],
  },
  {
    id: 'PR-6',
    title: 'Working style by Priority',
    explanation:
      'Priority 1 is tailored and has a next step in the future. Priority 2 follows a weekly plan and renews its next step at least every {renewPriority2Days} {renewPriority2Days|day|days}, Priority 3 is nurtured and renews it every {renewPriority3Days} {renewPriority3Days|day|days}. Hints while you write, never a block.',
    settings: ['renewPriority2Days', 'renewPriority3Days'],
    sources: ['003'],
  },
  {
    id: 'PR-7',
    title: 'Next step when a sequence starts',
    explanation:
      'When a sequence starts, its end, one month on, is proposed as the next step date, or an earlier day where the Priority asks for one.',
    settings: [],
    sources: ['003', 'ours'],
  },
  {
    id: 'PR-8',
    title: 'Rank of Expand accounts',
    explanation:
      'Expand accounts have a rank instead of a Priority. Rank 1 has high intent and is worked closely with the AE. Rank 2 is an ICP ultimate parent (a score of {icpScoreFrom} or more) with community edition users in the hierarchy, by CARR and LAM, medium or low intent and a small renewal (up to {smallRenewalUpTo} USD) this quarter. Rank 3 is the same, but no ICP.',
    settings: ['icpScoreFrom', 'smallRenewalUpTo'],
    sources: ['003'],
  },
  {
    id: 'PR-9',
    title: 'Research checklist',
    explanation:
      'Past opportunities and why they ended, rank notes, usage, LAM, leads and last interesting moments, web activity, news and hiring, technology, playbooks by persona, and duplicates by name, mail domain, website and addresses.',
    settings: [],
    sources: ['003'],
  },
  {
    id: 'PR-10',
    title: 'Who may be contacted',
    explanation:
      'Do-not-call is respected. People in the EU who were added before May 2018 need their opt-in, newer ones an allowed source. People who only signed up for the product are left alone until they raise a hand.',
    settings: [],
    sources: ['003', '004'],
  },
];
