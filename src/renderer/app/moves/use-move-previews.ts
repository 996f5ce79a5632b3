import { useEffect, useState } from 'react';
import { statuses } from '../../../shared/accounts/account.ts';
import { useStore } from '../store-context.tsx';
import type { MovePreviews } from './status-choices.ts';

const none: MovePreviews = {};

/** What the rules say to moving `ids`, for every status; empty until it is wanted. */
export function useMovePreviews(ids: readonly string[], wanted: boolean): MovePreviews {
  const { previewMove } = useStore();
  const key = wanted ? ids.join(' ') : '';
  const [known, setKnown] = useState<{ readonly key: string; readonly previews: MovePreviews }>();
  useEffect(() => {
    if (key === '') return undefined;
    let current = true;
    const asked = key.split(' ');
    for (const status of statuses) {
      previewMove(asked, status).then(
        (preview) => {
          if (!current) return;
          setKnown((before) => ({
            key,
            previews: { ...(before?.key === key ? before.previews : none), [status]: preview },
          }));
        },
        // Without an answer the entry stays open, and the move itself tells what is wrong.
        () => undefined,
      );
    }
    return () => {
      current = false;
    };
  }, [previewMove, key]);
  return wanted && known?.key === key ? known.previews : none;
}
