import type { ReactNode } from 'react';
import type { HostError } from '../../shared/host/contract.ts';
import { Button } from '../components/button.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { ErrorState, Skeleton } from '../components/states.tsx';
import type { StoreProgress } from '../store/progress.ts';
import type { StartState } from './start-session.ts';
import { progressName } from './store-progress.tsx';
import './start-states.css';

/** The frame is there at once, the rows follow; long work before the first screen tells how far it is. */
export function OpeningState({ progress }: { readonly progress?: StoreProgress | undefined }) {
  return (
    <div className="frame" aria-busy="true">
      <div className="rail" />
      <div className="frame-main">
        <div className="top-line" />
        <main className="work opening">
          {progress === undefined ? (
            <Skeleton rows={14} label="Opening your workspace" />
          ) : (
            <div className="opening-progress">
              <ProgressBar
                label={progressName(progress, 'Opening your workspace')}
                done={progress.done}
                of={progress.of}
              />
              <p className="muted">
                {whyItTakes[progress.what] ?? 'Your workspace opens when this is done.'}
              </p>
            </div>
          )}
        </main>
      </div>
    </div>
  );
}

const whyItTakes: Partial<Record<StoreProgress['what'], string>> = {
  backup: 'Before anything is changed, everything is backed up and the backup is checked.',
  upgrade:
    'This Groundwork keeps your workspace in a newer form. A backup was made first; should this fail, the workspace stays as it was.',
  replay: 'The browser had lost the last changes. They are in the journal and are made again.',
  import: 'An import was broken off when Groundwork stopped. It is brought to its end before anything shows.',
};

function Page({ children }: { readonly children: ReactNode }) {
  return <main className="start-page">{children}</main>;
}

/** The host does not answer: nothing is lost, but nothing can be saved either. */
export function UnreachableState({
  error,
  onRetry,
}: {
  readonly error: HostError;
  readonly onRetry: () => void;
}) {
  return (
    <Page>
      <ErrorState wholePage title="Groundwork is not running" onRetry={onRetry}>
        <p>{error.message}</p>
        <p>Your data is untouched. Start Groundwork again, then try again here.</p>
      </ErrorState>
    </Page>
  );
}

export interface StoppedStateProps {
  readonly why: Extract<StartState, { kind: 'stopped' }>['why'];
  readonly dataFolder: string;
  readonly onRetry: () => void;
  readonly onTakeOver: () => void;
}

/** The store was not opened, and why. Never the welcome screen: there is data to look after. */
export function StoppedState({ why, dataFolder, onRetry, onTakeOver }: StoppedStateProps) {
  const folder = <p className="mono start-folder">{dataFolder}</p>;
  switch (why.kind) {
    case 'newer-schema':
      return (
        <Page>
          <ErrorState wholePage title="This workspace was written by a newer Groundwork" onRetry={onRetry}>
            <p>
              Its storage has version {why.found}; this Groundwork knows up to {why.known}. Install the newer
              Groundwork to open it. Nothing was changed.
            </p>
          </ErrorState>
        </Page>
      );
    case 'older-engine':
      return (
        <Page>
          <ErrorState wholePage title="This browser is older than your data" onRetry={onRetry}>
            <p>
              The workspace was last opened by {why.needed}; this is {why.found}. An older browser takes newer
              storage for damage and deletes it, so nothing was opened and nothing was changed.
            </p>
            <p>Update the browser that Groundwork uses, then try again. Your data lies in this folder:</p>
            {folder}
          </ErrorState>
        </Page>
      );
    case 'upgrade-failed':
      return (
        <Page>
          <ErrorState wholePage title="The workspace could not be upgraded" onRetry={onRetry}>
            <p>{why.message}</p>
            <p>
              It is as it was before{why.backup !== null && ', and a backup of it was made and checked'}. Try
              again; if it stays like this, go on with the Groundwork you had until now, and keep this folder
              as it is:
            </p>
            {folder}
          </ErrorState>
        </Page>
      );
    case 'in-use':
      return (
        <Page>
          <ErrorState
            wholePage
            title="Groundwork is already open"
            actions={
              <>
                <Button onClick={onRetry}>Try again</Button>
                <Button variant="primary" onClick={onTakeOver}>
                  Work here instead
                </Button>
              </>
            }
          >
            <p>
              Another window works on this workspace. Go on there, or work here instead: the other window then
              stops writing and says so.
            </p>
          </ErrorState>
        </Page>
      );
    case 'failed':
      return (
        <Page>
          <ErrorState wholePage title="The workspace could not be opened" onRetry={onRetry}>
            <p>{why.message}</p>
            <p>
              Nothing was changed. Restart Groundwork; if it stays like this, keep the data folder as it is:
            </p>
            {folder}
          </ErrorState>
        </Page>
      );
  }
}
