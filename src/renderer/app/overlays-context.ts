import { createContext, use } from 'react';

/** The dialogs that every screen can open. */
export interface OverlayOpeners {
  readonly openPalette: () => void;
  readonly openShortcuts: () => void;
  readonly openNewAccount: () => void;
}

export const OverlaysContext = createContext<OverlayOpeners | null>(null);

/** @throws outside Overlays: a broken invariant. */
export function useOverlays(): OverlayOpeners {
  const overlays = use(OverlaysContext);
  if (overlays === null) throw new Error('useOverlays needs Overlays around it.');
  return overlays;
}
