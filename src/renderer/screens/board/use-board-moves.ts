import { useCallback, useMemo, useState } from 'react';
import type { Status } from '../../../shared/accounts/account.ts';
import { useStore } from '../../app/store-context.tsx';
import { canBegin } from '../../app/moves/move-offer.ts';
import { useMoveAccounts } from '../../app/use-move-accounts.ts';
import { count, statusName } from '../../app/words.ts';
import { useAnnounce } from '../../components/live-region.tsx';
import { useToast } from '../../components/toast.tsx';
import type { CommandOutcome, MovePreview } from '../../store/api.ts';
import type { BoardColumns } from './board-columns.ts';
import { changesNothing, withPending, type PendingMove } from './board-optimistic.ts';
import { verdictOf, verdictText, type Verdict } from '../../app/moves/move-verdict.ts';

export type KeptVerdicts = Readonly<Partial<Record<Status, Verdict>>>;

export interface BoardMoves {
  /** The columns as they will be once what was asked for has landed. */
  readonly columns: BoardColumns;
  /** What columns go on saying after they sent cards back. */
  readonly kept: KeptVerdicts;
  readonly dismiss: (status: Status) => void;
  readonly dismissAll: () => void;
  /**
   * Lands what may land: one command. The rest goes back, and the column keeps saying why.
   * @param move `null` = it would change nothing
   * @param preview what the rules said while hovering, if they were asked
   */
  readonly land: (move: PendingMove | null, preview?: Promise<MovePreview>) => Promise<void>;
}

/** Moves on the board, from drop to outcome. */
export function useBoardMoves(stored: BoardColumns): BoardMoves {
  const { book, previewMove } = useStore();
  const moveAccounts = useMoveAccounts();
  const announce = useAnnounce();
  const toast = useToast();
  const [pending, setPending] = useState<readonly PendingMove[]>([]);
  const [kept, setKept] = useState<KeptVerdicts>({});
  const columns = useMemo(() => withPending(stored, pending), [stored, pending]);

  const keep = useCallback((status: Status, verdict: Verdict | undefined) => {
    setKept(({ [status]: _, ...others }) =>
      verdict === undefined ? others : { ...others, [status]: verdict },
    );
  }, []);

  const land = useCallback(
    async (move: PendingMove | null, asked?: Promise<MovePreview>): Promise<void> => {
      if (move === null || changesNothing(columns, move)) {
        announce('Stays where it was.');
        return;
      }
      const ids = idsOf(move.slots, book.row);
      const preview = await (asked ?? previewMove(ids, move.to));
      const verdict = verdictOf(ids.length, preview.refused);
      if (!canBegin(preview)) {
        keep(move.to, verdict);
        announce(`Not moved to ${statusName(move.to)}. ${verdictText(verdict)}`, 'assertive');
        return;
      }
      // With nobody allowed a dialog decides; the card waits where it was dropped.
      const allowed = new Set(preview.allowed.length === 0 ? ids : preview.allowed);
      const shown: PendingMove = {
        ...move,
        slots: move.slots.filter((slot) => allowed.has(book.row(slot)?.id ?? '')),
      };
      setPending((others) => [...others, shown]);
      try {
        const place = {
          after: idOf(move.place.after, book.row),
          before: idOf(move.place.before, book.row),
        };
        const outcome = await moveAccounts(ids, move.to, { place });
        if (outcome === null) announce('Put back. Not moved.');
        else keep(move.to, verdictAfter(ids.length, outcome));
      } finally {
        // The store delivers the changed view before the outcome: nothing jumps back here.
        setPending((all) => all.filter((one) => one !== shown));
      }
    },
    [announce, book, columns, keep, moveAccounts, previewMove],
  );

  const landOrTell = useCallback(
    (move: PendingMove | null, asked?: Promise<MovePreview>) =>
      land(move, asked).catch(() => {
        toast.show({
          tone: 'problem',
          title: `${count(move?.slots.length ?? 0, 'account')} could not be moved`,
          description: 'The store did not answer. Nothing was changed; try again.',
        });
      }),
    [land, toast],
  );

  return {
    columns,
    kept,
    dismiss: useCallback((status: Status) => keep(status, undefined), [keep]),
    dismissAll: useCallback(() => setKept({}), []),
    land: landOrTell,
  };
}

function verdictAfter(moving: number, outcome: CommandOutcome): Verdict | undefined {
  const refused = outcome.ok ? outcome.refused : (outcome.error.refused ?? []);
  return refused.length === 0 ? undefined : verdictOf(moving, refused);
}

type RowOf = (slot: number) => { readonly id: string } | undefined;

const idOf = (slot: number | null, rowOf: RowOf): string | null =>
  slot === null ? null : (rowOf(slot)?.id ?? null);

/** Ids of the accounts at `slots`, in order; those that are gone are left out. */
export const idsOf = (slots: readonly number[], rowOf: RowOf): string[] =>
  slots.flatMap((slot) => rowOf(slot)?.id ?? []);
