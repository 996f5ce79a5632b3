import { AccountPanel } from '../screens/account-panel/account-panel.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { inspectAccount } from './location.ts';

/** The account panel as the address says; closing it gives focus back to the work. */
export function InspectedAccount({ id }: { readonly id: string }) {
  return (
    <ErrorBoundary key={id} what="This account">
      <AccountPanel
        id={id}
        onClose={() => {
          inspectAccount(null);
          // The grid or board keeps its own roving focus; the work itself is the fallback.
          const target =
            document.querySelector<HTMLElement>(
              '#work :is([role="grid"], [role="treegrid"], [role="listbox"]) [tabindex="0"]',
            ) ?? document.getElementById('work');
          target?.focus({ preventScroll: true });
        }}
      />
    </ErrorBoundary>
  );
}
