import { useEffect, useState } from 'react';
import { clockFrom } from '../platform/page-clock.ts';
import { useSession } from './session-context.ts';

/** How often "12 minutes ago" is looked at anew, in milliseconds. */
const tickMs = 30_000;

/** The host's time in milliseconds, for ages; follows the clock every half minute. */
export function useNow(): number {
  const { clock } = useSession();
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((before) => before + 1), tickMs);
    return () => clearInterval(timer);
  }, []);
  return clockFrom(clock).nowMs();
}
