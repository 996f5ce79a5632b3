import fc from 'fast-check';

/** One seed repeats a whole run, and the long run tries each property more often. */
const seed = process.env['GROUNDWORK_SEED'];
const numRuns = process.env['FC_NUM_RUNS'] ?? (process.env['GROUNDWORK_LONG'] === '1' ? '1000' : undefined);
fc.configureGlobal({
  ...(seed === undefined || seed === '' ? {} : { seed: Number(seed) | 0 }),
  ...(numRuns === undefined || numRuns === '' ? {} : { numRuns: Number(numRuns) }),
});
