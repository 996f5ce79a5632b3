import { useEffect, useState, useSyncExternalStore } from 'react';
import { useSession } from '../session-context.ts';
import { useSaveState, useStore, useStoreStatus } from '../store-context.tsx';
import { useAnswer } from '../use-answer.ts';
import { momentText } from '../words.ts';
import { bannersFor, type Banner } from './banner-list.ts';
import { dismissedHere, dismissHere } from './dismissed.ts';
import { useLowSpace } from './use-low-space.ts';

/** A silent host is worth a bar only after this many milliseconds. */
const hiccupMs = 4000;

/** The bars that there is reason for and that were not put away, the most pressing first. */
export function useBanners(): {
  readonly banners: readonly Banner[];
  readonly dismiss: (banner: Banner) => void;
} {
  const store = useStore();
  const { info } = useSession();
  const { settings } = useStoreStatus();
  const saveState = useSaveState();
  const space = useLowSpace();
  const integrity = useSyncExternalStore(store.integrity.subscribe, store.integrity.get);
  const backups = useSyncExternalStore(store.backups.subscribe, store.backups.get);
  const takenOver = useSyncExternalStore(store.takenOver.subscribe, store.takenOver.get);
  const review = useAnswer('weeklyReview', null);
  const unreachableForLong = useForLong(saveState.kind === 'unreachable');
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(() => new Set(dismissedHere()));
  const moment = (at: string): string => momentText(at, settings.timeZone);
  const banners = bannersFor({
    saveState,
    unreachableForLong,
    space,
    notices: info.notices,
    integrity,
    backupProblem: backups.problem,
    takenOver,
    review,
    moment,
  });
  return {
    banners: banners.filter(({ id }) => !dismissed.has(id)),
    dismiss: ({ id, dismissable }) => {
      if (dismissable === 'machine') dismissHere(id);
      setDismissed((before) => new Set([...before, id]));
    },
  };
}

function useForLong(present: boolean): boolean {
  const [since, setSince] = useState(false);
  useEffect(() => {
    if (!present) return undefined;
    const timer = setTimeout(() => setSince(true), hiccupMs);
    return () => {
      clearTimeout(timer);
      setSince(false);
    };
  }, [present]);
  return present && since;
}
