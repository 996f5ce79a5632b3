import { useCallback } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import { useToast } from '../../components/toast.tsx';
import type { CommandOutcome, MovePreview } from '../../store/api.ts';
import { failureNote, refusalsText } from '../refusal-note.ts';
import { useUndo } from '../use-undo.ts';

/** Tells and announces what came of a move. */
export function useTellMove(): (outcome: CommandOutcome, preview?: MovePreview) => void {
  const toast = useToast();
  const { undoChange } = useUndo();
  return useCallback(
    (outcome, preview) => {
      if (!outcome.ok) {
        toast.show(failureNote(outcome.error));
        return;
      }
      const { n, refused } = outcome;
      if (n === null && refused.length === 0) return;
      // A card in another place of its column is there to see.
      if (outcome.label.id.startsWith('command.reordered') && refused.length === 0) return;
      const said = [
        ...(refused.length > 0 ? [refusalsText(refused)] : []),
        ...[...(preview?.family ?? []), ...(preview?.warnings ?? [])]
          .slice(0, toldWarnings)
          .map(({ message }) => say(message)),
      ];
      toast.show({
        title: say(outcome.label),
        tone: said.length > 0 ? 'problem' : 'done',
        ...(said.length > 0 ? { description: said.join('\n') } : {}),
        ...(n === null ? {} : { action: { label: 'Undo', onAction: () => undoChange(n) } }),
      });
    },
    [toast, undoChange],
  );
}

/** How many warnings a note tells. */
const toldWarnings = 3;
