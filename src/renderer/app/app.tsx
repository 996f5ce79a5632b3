import { useSyncExternalStore } from 'react';
import { ComponentRoot } from '../components/component-root.tsx';
import type { Platform } from '../platform/platform.ts';
import { FirstRun } from '../screens/first-run/first-run.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { OpeningState, StoppedState, UnreachableState } from './start-states.tsx';
import { SessionContext } from './session-context.ts';
import type { StartedSession } from './start-session.ts';
import { StoreProvider } from './store-context.tsx';
import { WorkspaceFrame } from './workspace-frame.tsx';
import './app.css';

export interface AppProps {
  readonly platform: Platform;
  readonly start: StartedSession;
}

/** From the handshake to the open workspace, each state with a way on. */
export function App({ platform, start }: AppProps) {
  return (
    <ComponentRoot>
      <ErrorBoundary what="Groundwork">
        <Started platform={platform} start={start} />
      </ErrorBoundary>
    </ComponentRoot>
  );
}

function Started({ platform, start }: AppProps) {
  const state = useSyncExternalStore(start.subscribe, start.get);
  switch (state.kind) {
    case 'opening':
      return <OpeningState />;
    case 'unreachable':
      return <UnreachableState error={state.error} onRetry={start.retry} />;
    case 'stopped':
      return <StoppedState why={state.why} dataFolder={state.session.dataFolder} onRetry={start.retry} />;
    case 'first-run':
      return <FirstRun session={state.session} onCreate={state.create} />;
    case 'open':
      return (
        <SessionContext
          value={{ platform, info: state.session, workspaceId: state.workspaceId, clock: state.clock }}
        >
          <StoreProvider store={state.store}>
            <WorkspaceFrame landing={state.landing} />
          </StoreProvider>
        </SessionContext>
      );
  }
}
