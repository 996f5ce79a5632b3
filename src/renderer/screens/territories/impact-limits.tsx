import { useEffect, useState } from 'react';
import type { LimitPassed } from '../../../shared/territories/impact.ts';
import { useStore } from '../../app/store-context.tsx';
import { choiceOf, type Ticks } from './impact-ticks.ts';

/** AW-6, counted anew as lines are ticked off. */
export function usePartLimits(
  draft: string,
  ticks: Ticks,
  whole: readonly LimitPassed[],
): readonly LimitPassed[] {
  const store = useStore();
  const [part, setPart] = useState<{ readonly ticks: Ticks; readonly limits: readonly LimitPassed[] } | null>(
    null,
  );
  const isWhole = ticks.all && ticks.except.size === 0;
  useEffect(() => {
    if (isWhole) return undefined;
    let isOver = false;
    void store.ask('partImpact', { draft, chosen: choiceOf(ticks) }).then((limits) => {
      if (!isOver && limits !== null) setPart({ ticks, limits });
    });
    return () => {
      isOver = true;
    };
  }, [store, draft, ticks, isWhole]);
  return isWhole ? whole : (part?.limits ?? whole);
}

/** AW-6: who would be over a limit, or that nobody would. */
export function Limits({ limits }: { readonly limits: readonly LimitPassed[] }) {
  if (limits.length === 0) return <p className="muted">No limit would be passed (AW-6).</p>;
  return (
    <ul className="notice notice-warn" aria-label="Limits that would be passed">
      {limits.map(({ bdr, segment, before, after, limit }) => (
        <li key={`${bdr}|${segment}`}>
          AW-6: {bdr} would have {after.toLocaleString()} {segment} accounts in Actively Working, the limit is{' '}
          {limit.toLocaleString()} (now {before.toLocaleString()}). Nobody is evicted, but none could enter.
        </li>
      ))}
    </ul>
  );
}
