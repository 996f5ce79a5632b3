/**
 * Browser tests that take turns in `npm test`, which has minutes: those with the tag of the seed's parity run, the
 * others are told and have their turn with the next seed. `npm run test:long` runs all of them.
 */
export const turnTags = ['@even', '@odd'] as const;

/** Whose turn it is not. */
export const waitingTag = (seed: number): (typeof turnTags)[number] =>
  Math.abs(seed) % 2 === 0 ? '@odd' : '@even';
