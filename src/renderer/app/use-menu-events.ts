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
        const { action } = event;
        if ((action === 'undo' || action === 'redo') && isTextField(document.activeElement)) {
          // The menu took the key away from the field.
          // oxlint-disable-next-line typescript/no-deprecated -- nothing else reaches a field's own undo
          document.execCommand(action);
        } else registry.run(action);
      }),
    [platform, registry],
  );
}

const isTextField = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(element.type));
