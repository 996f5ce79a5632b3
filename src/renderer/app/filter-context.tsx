import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type { Filter } from '../store/api.ts';

interface SharedFilter {
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
}

const FilterContext = createContext<SharedFilter | null>(null);

/** Keeps one filter for board and table while the app is open: what was narrowed there stays narrowed here. */
export function FilterProvider({ children }: { readonly children: ReactNode }) {
  const [filter, setFilter] = useState<Filter>({});
  const value = useMemo(() => ({ filter, setFilter }), [filter]);
  return <FilterContext value={value}>{children}</FilterContext>;
}

/** @throws outside FilterProvider: a broken invariant. */
export function useSharedFilter(): SharedFilter {
  const shared = use(FilterContext);
  if (shared === null) throw new Error('useSharedFilter needs FilterProvider around it.');
  return shared;
}
