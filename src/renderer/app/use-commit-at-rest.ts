import { useEffect, useRef } from 'react';

/** Milliseconds of rest after which what was typed counts. */
const typingRest = 120;

/**
 * Commits what is typed when typing rests, or at once when the field goes away before: what was typed last holds.
 * @param committed what was committed last; nothing is done while it is the same as `value`
 */
export function useCommitAtRest(value: string, committed: string, commit: (value: string) => void): void {
  const pending = useRef<(() => void) | null>(null);
  useEffect(() => {
    pending.current = value === committed ? null : () => commit(value);
  });
  useEffect(() => {
    if (value === committed) return undefined;
    const timer = window.setTimeout(() => pending.current?.(), typingRest);
    return () => window.clearTimeout(timer);
  }, [value, committed]);
  useEffect(() => () => pending.current?.(), []);
}
