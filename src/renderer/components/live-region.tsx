import { createContext, use, useCallback, useState, type ReactNode } from 'react';
import './visually-hidden.css';

/** Says `words` to screen readers. `assertive` interrupts: only for refusals and failures. */
export type Announce = (words: string, urgency?: 'polite' | 'assertive') => void;

const AnnounceContext = createContext<Announce | null>(null);

interface Spoken {
  readonly words: string;
  readonly turn: number;
}

/** Once around the app: two live regions that are there from the start. */
export function LiveRegion({ children }: { readonly children: ReactNode }) {
  const [polite, setPolite] = useState<Spoken>({ words: '', turn: 0 });
  const [assertive, setAssertive] = useState<Spoken>({ words: '', turn: 0 });
  const announce = useCallback<Announce>((words, urgency = 'polite') => {
    const set = urgency === 'assertive' ? setAssertive : setPolite;
    set((last) => ({ words, turn: last.turn + 1 }));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="visually-hidden" role="status" aria-live="polite" aria-label="Announcements">
        {/* A new key speaks the same words again. */}
        <span key={polite.turn}>{polite.words}</span>
      </div>
      <div className="visually-hidden" role="alert" aria-live="assertive" aria-label="Urgent announcements">
        <span key={assertive.turn}>{assertive.words}</span>
      </div>
    </AnnounceContext>
  );
}

/** @throws outside LiveRegion: a broken invariant. */
export function useAnnounce(): Announce {
  const announce = use(AnnounceContext);
  if (announce === null) throw new Error('useAnnounce needs LiveRegion around it.');
  return announce;
}
