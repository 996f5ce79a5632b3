import { startTransition, useCallback, useEffect, useState } from 'react';
import { useStore } from './store-context.tsx';
import type { StoreClient } from '../store/api.ts';
import { Pager, type Page } from './pager.ts';

export interface ShownPages<Row> {
  /** `null` before the first answer. */
  readonly total: number | null;
  readonly rowAt: (index: number) => Row | undefined;
  readonly show: (first: number, last: number) => void;
}

/**
 * A long list of the store in portions, asked again when the store tells of a change.
 * @param key what `load` depends on
 */
export function usePages<Row>(
  key: string,
  load: (store: StoreClient, offset: number, limit: number) => Promise<Page<Row>>,
): ShownPages<Row> {
  const store = useStore();
  const [pager] = useState(() => new Pager<Row>((offset, limit) => load(store, offset, limit)));
  const [{ total, rows }, setPages] = useState(pager.get);
  // A page of rows is drawn in slices, so that no key or click waits for it.
  useEffect(() => pager.subscribe(() => startTransition(() => setPages(pager.get()))), [pager]);
  useEffect(() => {
    const ask = (): void => pager.ask((offset, limit) => load(store, offset, limit));
    ask();
    return store.onChange(ask);
    // oxlint-disable-next-line react/exhaustive-deps -- `load` is new at every render; `key` tells what it does
  }, [pager, store, key]);
  const rowAt = useCallback((index: number) => rows.get(index), [rows]);
  return { total, rowAt, show: pager.show };
}
