import { useEffect, useState } from 'react';
import { useStore } from '../../app/store-context.tsx';
import type { MappingImpact } from '../../store/questions/questions.ts';

export interface ShownImpact {
  /** `null` until the first answer. */
  readonly impact: MappingImpact | null;
  /** The book changed, and the impact is being worked out anew. */
  readonly isRenewing: boolean;
}

/** TER-8: what a mapping would change; worked out again when the book changes, since only that can be applied. */
export function useImpact(rows: Blob, source: string): ShownImpact {
  const store = useStore();
  const [shown, setShown] = useState<ShownImpact>({ impact: null, isRenewing: false });
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    let asking = new AbortController();
    const ask = async (): Promise<void> => {
      // What is overtaken, or left, ends in the store, too.
      asking.abort();
      const mine = new AbortController();
      asking = mine;
      setShown(({ impact }) => ({ impact, isRenewing: impact !== null }));
      try {
        const impact = await store.ask('mappingImpact', { rows, source }, mine.signal);
        if (!mine.signal.aborted) setShown({ impact, isRenewing: false });
      } catch (error) {
        if (!mine.signal.aborted) setFailure({ error });
      }
    };
    void ask();
    // By what is stored, not by what more is decided of it: asking then would take Apply away under a press.
    const stop = store.onChange((_, cause) => {
      if (cause === 'written') void ask();
    });
    return () => {
      asking.abort();
      stop();
    };
  }, [store, rows, source]);
  if (failure) throw failure.error;
  return shown;
}
