import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactNode } from 'react';
import { LiveRegion } from './live-region.tsx';
import { ToastProvider } from './toast.tsx';
import { TooltipProvider } from './tooltip.tsx';
import '../styles/tokens.css';
import '../styles/base.css';

/** What the components need around them, once. The strict CSP forbids inline style elements. */
export function ComponentRoot({ children }: { readonly children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <TooltipProvider>
        <LiveRegion>
          <ToastProvider>{children}</ToastProvider>
        </LiveRegion>
      </TooltipProvider>
    </CSPProvider>
  );
}
