import { useMemo } from 'react';
import { useActions, type Action } from './actions.ts';
import { openScreen } from './location.ts';
import type { OverlayOpeners } from './overlays-context.ts';
import { checkOf } from '../screens/settings/data/check-state.ts';
import { useBackUpNow } from '../screens/backups/use-back-up-now.ts';
import { builtRoutes, dataPath, pathOf, type BuiltScreenId } from './routes.ts';
import { chooseTheme } from './theme.ts';
import { useStore, useStoreStatus } from './store-context.tsx';
import { useUndo } from './use-undo.ts';

const goKeys: Record<BuiltScreenId, string> = {
  today: 'g t',
  board: 'g b',
  accounts: 'g a',
  territories: 'g m',
  exchange: 'g e',
  rules: 'g r',
  settings: 'g s',
};

/** What can be done from everywhere. */
export function useAppActions(openers: OverlayOpeners): void {
  const { undo: nextUndo, redo: nextRedo } = useStoreStatus();
  const { undo, redo } = useUndo();
  const store = useStore();
  const backUpNow = useBackUpNow();
  useActions(
    useMemo<readonly Action[]>(
      () => [
        {
          id: 'palette',
          title: 'Search and commands',
          group: 'Do',
          shortcuts: ['Mod+K'],
          inFields: true,
          run: openers.openPalette,
        },
        {
          id: 'undo',
          title: 'Undo',
          group: 'Do',
          shortcuts: ['Mod+Z'],
          enabled: nextUndo !== null,
          run: undo,
        },
        {
          id: 'redo',
          title: 'Redo',
          group: 'Do',
          shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
          enabled: nextRedo !== null,
          run: redo,
        },
        {
          id: 'account.new',
          title: 'New account',
          group: 'Do',
          shortcuts: ['n'],
          run: openers.openNewAccount,
        },
        {
          id: 'lead',
          title: 'Who works this lead?',
          group: 'Do',
          run: openers.openLead,
        },
        {
          id: 'import',
          title: 'Import a list',
          group: 'Do',
          run: () => openScreen(`${pathOf('exchange')}/import`),
        },
        { id: 'export', title: 'Export accounts', group: 'Do', run: () => openScreen(pathOf('exchange')) },
        { id: 'backup.now', title: 'Back up now', group: 'Do', run: backUpNow },
        {
          id: 'backup.restore',
          title: 'Restore a backup',
          group: 'Do',
          run: () => openers.openRestore(null),
        },
        {
          id: 'backup.copy',
          title: 'Save a copy of everything',
          group: 'Do',
          run: () => openers.openSaveCopy(null),
        },
        {
          id: 'check',
          title: 'Check everything',
          group: 'Do',
          run: () => {
            openScreen(dataPath);
            checkOf(store).start();
          },
        },
        {
          id: 'shortcuts',
          title: 'Keyboard shortcuts',
          group: 'Do',
          shortcuts: ['?'],
          run: openers.openShortcuts,
        },
        ...builtRoutes.map((route): Action => ({
          id: `go.${route.id}`,
          title: route.name,
          group: 'Go to',
          shortcuts: [goKeys[route.id]],
          run: () => openScreen(route.path),
        })),
        { id: 'theme.light', title: 'Light theme', group: 'View', run: () => chooseTheme('light') },
        { id: 'theme.dark', title: 'Dark theme', group: 'View', run: () => chooseTheme('dark') },
        { id: 'theme.system', title: 'Theme as the system', group: 'View', run: () => chooseTheme('system') },
      ],
      [openers, nextUndo, nextRedo, undo, redo, store, backUpNow],
    ),
  );
}
