import { useCallback, useMemo, useState } from 'react';
import { useStore } from '../../app/store-context.tsx';
import type { StoreClient } from '../../store/api.ts';

/** Values of the groups of which only the head is shown, and the field that they are groups of. */
interface Collapsed {
  readonly groupBy: string | undefined;
  readonly values: ReadonlySet<string>;
}

const remembered = new WeakMap<StoreClient, Collapsed>();
const none: ReadonlySet<string> = new Set();

/** Which groups are collapsed, while the store is open; groups of another field begin shown. */
export function useCollapsed(
  groupBy: string | undefined,
): readonly [ReadonlySet<string>, (value: string) => void, (values: readonly string[]) => void] {
  const store = useStore();
  const [collapsed, setCollapsed] = useState<Collapsed>(
    () => remembered.get(store) ?? { groupBy, values: none },
  );
  const values = useMemo(
    () => (collapsed.groupBy === groupBy ? collapsed.values : none),
    [collapsed, groupBy],
  );
  const set = useCallback(
    (next: Iterable<string>) => {
      const state = { groupBy, values: new Set(next) };
      remembered.set(store, state);
      setCollapsed(state);
    },
    [store, groupBy],
  );
  const toggle = useCallback(
    (value: string) => set(values.has(value) ? [...values].filter((it) => it !== value) : [...values, value]),
    [set, values],
  );
  return [values, toggle, set];
}
