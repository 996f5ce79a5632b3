export type TurnTag = '@even' | '@odd';

/** Browser tests that come one after the other get their tags by turns. */
export const turnOf = (at: number): TurnTag => (Math.abs(at) % 2 === 0 ? '@even' : '@odd');

/**
 * Whose turn it is not. `npm test`, which has minutes, runs the tests that carry the tag of its seed's parity; the others
 * are told, and have their turn with another seed. `npm run test:long` leaves out none for its tag.
 */
export const waitingTag = (seed: number): TurnTag => turnOf(seed + 1);
