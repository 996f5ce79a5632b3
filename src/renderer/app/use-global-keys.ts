import { useEffect } from 'react';
import { isApple } from '../components/key-names.ts';
import { useActionRegistry } from './actions.ts';
import { createShortcutReader } from './shortcuts.ts';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input:not([type="checkbox"]), textarea, select') !== null);

/** A popup by its class: a list box may as well be part of a screen, as a column of the board is. */
const isInOverlay = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], .popup') !== null;

/** Runs actions by their shortcuts. A field keeps its own keys (its undo, too), an overlay all of them. */
export function useGlobalKeys(): void {
  const registry = useActionRegistry();
  useEffect(() => {
    const read = createShortcutReader(isApple());
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isInOverlay(event.target)) return;
      const inField = isField(event.target);
      const actions = registry
        .list()
        .filter((action) => action.enabled !== false && action.handledByScreen !== true)
        .filter((action) => !inField || action.inFields === true);
      const shortcut = read(
        event,
        actions.flatMap((action) => action.shortcuts ?? []),
      );
      if (shortcut === undefined) return;
      const action = actions.findLast((one) => one.shortcuts?.includes(shortcut));
      if (action === undefined) return;
      event.preventDefault();
      action.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [registry]);
}
