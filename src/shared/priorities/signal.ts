/** PR-1 and PR-2: the signals of the ICP score, in the order in which they are shown. */
export const signals = [
  'highLam',
  'highDbQs',
  'salInsights',
  'personsWithLims',
  'techUsed',
  'triggers',
  'ceUsage',
  'itTedd',
  'industry',
  'adopterWords',
  'devOps',
] as const;
export type Signal = (typeof signals)[number];

export const signalWords: Readonly<Record<Signal, string>> = {
  highLam: 'High LAM',
  highDbQs: 'High DB QS',
  salInsights: 'SAL Insights',
  personsWithLims: 'Persons with LIMs',
  techUsed: 'Tech Used',
  triggers: 'Triggers',
  ceUsage: 'CE Usage',
  itTedd: 'IT/TEDD Staff',
  industry: 'Fitting Industry',
  adopterWords: 'Early Adopter',
  devOps: 'DevOps Adoption',
};

/** `unknown`: nobody has looked; it scores nothing, and is named with what it would be worth. */
export type SignalState = 'yes' | 'no' | 'unknown';
