import { useEffect, useState } from 'react';
import { statuses } from '../../../shared/accounts/account.ts';
import { useStore } from '../../app/store-context.tsx';
import type { Answers } from './move-session.ts';

/** What the rules say to moving `ids`, for every status; empty until asked for. */
export function useAnswers(ids: readonly string[], wanted: boolean): Answers {
  const { previewMove } = useStore();
  const [known, setKnown] = useState<{ readonly of: readonly string[]; readonly answers: Answers }>();
  useEffect(() => {
    if (!wanted) return undefined;
    let current = true;
    for (const status of statuses) {
      previewMove(ids, status).then(
        (preview) => {
          if (!current) return;
          setKnown((before) => ({
            of: ids,
            answers: { ...(before?.of === ids ? before.answers : {}), [status]: preview },
          }));
        },
        // Without an answer the entry stays open, and the move itself tells what is wrong.
        () => undefined,
      );
    }
    return () => {
      current = false;
    };
  }, [previewMove, ids, wanted]);
  return known?.of === ids ? known.answers : {};
}
