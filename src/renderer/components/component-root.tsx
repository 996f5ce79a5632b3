import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactNode } from 'react';
import { LiveRegion } from './live-region.tsx';
import { ToastProvider, type ShowWords } from './toast.tsx';
import { TooltipProvider } from './tooltip.tsx';
import '../styles/tokens.css';
import '../styles/base.css';

/**
 * What the components need around them, once. The strict CSP forbids inline style elements.
 * @param showWords how notes show their words; left out = as they are
 */
export function ComponentRoot({
  children,
  showWords,
}: {
  readonly children: ReactNode;
  readonly showWords?: ShowWords;
}) {
  return (
    <CSPProvider disableStyleElements>
      <TooltipProvider>
        <LiveRegion>
          <ToastProvider {...(showWords && { showWords })}>{children}</ToastProvider>
        </LiveRegion>
      </TooltipProvider>
    </CSPProvider>
  );
}
