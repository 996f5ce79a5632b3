import { useEffect } from 'react';
import { useActionRegistry } from './actions.ts';
import { useSession } from './session-context.ts';

/** The native menu speaks in action ids. In a text field its undo is the field's own. */
export function useMenuEvents(): void {
  const { platform } = useSession();
  const registry = useActionRegistry();
  useEffect(
    () =>
      platform.onEvent((event) => {
        if (event.kind === 'focus') window.focus();
        if (event.kind !== 'menu') return;
        const field = document.activeElement;
        const inField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
        if (inField && (event.action === 'undo' || event.action === 'redo')) return;
        registry.run(event.action);
      }),
    [platform, registry],
  );
}
