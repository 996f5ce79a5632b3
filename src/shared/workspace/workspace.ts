import { z } from 'zod';

/** The settings of a workspace; those of the rules have a history of their own (documents.ts). */
export const workspaceSettings = z.object({
  /** Shown in the top line. */
  name: z.string().min(1).max(120),
  /** The BDR whose book this is (AW-1). Compared with "BDR Assigned" ignoring case and outer blanks. */
  bdr: z.string().max(200),
  /** IANA name; dates are calendar days in this zone (CLK-1). */
  timeZone: z.string().min(1),
});
export type WorkspaceSettings = z.infer<typeof workspaceSettings>;

export const defaultSettings = (from: {
  name: string;
  bdr: string;
  timeZone: string;
}): WorkspaceSettings => ({ ...from });

/** A column that an import brought and the domain has no field for (domain section 2, last line). */
export interface CustomField {
  readonly id: string;
  /** Stable: survives a change of label. */
  readonly key: string;
  readonly label: string;
}
