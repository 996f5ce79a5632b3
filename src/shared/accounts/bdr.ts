import { fold } from './normalise.ts';

/** Names of BDRs are compared trimmed, and case and accents make no difference (AW-1). */
const sameBdr = (a: string, b: string): boolean => fold(a.trim()) === fold(b.trim());

export const isBlankName = (name: string | undefined): boolean => name === undefined || name.trim() === '';

/** Whether an account is somebody else's: assigned, and not to the workspace's BDR (AW-1, AW-7). */
export const isAnothers = (bdrAssigned: string | undefined, bdr: string): boolean =>
  bdrAssigned !== undefined && !isBlankName(bdrAssigned) && !sameBdr(bdrAssigned, bdr);
