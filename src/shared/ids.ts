import { v7 } from 'uuid';

/**
 * Own sortable ids (UUIDv7): made here, never taken from a CRM. Time and randomness are injected, so a
 * seeded source makes the same ids in every run.
 */
export interface IdSource {
  readonly next: () => string;
}

/**
 * @param nowMs milliseconds since the Unix epoch
 * @param random fills and returns the given array with random bytes
 */
export function uuidV7Source(nowMs: () => number, random: (into: Uint8Array) => Uint8Array): IdSource {
  let lastMs = 0;
  let sequence = 0;
  return {
    next: () => {
      const now = nowMs();
      if (now > lastMs) {
        lastMs = now;
        sequence = 0;
      } else {
        // A clock set back, or many ids in one millisecond: stay monotonic by counting on.
        sequence += 1;
        if (sequence > 0x7fff_ffff) {
          lastMs += 1;
          sequence = 0;
        }
      }
      return v7({ msecs: lastMs, seq: sequence, random: random(new Uint8Array(16)) });
    },
  };
}
