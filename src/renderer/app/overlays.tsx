import { useMemo, useState, type ReactNode } from 'react';
import { NewAccountDialog } from '../screens/accounts/new-account-dialog.tsx';
import { Palette } from '../screens/palette/palette.tsx';
import { ShortcutsDialog } from '../screens/shortcuts/shortcuts-dialog.tsx';
import { inspectAndFocus } from './location.ts';
import { OverlaysContext, type OverlayOpeners } from './overlays-context.ts';
import { useAppActions } from './use-app-actions.ts';
import { useGlobalKeys } from './use-global-keys.ts';
import { useMenuEvents } from './use-menu-events.ts';

type Open = 'palette' | 'shortcuts' | 'new-account' | null;

/** Palette, shortcut list and "New account", and the keys that open them. */
export function Overlays({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<Open>(null);
  const openers = useMemo<OverlayOpeners>(
    () => ({
      openPalette: () => setOpen('palette'),
      openShortcuts: () => setOpen('shortcuts'),
      openNewAccount: () => setOpen('new-account'),
    }),
    [],
  );
  const close = () => setOpen(null);
  return (
    <OverlaysContext value={openers}>
      <AppKeys openers={openers} />
      {children}
      <Palette open={open === 'palette'} onClose={close} />
      {open === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      {open === 'new-account' && (
        <NewAccountDialog
          onClose={close}
          onCreated={(id) => {
            close();
            inspectAndFocus(id);
          }}
        />
      )}
    </OverlaysContext>
  );
}

/** Apart, so that registering keys never renders the screens again. */
function AppKeys({ openers }: { readonly openers: OverlayOpeners }) {
  useAppActions(openers);
  useGlobalKeys();
  useMenuEvents();
  return null;
}
