import type { Rule } from '../rule.ts';

/** Section 4 of the domain. */
export const territoryRules: readonly Rule[] = [
  {
    id: 'TER-1',
    title: 'The territory mapping',
    explanation:
      'The mapping alone says which territory an account belongs to and who works it. Each row names one BDR, for Land, Expand or both, for some AEs or all, for a band of employees or all; the row that names most of what the account is wins. An account without a BDR row is listed for round-robin assignment.',
    settings: [],
    sources: ['002', '003'],
  },
  {
    id: 'TER-2',
    title: 'Where an account is',
    explanation:
      'The whole address of the first source that has a country: admin override, DataFox, ZoomInfo, shipping, billing. Fields of different sources are never mixed. A state or postal code that a territory needs and that is missing is listed.',
    settings: [],
    sources: ['004'],
  },
  {
    id: 'TER-3',
    title: 'The ultimate parent decides',
    explanation:
      'A territory follows from the segment of the hierarchy and the place of the ultimate parent, wherever the child is.',
    settings: [],
    sources: ['004'],
  },
  {
    id: 'TER-4',
    title: 'Named accounts',
    explanation:
      'A named account and its children belong to the named owner, wherever they are. A rep holds at most {namedLimit}; inherited children do not count. One more is refused with the list of those held.',
    settings: ['namedLimit'],
    sources: ['004'],
  },
  {
    id: 'TER-5',
    title: 'Children handed to a local territory',
    explanation:
      'A child can be handed to a local territory when both reps and their managers agree, or when the global owner decides so. It is recorded with the reason, who agreed and the date.',
    settings: [],
    sources: ['004'],
  },
  {
    id: 'TER-6',
    title: 'Public sector',
    explanation:
      'In the US, agencies, all universities and contractors with US-based support or {governmentShare} % or more of their business from government go to Public Sector, whatever their segment. Elsewhere they stay in their region; Canadian government goes to AMER Commercial. Descriptions are searched for the telling words, and a hit is a suggestion, never more.',
    settings: ['governmentShare'],
    sources: ['003', '004'],
  },
  {
    id: 'TER-7',
    title: 'Which territory comes first',
    explanation:
      'A recorded exception comes before a named account, then public sector or another vertical, then postal code (the longer prefix first), state, country and region. When two territories fit equally well, or none does, it is listed for you to settle.',
    settings: [],
    sources: ['ours'],
  },
  {
    id: 'TER-8',
    title: 'A new mapping is shown before it counts',
    explanation:
      'Before a new mapping is applied you see which accounts would change BDR, AE or territory, which Actively Working ones would change hands, and which limits would be passed. Nothing changes until you confirm, all of it or in part.',
    settings: [],
    sources: ['ours'],
  },
  {
    id: 'TER-9',
    title: 'Is this mine?',
    explanation:
      'Paste a company, with whatever you know of it, and read whose it is and why: its territory, its owners, and accounts in the book with the same name, domain, mail domain, place or parent.',
    settings: [],
    sources: ['003'],
  },
  {
    id: 'TER-10',
    title: 'Open opportunities of transferred accounts',
    explanation:
      'An open opportunity of a transferred account stays with its owner for {heldOpportunityDays} {heldOpportunityDays|day|days} after it was created. Until day {extensionAskDays} an extension can be asked, with evidence that it closes within {extensionCloseDays} {extensionCloseDays|day|days}.',
    settings: ['heldOpportunityDays', 'extensionAskDays', 'extensionCloseDays'],
    sources: ['004'],
  },
  {
    id: 'TER-11',
    title: 'Deals of resellers',
    explanation: 'A reseller’s deal follows the account of the end user, never the reseller’s own.',
    settings: [],
    sources: ['003', '004'],
  },
];
