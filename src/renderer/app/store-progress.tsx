import { useSyncExternalStore } from 'react';
import { ProgressBar } from '../components/progress-bar.tsx';
import type { Observable } from '../store/api.ts';
import type { StoreProgress } from '../store/progress.ts';

const names: Readonly<Record<StoreProgress['what'], string>> = {
  backup: 'Backing up',
  preview: 'Comparing with the backup',
  restore: 'Restoring',
  rebuild: 'Rebuilding your workspace',
  replay: 'Bringing back changes from the journal',
  upgrade: 'Upgrading your workspace',
  integrity: 'Checking every record',
  import: 'Importing',
};

/** What the store is at; before it tells anything, `waiting`. */
export const progressName = (progress: StoreProgress | null, waiting: string): string =>
  progress === null ? waiting : names[progress.what];

/** Long work of the store as a bar; before it tells anything, one that says `waiting`. */
export function StoreProgressBar({
  progress,
  waiting,
}: {
  readonly progress: Observable<StoreProgress | null>;
  readonly waiting: string;
}) {
  const now = useSyncExternalStore(progress.subscribe, progress.get);
  return <ProgressBar label={progressName(now, waiting)} done={now?.done ?? 0} of={now?.of ?? 0} />;
}
