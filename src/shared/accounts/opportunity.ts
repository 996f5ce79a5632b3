import { z } from 'zod';
import type { IsoDate } from '../clock.ts';
import { fold } from './normalise.ts';

const isoDate = z.iso.date().transform((text) => text as IsoDate);
const text = z.string().min(1);

/** An opportunity at an account, as the CRM has it; Groundwork only reads it (domain section 2). Sparse. */
export const opportunityValues = z.object({
  accountId: text,
  crmId: text.optional(),
  name: text.optional(),
  createdDate: isoDate.optional(),
  owner: text.optional(),
  stage: text.optional(),
  nextStepDate: isoDate.optional(),
  closeDate: isoDate.optional(),
  lostReason: text.optional(),
  /** TER-10: the extension that its owner asked for when the account went to another one. */
  extension: z.object({ askedOn: isoDate, evidence: text, granted: z.boolean().optional() }).optional(),
});
export type OpportunityValues = z.infer<typeof opportunityValues>;

export interface Opportunity extends OpportunityValues {
  readonly id: string;
}

/** `dropped`: unqualified or a duplicate; it neither lives nor was lost to anyone. */
export type OpportunityState = 'open' | 'lost' | 'won' | 'dropped';

/** What a stage means, whatever number a CRM puts before it ("7-Closed Lost"). A blank stage is open. */
export function opportunityState({ stage }: Pick<OpportunityValues, 'stage'>): OpportunityState {
  const word = fold(stage ?? '');
  if (/\blost\b/.test(word)) return 'lost';
  if (/\bwon\b/.test(word)) return 'won';
  return /\b(unqualified|disqualified|duplicate)\b/.test(word) ? 'dropped' : 'open';
}
