import { useEffect, useState } from 'react';

/**
 * How many of `total` parts to draw: a few at first, more with every frame. Drawing everything at once
 * would keep the page from answering.
 */
export function useGrowing(total: number, step: number): number {
  const [drawn, setDrawn] = useState(step);
  useEffect(() => {
    if (drawn >= total) return undefined;
    const frame = requestAnimationFrame(() => setDrawn((present) => present + step));
    return () => cancelAnimationFrame(frame);
  }, [drawn, total, step]);
  return Math.min(drawn, total);
}
