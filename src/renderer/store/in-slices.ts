import type { Steps } from '../../shared/steps.ts';
import { pause } from './pause.ts';

/** Milliseconds of work after which commands get their turn. */
const sliceMs = 25;

/**
 * Runs long work so that messages are heard in between: no command waits longer than a slice.
 * @param breathe what happens in between; what it throws ends the work
 */
export async function inSlices<T>(steps: Steps<T>, breathe: () => Promise<void> = pause): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() - begun < sliceMs) continue;
    await breathe();
    begun = performance.now();
  }
}
