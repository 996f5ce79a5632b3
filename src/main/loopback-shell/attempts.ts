import { refusal, type Refusal } from './guard.ts';

/** Wrong tries that a door of the server bears: so many at once, then one more after each pause. */
export interface AttemptLimits {
  readonly atOnce: number;
  readonly pauseMs: number;
}

/**
 * Counts what went wrong at a door: wrong codes, wrong tokens. Codes and tokens of 256 bits cannot be guessed
 * at any speed; this keeps whoever tries from costing the machine anything.
 */
export interface Attempts {
  /** @returns the refusal while no further try is looked at, with the seconds to wait */
  readonly refused: () => Refusal | undefined;
  readonly failed: () => void;
}

/** @param nowMs a clock that never goes back; the machine's own, which a test's fixed clock does not stop */
export function createAttempts(
  { atOnce, pauseMs }: AttemptLimits,
  nowMs: () => number = () => performance.now(),
): Attempts {
  let left = atOnce;
  let countedAt = nowMs();
  /** Tries that came back by now. */
  const refill = (): void => {
    const cameBack = Math.floor((nowMs() - countedAt) / pauseMs);
    left = Math.min(atOnce, left + cameBack);
    countedAt += cameBack * pauseMs;
  };
  return {
    refused: () => {
      refill();
      return left > 0 ? undefined : tooMany(Math.max(1, Math.ceil((countedAt + pauseMs - nowMs()) / 1000)));
    },
    failed: () => {
      refill();
      if (left === atOnce) countedAt = nowMs();
      left = Math.max(0, left - 1);
    },
  };
}

const tooMany = (retryAfterS: number): Refusal => ({
  ...refusal(429, 'unreachable', `Too many wrong tries. Try again in ${retryAfterS} seconds.`),
  retryAfterS,
});
