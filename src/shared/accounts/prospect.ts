import { z } from 'zod';
import type { IsoDate } from '../clock.ts';

const isoDate = z.iso.date().transform((text) => text as IsoDate);
const text = z.string().min(1);

/** A person at an account: enough to run the rules, no second CRM (domain section 2). Sparse like an account. */
export const prospectValues = z.object({
  accountId: text,
  name: text,
  title: text.optional(),
  email: text.optional(),
  persona: z.enum(['VIP', 'influencer', 'user']).optional(),
  leadStatus: text.optional(),
  mqlDate: isoDate.optional(),
  touchLevel: z.enum(['high', 'low']).optional(),
  sequenceName: text.optional(),
  sequencedOn: isoDate.optional(),
  endedOn: isoDate.optional(),
  state: z.enum(['active', 'finished', 'paused']).optional(),
  /** Sequences before the present one: a second sequencing must not erase that there was a first (AW-10). */
  earlierSequences: z
    .array(z.object({ name: text.optional(), on: isoDate, ended: isoDate.optional() }))
    .optional(),
  lastActivity: isoDate.optional(),
  nextTaskDate: isoDate.optional(),
  lastInterestingMoment: text.optional(),
  lastInterestingMomentDate: isoDate.optional(),
  phone: text.optional(),
  doNotCall: z.boolean().optional(),
  mailOptIn: z.boolean().optional(),
  inactive: z.boolean().optional(),
  partnerProspected: z.boolean().optional(),
  addedOn: isoDate.optional(),
  source: text.optional(),
  /** Where the person lives or works; without it the account's place counts (PR-10). */
  country: text.optional(),
  /** PR-10: took an active step (asked for contact, a demo, a trial), beyond signing up for a product. */
  raisedHand: z.boolean().optional(),
  /** AW-14: the day of their latest answer to us. */
  answeredOn: isoDate.optional(),
  /** AW-14: the event that sales nominated them for, and the day on which they responded to the invitation. */
  nominatedForEvent: text.optional(),
  eventResponseOn: isoDate.optional(),
});
export type ProspectValues = z.infer<typeof prospectValues>;

export interface Prospect extends ProspectValues {
  readonly id: string;
}
