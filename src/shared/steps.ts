/**
 * Long work in steps: whoever runs it may let others have their turn after each `yield`. The result is the
 * same however long the pauses are, since steps work on what they were given at the beginning.
 */
export type Steps<T> = Generator<void, T, void>;

/** Runs all steps at once. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
