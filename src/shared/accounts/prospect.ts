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
});
export type ProspectValues = z.infer<typeof prospectValues>;

export interface Prospect extends ProspectValues {
  readonly id: string;
}
