import { useSyncExternalStore } from 'react';
import { ComponentRoot } from '../components/component-root.tsx';
import type { Platform } from '../platform/platform.ts';
import { FirstRun } from '../screens/first-run/first-run.tsx';
import { RecoveryScreen } from '../screens/recovery/recovery-screen.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { OpeningState, StoppedState, UnreachableState } from './start-states.tsx';
import { SessionContext } from './session-context.ts';
import type { StartedSession } from './start-session.ts';
import { RuleWords } from './rule-link.tsx';
import { StoreProvider } from './store-context.tsx';
import { useQuit } from './use-quit.ts';
import { WorkspaceFrame } from './workspace-frame.tsx';
import './app.css';

export interface AppProps {
  readonly platform: Platform;
  readonly start: StartedSession;
}

/** From the handshake to the open workspace, each state with a way on. */
export function App({ platform, start }: AppProps) {
  return (
    <ComponentRoot showWords={withRuleLinks}>
      <ErrorBoundary what="Groundwork">
        <Started platform={platform} start={start} />
      </ErrorBoundary>
    </ComponentRoot>
  );
}

/** A note that names a rule leads to it. */
const withRuleLinks = (words: string) => <RuleWords text={words} />;

function Started({ platform, start }: AppProps) {
  const state = useSyncExternalStore(start.subscribe, start.get);
  useQuit(platform, state.kind === 'open' ? state.store : null);
  switch (state.kind) {
    case 'opening':
      return <OpeningState progress={state.progress} />;
    case 'unreachable':
      return <UnreachableState error={state.error} onRetry={start.retry} />;
    case 'recovery':
      return <RecoveryScreen platform={platform} state={state} onOpen={start.retry} />;
    case 'stopped':
      return (
        <StoppedState
          why={state.why}
          dataFolder={state.session.dataFolder}
          onRetry={start.retry}
          onTakeOver={start.takeOver}
        />
      );
    case 'first-run':
      return (
        <FirstRun
          platform={platform}
          session={state.session}
          onCreate={state.create}
          onOpenBackup={start.retry}
        />
      );
    case 'open':
      return (
        <SessionContext
          value={{
            platform,
            info: state.session,
            workspaceId: state.workspaceId,
            clock: state.clock,
            takeOver: start.takeOver,
          }}
        >
          <StoreProvider store={state.store}>
            <WorkspaceFrame landing={state.landing} replayed={state.replayed} />
          </StoreProvider>
        </SessionContext>
      );
  }
}
