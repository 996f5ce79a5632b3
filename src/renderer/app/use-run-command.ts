import { useCallback } from 'react';
import { say } from '../../shared/rule-book/messages.ts';
import { useToast } from '../components/toast.tsx';
import type { Command, CommandOutcome, RefusedAccount } from '../store/api.ts';
import { useStore } from './store-context.tsx';
import { useUndo } from './use-undo.ts';
import { count } from './words.ts';

/** "Acme: AW-6: no free Mid-Market slot, 150 of 150. What would make it possible." */
const refusalText = ({ name, refusal }: RefusedAccount): string =>
  `${name}: ${say(refusal.message)} ${say(refusal.remedy)}`;

/** How many refusals are told in full. */
const toldInFull = 2;

/** The first refusals in full, the rest as a number. */
export function refusalsText(refused: readonly RefusedAccount[]): string {
  const rest = refused.length - toldInFull;
  return [
    ...(refused.length > 1 ? [`${count(refused.length, 'account')} stayed as they were.`] : []),
    ...refused.slice(0, toldInFull).map(refusalText),
    ...(rest > 0 ? [`And ${rest.toLocaleString()} more.`] : []),
  ].join('\n');
}

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
        const refused = outcome.error.refused ?? [];
        toast.show({
          tone: 'problem',
          title: say(outcome.error.message),
          ...(refused.length > 0 ? { description: refusalsText(refused) } : {}),
        });
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
