import type { ReactNode } from 'react';
import type { HostError } from '../../shared/host/contract.ts';
import { ErrorState, Skeleton } from '../components/states.tsx';
import type { OpenOutcome } from '../store/api.ts';
import { count } from './words.ts';

/** The frame is there at once, the rows follow. */
export function OpeningState() {
  return (
    <div className="frame" aria-busy="true">
      <div className="rail" />
      <div className="frame-main">
        <div className="top-line" />
        <main className="work">
          <Skeleton rows={14} label="Opening your workspace" />
        </main>
      </div>
    </div>
  );
}

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
  readonly why: Exclude<OpenOutcome, { kind: 'open' }>;
  readonly dataFolder: string;
  readonly onRetry: () => void;
}

/** The store was not opened, and why. Never the welcome screen: there is data to look after. */
export function StoppedState({ why, dataFolder, onRetry }: StoppedStateProps) {
  switch (why.kind) {
    case 'lost':
      return (
        <Page>
          <ErrorState
            wholePage
            title="Your workspace is missing from this browser's storage"
            onRetry={onRetry}
          >
            <p>
              Groundwork remembers {count(why.expected.accounts, 'account')} and{' '}
              {count(why.expected.through, 'change')}, but the storage they lived in is empty or behind. The
              browser engine can lose it, for example when the machine went down while it was writing.
            </p>
            <p>
              The journal with all {count(why.expected.through, 'change set')} is safe in the data folder.
              Close Groundwork and leave this folder as it is; do not start over in it:
            </p>
            <p className="mono">{dataFolder}</p>
          </ErrorState>
        </Page>
      );
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
    case 'older-generation':
      return (
        <Page>
          <ErrorState wholePage title="This is an older copy of your workspace" onRetry={onRetry}>
            <p>
              It was rebuilt elsewhere since, perhaps in another browser on the same data folder. To keep the
              two apart this copy is not opened. Open Groundwork where you last worked.
            </p>
            <p className="mono">{dataFolder}</p>
          </ErrorState>
        </Page>
      );
    case 'in-use':
      return (
        <Page>
          <ErrorState wholePage title="Groundwork is already open" onRetry={onRetry}>
            <p>Another window holds this workspace. Go on there, or close it and try again.</p>
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
            <p className="mono">{dataFolder}</p>
          </ErrorState>
        </Page>
      );
  }
}
