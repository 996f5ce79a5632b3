import { useMemo } from 'react';
import { say } from '../../shared/rule-book/messages.ts';
import { useToast } from '../components/toast.tsx';
import type { CommandOutcome } from '../store/api.ts';
import { useStore } from './store-context.tsx';

export interface Undo {
  readonly undo: () => void;
  readonly redo: () => void;
  /** Undoes change set `n` while it is the newest: a note's "Undo" must not take back something else. */
  readonly undoChange: (n: number) => void;
}

/** Undo and redo with a note on what was taken back and what that leaves broken. */
export function useUndo(): Undo {
  const store = useStore();
  const toast = useToast();
  return useMemo(() => {
    const tell = (outcome: CommandOutcome) => {
      if (!outcome.ok) {
        if (outcome.error.code === 'nothing-to-undo') toast.show({ title: say(outcome.error.message) });
        else toast.show({ tone: 'problem', title: say(outcome.error.message) });
        return;
      }
      const broken = outcome.breaks.map((finding) => say(finding.message));
      toast.show({
        title: say(outcome.label),
        ...(broken.length === 0
          ? {}
          : { tone: 'problem' as const, description: broken.slice(0, 5).join('\n') }),
      });
    };
    const undo = (): void => void store.undo().then(tell);
    return {
      undo,
      undoChange: (n) => {
        if (store.status.get().through === n) undo();
        else
          toast.show({
            title: 'More was changed since. Undo takes back one change at a time, newest first.',
          });
      },
      redo: () => void store.redo().then(tell),
    };
  }, [store, toast]);
}
