import { useEffect } from 'react';
import { useToast } from '../components/toast.tsx';
import { count } from './words.ts';

/** Tells once that the browser had lost changes and that they came back from the journal. */
export function useReplayedNote(replayed: number): void {
  const toast = useToast();
  useEffect(() => {
    if (replayed === 0) return;
    toast.show({
      title: `${count(replayed, 'change')} came back from the journal`,
      description: `The browser had lost ${replayed === 1 ? 'it' : 'them'}, for example because the machine went down. Nothing is missing.`,
    });
  }, [replayed, toast]);
}
