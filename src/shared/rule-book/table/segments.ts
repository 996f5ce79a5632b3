import type { Rule } from '../rule.ts';

/** Section 3 of the domain. */
export const segmentRules: readonly Rule[] = [
  {
    id: 'SEG-1',
    title: 'Segment by employees',
    explanation:
      'SMB has up to {smbTo} employees, Mid-Market {midMarketFrom} to {midMarketTo}, Large {largeFrom} and more. A range decides only if it lies wholly in one segment. Otherwise, and without a count, the segment is unknown and the account is listed for research; it is never guessed.',
    settings: ['midMarketFrom', 'largeFrom'],
    sources: ['004'],
  },
  {
    id: 'SEG-2',
    title: 'Which employee count',
    explanation:
      'The first source that has a count decides: admin override, {boughtCounts}, and last the count of an imported list. LinkedIn is no source. The older handbook puts DataFox before ZoomInfo; you can choose.',
    settings: ['employeeSourceOrder'],
    sources: ['003', '004'],
  },
  {
    id: 'SEG-3',
    title: 'Hierarchies share the highest segment',
    explanation:
      'All accounts under one ultimate parent take the highest segment found among them. Parents that are missing or run in a circle are reported.',
    settings: [],
    sources: ['003', '004'],
  },
  {
    id: 'SEG-4',
    title: 'Proposing another count or place',
    explanation:
      'You can propose another employee count or headquarters with a link to its source; LinkedIn is not accepted as one. The proposal stands beside the count and changes nothing until it is accepted. Only proposals that would change the segment are reviewed. A segment change that new data brings {segmentChange}.',
    settings: ['segmentChange'],
    sources: ['004'],
  },
  {
    id: 'SEG-5',
    title: 'Land or Expand',
    explanation:
      'A hierarchy with a customer whose Total CARR is {expandFromCarr} USD or more is Expand, every other one is Land. Who only bought CI minutes is still a prospect. A First Order Available box that says otherwise is pointed out.',
    settings: ['expandFromCarr'],
    sources: ['003'],
  },
  {
    id: 'SEG-6',
    title: 'Stand-alone accounts',
    explanation:
      'A child with its own buying authority (held by private equity or a holding, or a government entity) can be recorded as stand-alone: it then forms its own hierarchy, with its children. Franchises do not count towards their headquarters.',
    settings: [],
    sources: ['004'],
  },
];
