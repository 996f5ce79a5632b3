import { createContext, use } from 'react';
import type { BackupEntry } from '../../shared/host/contract.ts';

/** The dialogs that every screen can open. */
export interface OverlayOpeners {
  readonly openPalette: () => void;
  readonly openShortcuts: () => void;
  /** Who works this lead (ROE). */
  readonly openLead: () => void;
  readonly openNewAccount: () => void;
  /** `null` = of a backup that is made now. */
  readonly openSaveCopy: (backup: BackupEntry | null) => void;
  /** `null` = the person chooses one first. */
  readonly openRestore: (backup: BackupEntry | null) => void;
}

export const OverlaysContext = createContext<OverlayOpeners | null>(null);

/** @throws outside Overlays: a broken invariant. */
export function useOverlays(): OverlayOpeners {
  const overlays = use(OverlaysContext);
  if (overlays === null) throw new Error('useOverlays needs Overlays around it.');
  return overlays;
}
