import { useCallback, useState, type ReactNode } from 'react';
import type { Status } from '../../shared/accounts/account.ts';
import { say } from '../../shared/rule-book/messages.ts';
import { useToast } from '../components/toast.tsx';
import type { CommandOutcome, MoveDetails } from '../store/api.ts';
import { MoveReasonDialog } from './move-reason-dialog.tsx';
import { useStore } from './store-context.tsx';
import { useUndo } from './use-undo.ts';
import { MoveAccountsContext, type MoveAccounts } from './use-move-accounts.ts';
import { refusalsText } from './use-run-command.ts';

interface Question {
  readonly count: number;
  readonly to: Status;
  readonly answer: (details: MoveDetails | null) => void;
}

/** Once around the screens: board, table and panel move accounts the same way. */
export function MoveAccountsProvider({ children }: { readonly children: ReactNode }) {
  const store = useStore();
  const toast = useToast();
  const { undoChange } = useUndo();
  const [question, setQuestion] = useState<Question | null>(null);

  const ask = useCallback(
    (count: number, to: Status) =>
      new Promise<MoveDetails | null>((resolve) => {
        setQuestion({
          count,
          to,
          answer: (details) => {
            setQuestion(null);
            resolve(details);
          },
        });
      }),
    [],
  );

  const tell = useCallback(
    (outcome: CommandOutcome) => {
      if (!outcome.ok) {
        const refused = outcome.error.refused ?? [];
        toast.show({
          tone: 'problem',
          title: say(outcome.error.message),
          ...(refused.length > 0 ? { description: refusalsText(refused) } : {}),
        });
        return;
      }
      const { n } = outcome;
      if (n === null && outcome.refused.length === 0) return;
      // A card in another place of its column is there to see.
      if (outcome.label.id.startsWith('command.reordered') && outcome.refused.length === 0) return;
      toast.show({
        title: say(outcome.label),
        tone: outcome.refused.length > 0 ? 'problem' : 'done',
        ...(outcome.refused.length > 0 ? { description: refusalsText(outcome.refused) } : {}),
        ...(n === null ? {} : { action: { label: 'Undo', onAction: () => undoChange(n) } }),
      });
    },
    [toast, undoChange],
  );

  const move = useCallback<MoveAccounts>(
    async (ids, to, options) => {
      const preview = await store.previewMove(ids, to);
      let details: MoveDetails | undefined;
      if (preview.needsReason) {
        const answered = await ask(ids.length, to);
        if (answered === null) return null;
        details = answered;
      }
      const outcome = await store.run({
        kind: 'moveAccounts',
        ids,
        to,
        ...(options?.place === undefined ? {} : { place: options.place }),
        ...(details === undefined ? {} : { details }),
      });
      tell(outcome);
      return outcome;
    },
    [store, ask, tell],
  );

  return (
    <MoveAccountsContext value={move}>
      {children}
      {question !== null && (
        <MoveReasonDialog
          count={question.count}
          to={question.to}
          onCancel={() => question.answer(null)}
          onConfirm={(details) => question.answer(details)}
        />
      )}
    </MoveAccountsContext>
  );
}
