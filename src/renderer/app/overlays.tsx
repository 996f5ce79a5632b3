import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import type { Label } from '../../shared/history/change-set.ts';
import type { BackupEntry } from '../../shared/host/contract.ts';
import { err, type Result } from '../../shared/result.ts';
import { NewAccountDialog } from '../screens/accounts/new-account-dialog.tsx';
import { RestoreDialog } from '../screens/backups/restore-dialog.tsx';
import { SaveCopyDialog } from '../screens/backups/save-copy-dialog.tsx';
import { Palette } from '../screens/palette/palette.tsx';
import { ShortcutsDialog } from '../screens/shortcuts/shortcuts-dialog.tsx';
import { closeLead, inspectAndFocus, openLead, useAppLocation } from './location.ts';
import { OverlaysContext, type OverlayOpeners } from './overlays-context.ts';
import { useSession } from './session-context.ts';
import { useStore, useStoreStatus } from './store-context.tsx';
import { useAppActions } from './use-app-actions.ts';
import { useGlobalKeys } from './use-global-keys.ts';
import { useMenuEvents } from './use-menu-events.ts';

const LeadDialog = lazy(async () => ({
  default: (await import('../screens/lead/lead-dialog.tsx')).LeadDialog,
}));

type Open =
  | { readonly kind: 'palette' | 'shortcuts' | 'new-account' }
  | { readonly kind: 'save-copy' | 'restore'; readonly backup: BackupEntry | null };

/** Palette, shortcut list and "New account", and the keys that open them. */
export function Overlays({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<Open | null>(null);
  const openers = useMemo<OverlayOpeners>(
    () => ({
      openPalette: () => setOpen({ kind: 'palette' }),
      openShortcuts: () => setOpen({ kind: 'shortcuts' }),
      openLead,
      openNewAccount: () => setOpen({ kind: 'new-account' }),
      openSaveCopy: (backup) => setOpen({ kind: 'save-copy', backup }),
      openRestore: (backup) => setOpen({ kind: 'restore', backup }),
    }),
    [],
  );
  const close = () => setOpen(null);
  return (
    <OverlaysContext value={openers}>
      <AppKeys openers={openers} />
      {children}
      <Palette open={open?.kind === 'palette'} onClose={close} />
      <LeadAtAddress />
      {open?.kind === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      {open?.kind === 'save-copy' && <SaveCopy backup={open.backup} onClose={close} />}
      {open?.kind === 'restore' && <RestoreDialog backup={open.backup} onClose={close} />}
      {open?.kind === 'new-account' && (
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

/** ROE: the one dialog that has an address, so that it can be linked and Back closes it. */
function LeadAtAddress() {
  const { isLeadOpen } = useAppLocation();
  return isLeadOpen ? (
    <Suspense fallback={null}>
      <LeadDialog onClose={closeLead} />
    </Suspense>
  ) : null;
}

/** A copy of the open workspace: of a backup that is there, or of one made now. */
function SaveCopy({
  backup,
  onClose,
}: {
  readonly backup: BackupEntry | null;
  readonly onClose: () => void;
}) {
  const { platform, workspaceId } = useSession();
  const store = useStore();
  const { settings } = useStoreStatus();
  const backUp = async (): Promise<Result<BackupEntry, Label>> => {
    const made = await store.backUp('by-hand');
    return made.ok ? made : err(made.error.message);
  };
  return (
    <SaveCopyDialog
      platform={platform}
      workspaceId={workspaceId}
      timeZone={settings.timeZone}
      source={backup ?? backUp}
      onClose={onClose}
    />
  );
}

/** Apart, so that registering keys never renders the screens again. */
function AppKeys({ openers }: { readonly openers: OverlayOpeners }) {
  useAppActions(openers);
  useGlobalKeys();
  useMenuEvents();
  return null;
}
