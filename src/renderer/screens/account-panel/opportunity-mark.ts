import { opportunityState, type OpportunityValues } from '../../../shared/accounts/opportunity.ts';

const marks = {
  open: { word: 'open', tone: 'accent' },
  won: { word: 'won', tone: 'good' },
  lost: { word: 'lost', tone: 'neutral' },
  dropped: { word: 'not qualified', tone: 'neutral' },
} as const;

/** What a stage means, as a mark: its word, and the tone of its badge. */
export const stateMark = (opportunity: Pick<OpportunityValues, 'stage'>) =>
  marks[opportunityState(opportunity)];
