import { useEffect, useState } from 'react';

/** A value as it was when it last rested for so long, in milliseconds: what waits for typing to pause. */
export function useRested<T>(value: T, ms: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(value), ms);
    return () => window.clearTimeout(timer);
  }, [value, ms]);
  return rested;
}
