import { z } from 'zod';

/**
 * The settings of a workspace. Every number of the domain is a setting whose default is the number in the
 * domain; the rule id stands beside it.
 */
export const workspaceSettings = z.object({
  /** Shown in the top line. */
  name: z.string().min(1).max(120),
  /** The BDR whose book this is (AW-1). Compared with "BDR Assigned" ignoring case and outer blanks. */
  bdr: z.string().max(200),
  /** IANA name; dates are calendar days in this zone (CLK-1). */
  timeZone: z.string().min(1),
  /** AW-6, inclusive. */
  limitMidMarket: z.int().min(1).max(100_000),
  /** AW-6, inclusive. */
  limitLarge: z.int().min(1).max(100_000),
  /** AW-6: SMB has none unless set. */
  limitSmb: z.int().min(1).max(100_000).optional(),
  /** CLK-4: first month of the fiscal year, 1-12. */
  fiscalYearFirstMonth: z.int().min(1).max(12),
});
export type WorkspaceSettings = z.infer<typeof workspaceSettings>;

export const defaultSettings = (from: {
  name: string;
  bdr: string;
  timeZone: string;
}): WorkspaceSettings => ({ ...from, limitMidMarket: 150, limitLarge: 100, fiscalYearFirstMonth: 2 });

/** A column that an import brought and the domain has no field for (domain section 2, last line). */
export interface CustomField {
  readonly id: string;
  /** Stable: survives a change of label. */
  readonly key: string;
  readonly label: string;
}
