import { useCallback, useState } from 'react';
import type { ViewList } from '../../../shared/views/saved-view.ts';
import type { ListSettings } from '../../app/views/list-settings.ts';
import { useStore } from '../../app/store-context.tsx';
import type { StoreClient } from '../../store/api.ts';

/** How a list is shown: its settings and the view that was chosen last. */
export interface ListState {
  /** Key of a shipped view or id of an own one; `null` = none. */
  readonly chosen: string | null;
  readonly settings: ListSettings;
}

/** What was shown last, by list, so that leaving the screen loses nothing. */
const remembered = new WeakMap<StoreClient, Map<ViewList, ListState>>();

/** The state of a list while the store is open. */
export function useListState(
  list: ViewList,
  start: ListSettings,
): readonly [ListState, (state: ListState) => void] {
  const store = useStore();
  const [state, setState] = useState(
    (): ListState => remembered.get(store)?.get(list) ?? { chosen: null, settings: start },
  );
  const set = useCallback(
    (next: ListState) => {
      const ofStore = remembered.get(store) ?? new Map<ViewList, ListState>();
      remembered.set(store, ofStore.set(list, next));
      setState(next);
    },
    [store, list],
  );
  return [state, set];
}
