import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type {
  AccountDetail,
  BookRow,
  SaveState,
  StoreClient,
  StoreStatus,
  TimelineEntry,
  View,
  ViewHandle,
  ViewQuery,
} from '../store/api.ts';

const StoreContext = createContext<StoreClient | null>(null);

export function StoreProvider({
  store,
  children,
}: {
  readonly store: StoreClient;
  readonly children: ReactNode;
}) {
  return <StoreContext value={store}>{children}</StoreContext>;
}

/** The open store. @throws outside of `StoreProvider` */
export function useStore(): StoreClient {
  const store = useContext(StoreContext);
  if (!store) throw new Error('No store is open here.');
  return store;
}

export function useStoreStatus(): StoreStatus {
  const { status } = useStore();
  return useSyncExternalStore(status.subscribe, status.get);
}

export function useSaveState(): SaveState {
  const { saveState } = useStore();
  return useSyncExternalStore(saveState.subscribe, saveState.get);
}

/**
 * A live list. While a changed query is being answered the old view stays; `null` only before the first
 * answer. Queries are compared by content, so a new object for the same question costs nothing.
 */
export function useView(query: ViewQuery): View | null {
  const store = useStore();
  const key = JSON.stringify(query);
  const handle = useRef<ViewHandle | null>(null);
  const stableQuery = useMemo(() => JSON.parse(key) as ViewQuery, [key]);
  const [view, setView] = useState<View | null>(() => store.firstView(stableQuery));
  const firstQuery = useRef(stableQuery);

  useEffect(() => {
    const opened = store.openView(firstQuery.current);
    handle.current = opened;
    const stop = opened.subscribe(() => setView(opened.get()));
    return () => {
      stop();
      opened.close();
      handle.current = null;
    };
  }, [store]);

  useEffect(() => {
    if (stableQuery === firstQuery.current) return;
    firstQuery.current = stableQuery;
    handle.current?.setQuery(stableQuery);
  }, [stableQuery]);

  const isThere = view !== null;
  useEffect(() => (isThere ? afterPaint(store.drawn) : undefined), [isThere, store]);

  return view;
}

/** Calls `then` when what was just rendered is on screen. @returns how to call it off */
function afterPaint(then: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    // The second frame begins when the first has been drawn.
    frame = requestAnimationFrame(then);
  });
  return () => cancelAnimationFrame(frame);
}

/** A row by slot; re-renders when a change reaches it. */
export function useRow(slot: number): BookRow | undefined {
  const { book, onChange } = useStore();
  return useSyncExternalStore(onChange, () => book.row(slot));
}

/** One account with everything the panel shows: `undefined` while loading, `null` when it is not there. */
export function useAccount(id: string): AccountDetail | null | undefined {
  const store = useStore();
  const [shown, setShown] = useState<{ id: string; detail: AccountDetail | null }>();
  useEffect(() => {
    let current = true;
    const load = (): void => {
      void store.account(id).then((detail) => {
        if (current) setShown({ id, detail });
      });
    };
    load();
    // A relative's change can change this account's segment, so every change is looked at.
    const stop = store.onChange(load);
    return () => {
      current = false;
      stop();
    };
  }, [store, id]);
  return shown?.id === id ? shown.detail : undefined;
}

const timelinePage = 30;

export interface Timeline {
  /** `undefined` while loading. */
  readonly entries: readonly TimelineEntry[] | undefined;
  readonly hasMore: boolean;
  readonly showMore: () => void;
}

/** What happened to an account, newest first, in pages. */
export function useTimeline(id: string): Timeline {
  const store = useStore();
  const [limit, setLimit] = useState(timelinePage);
  const [shown, setShown] = useState<{ id: string; entries: readonly TimelineEntry[] }>();
  useEffect(() => {
    let current = true;
    const load = (): void => {
      void store.timeline(id, { limit: limit + 1 }).then((entries) => {
        if (current) setShown({ id, entries });
      });
    };
    load();
    const stop = store.onChange((touched) => {
      if (touched === null || touched.has(id)) load();
    });
    return () => {
      current = false;
      stop();
    };
  }, [store, id, limit]);
  const all = shown?.id === id ? shown.entries : undefined;
  const numbers = new Set(all?.map((entry) => entry.n));
  const last = [...numbers][limit - 1];
  return {
    entries: all?.filter((entry) => last === undefined || entry.n >= last),
    hasMore: numbers.size > limit,
    showMore: () => setLimit((present) => present + timelinePage),
  };
}
