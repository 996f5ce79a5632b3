import { icpParts, icpPartWords } from '../accounts/icp-notes.ts';

/** PR-1 and PR-2: the signals of the ICP score, in the order in which they are shown. */
export const signals = [...icpParts, 'ceUsage', 'itTedd', 'industry', 'adopterWords', 'devOps'] as const;
export type Signal = (typeof signals)[number];

export const signalWords: Readonly<Record<Signal, string>> = {
  ...icpPartWords,
  ceUsage: 'CE Usage',
  itTedd: 'IT/TEDD Staff',
  industry: 'Fitting Industry',
  adopterWords: 'Early Adopter',
  devOps: 'DevOps Adoption',
};

/** `unknown`: nobody has looked; it scores nothing, and is named with what it would be worth. */
export type SignalState = 'yes' | 'no' | 'unknown';
