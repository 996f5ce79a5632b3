import type { Status } from '../../../shared/accounts/account.ts';
import type { MovePreview, Observable, StoreClient } from '../../store/api.ts';
import type { MovePreviews } from '../../app/moves/status-choices.ts';
import { createSignal } from '../../store/signal.ts';

/** Cards on their way, by pointer or keyboard, and what the rules say about each column. */
export interface MoveSession {
  readonly how: 'pointer' | 'keyboard';
  /** The card that was taken hold of. */
  readonly grabbed: number;
  /** All cards on their way, in board order. */
  readonly slots: readonly number[];
  readonly moved: ReadonlySet<number>;
  readonly ids: readonly string[];
  /** Asks the store once per column. */
  readonly ask: (to: Status) => Promise<MovePreview>;
  /** Answers of the rules so far, per column. */
  readonly answers: Observable<MovePreviews>;
}

export function createMoveSession(
  previewMove: StoreClient['previewMove'],
  cards: Pick<MoveSession, 'how' | 'grabbed' | 'slots' | 'ids'>,
): MoveSession {
  const asked = new Map<Status, Promise<MovePreview>>();
  const answers = createSignal<MovePreviews>({});
  return {
    ...cards,
    moved: new Set(cards.slots),
    answers,
    ask: (to) => {
      const known = asked.get(to);
      if (known !== undefined) return known;
      const answer = previewMove(cards.ids, to);
      asked.set(to, answer);
      answer.then(
        (preview) => answers.set({ ...answers.get(), [to]: preview }),
        // The drop asks again, and meets the failure where it can be told.
        () => asked.delete(to),
      );
      return answer;
    },
  };
}
