import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ViewList } from '../../../shared/views/saved-view.ts';
import type { Filter, StoreClient } from '../../store/api.ts';
import { useSharedFilter } from '../filter-context.tsx';
import { isFiltering } from '../filter-state.ts';
import { useSession } from '../session-context.ts';
import { useStore } from '../store-context.tsx';
import { allAccounts } from './all-accounts.ts';
import { keepList, keptList, type ListState } from './kept-list.ts';
import { conditionsOfFilter, filterOf, type ListSettings } from './list-settings.ts';

/** What was shown last, by list, so that leaving the screen loses nothing. */
const remembered = new WeakMap<StoreClient, Map<ViewList, ListState>>();

interface ListMemory {
  readonly first: ListState;
  /** Shown for the first time since the app was opened. */
  readonly isFirst: boolean;
  readonly remember: (state: ListState) => void;
}

function useListMemory(list: ViewList, start: ListSettings): ListMemory {
  const store = useStore();
  const { workspaceId } = useSession();
  const [known] = useState(() => remembered.get(store)?.get(list));
  const [first] = useState(() => known ?? keptList(workspaceId, list) ?? { chosen: null, settings: start });
  const remember = useCallback(
    (state: ListState) => {
      const ofStore = remembered.get(store) ?? new Map<ViewList, ListState>();
      remembered.set(store, ofStore.set(list, state));
      keepList(workspaceId, list, state);
    },
    [store, workspaceId, list],
  );
  return { first, isFirst: known === undefined, remember };
}

/** The state of a list: as it was left in this session, or in the one before on this machine. */
export function useListState(
  list: ViewList,
  start: ListSettings,
): readonly [ListState, (state: ListState) => void] {
  const { first, remember } = useListMemory(list, start);
  const [state, setState] = useState(first);
  const set = useCallback(
    (next: ListState) => {
      remember(next);
      setState(next);
    },
    [remember],
  );
  return [state, set];
}

/**
 * The same for the accounts, which table and board show with one filter and one view: what they were filtered by
 * before the restart comes back with the first showing of either, unless something was narrowed elsewhere by then.
 * @returns the state, what changes it, and what changes its filter
 */
export function useAccountsState(): readonly [
  ListState,
  (state: ListState) => void,
  (filter: Filter) => void,
] {
  const { first, isFirst, remember } = useListMemory('accounts', allAccounts.settings);
  const { filter, setFilter } = useSharedFilter();
  const [state, setState] = useState(first);
  const waiting = useRef(isFirst && !isFiltering(filter) ? filterOf(first.settings) : null);
  const shown = useMemo(() => withFilter(state, filter), [state, filter]);
  useEffect(() => {
    if (waiting.current === null) remember(shown);
  }, [remember, shown]);
  useEffect(() => {
    const wanted = waiting.current;
    waiting.current = null;
    if (wanted !== null && isFiltering(wanted)) setFilter(wanted);
  }, [setFilter]);
  const changeFilter = (next: Filter): void => {
    setFilter(next);
    // At once: the screen may be on its way out.
    remember(withFilter(state, next));
  };
  return [shown, setState, changeFilter];
}

function withFilter({ chosen, settings }: ListState, filter: Filter): ListState {
  const { text = '' } = filter;
  return { chosen, settings: { ...settings, text, conditions: [...conditionsOfFilter(filter)] } };
}
