import { useCallback, useState } from 'react';
import { useStore } from '../../app/store-context.tsx';
import type { StoreClient } from '../../store/api.ts';
import type { Lens } from './lens-switch.tsx';

/** What lanes are made of; `none` = the board has no lanes. */
export type LaneKind = 'none' | 'owner' | 'territory';

/** How the board is shown. */
export interface BoardSettings {
  readonly lens: Lens;
  readonly lanes: LaneKind;
  /** Keys of lanes that show their heading only, by what lanes are made of. */
  readonly collapsed: Readonly<Record<Exclude<LaneKind, 'none'>, ReadonlySet<string>>>;
}

const atFirst: BoardSettings = {
  lens: 'status',
  lanes: 'none',
  collapsed: { owner: new Set(), territory: new Set() },
};

/** What was shown last, so that leaving the screen loses nothing. */
const remembered = new WeakMap<StoreClient, BoardSettings>();

/** The settings of the board while the store is open. */
export function useBoardSettings(): readonly [BoardSettings, (patch: Partial<BoardSettings>) => void] {
  const store = useStore();
  const [settings, setSettings] = useState(() => remembered.get(store) ?? atFirst);
  const change = useCallback(
    (patch: Partial<BoardSettings>) => {
      const next = { ...(remembered.get(store) ?? atFirst), ...patch };
      remembered.set(store, next);
      setSettings(next);
    },
    [store],
  );
  return [settings, change];
}
