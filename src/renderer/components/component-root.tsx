import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactNode } from 'react';
import { ShowWordsContext, type ShowWords } from './link-context.ts';
import { LiveRegion } from './live-region.tsx';
import { ToastProvider } from './toast.tsx';
import { TooltipProvider } from './tooltip.tsx';
import '../styles/tokens.css';
import '../styles/base.css';

/**
 * What the components need around them, once. The strict CSP forbids inline style elements.
 * @param showWords how notes and dialogs show their words
 */
export function ComponentRoot({
  children,
  showWords,
}: {
  readonly children: ReactNode;
  readonly showWords: ShowWords;
}) {
  return (
    <CSPProvider disableStyleElements>
      <TooltipProvider>
        <LiveRegion>
          <ShowWordsContext value={showWords}>
            <ToastProvider>{children}</ToastProvider>
          </ShowWordsContext>
        </LiveRegion>
      </TooltipProvider>
    </CSPProvider>
  );
}
