import { useCallback } from 'react';
import { say } from '../../shared/rule-book/messages.ts';
import { useToast } from '../components/toast.tsx';
import type { Command, CommandOutcome } from '../store/api.ts';
import { failureNote, refusalsText } from './refusal-note.ts';
import { useStore } from './store-context.tsx';
import { useUndo } from './use-undo.ts';

/**
 * Runs a command and tells what went wrong. Success is silent unless `tell` asks for a note with Undo: an
 * edit in place shows itself.
 */
export function useRunCommand(): (
  command: Command,
  options?: { readonly tell?: boolean },
) => Promise<CommandOutcome> {
  const store = useStore();
  const toast = useToast();
  const { undoChange } = useUndo();
  return useCallback(
    async (command, options) => {
      const outcome = await store.run(command);
      if (!outcome.ok) {
        toast.show(failureNote(outcome.error));
      } else if (outcome.refused.length > 0) {
        toast.show({
          tone: 'problem',
          title: say(outcome.label),
          description: refusalsText(outcome.refused),
        });
      } else if (options?.tell === true && outcome.n !== null) {
        const { n } = outcome;
        toast.show({
          title: say(outcome.label),
          action: { label: 'Undo', onAction: () => undoChange(n) },
        });
      }
      return outcome;
    },
    [store, toast, undoChange],
  );
}
