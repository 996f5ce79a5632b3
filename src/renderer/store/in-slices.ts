import type { Steps } from '../../shared/steps.ts';
import { pause } from './pause.ts';

/** Milliseconds of work after which commands get their turn. */
const sliceMs = 25;

/** Runs long work so that messages are heard in between: no command waits longer than a slice. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() - begun < sliceMs) continue;
    await pause();
    begun = performance.now();
  }
}
