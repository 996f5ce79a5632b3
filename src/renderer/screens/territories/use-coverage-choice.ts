import { useState } from 'react';
import type { CoverageMeasure } from '../../../shared/territories/coverage.ts';
import { useStore } from '../../app/store-context.tsx';
import type { StoreClient } from '../../store/api.ts';

/** What the coverage is laid out by, and what its shares are of. */
export interface CoverageChoice {
  readonly by: 'territory' | 'bdr';
  readonly measure: CoverageMeasure;
}

const remembered = new WeakMap<StoreClient, CoverageChoice>();

/** How the coverage is looked at, while the store is open: a list that it led to leads back to the same. */
export function useCoverageChoice(): readonly [CoverageChoice, (patch: Partial<CoverageChoice>) => void] {
  const store = useStore();
  const [choice, setChoice] = useState<CoverageChoice>(
    () => remembered.get(store) ?? { by: 'territory', measure: 'accounts' },
  );
  const change = (patch: Partial<CoverageChoice>): void => {
    const next = { ...choice, ...patch };
    remembered.set(store, next);
    setChoice(next);
  };
  return [choice, change];
}
