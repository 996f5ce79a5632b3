import type { Status } from '../../../shared/accounts/account.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import type { MovePreview } from '../../store/api.ts';
import type { useStore } from '../store-context.tsx';
import { count, type Priority } from '../words.ts';
import type { MoveNeeds } from './move-draft.ts';

type Store = ReturnType<typeof useStore>;

/** PR-4: what is suggested instead, where the choice is against it; `null` = it is not. */
export function againstWords({ book }: Store, ids: readonly string[], priority: Priority): string | null {
  const rows = ids.flatMap((id) => book.rowOf(id) ?? []);
  const against = rows.filter(({ decided, priority: present }) => {
    const suggested = decided?.suggested ?? null;
    return suggested !== null && suggested !== priority && present !== priority;
  });
  const [first] = against;
  if (first === undefined) return null;
  return rows.length === 1
    ? `PR-4: Priority ${String(first.decided?.suggested)} is suggested. Say in a word why you choose another.`
    : `PR-4: another Priority is suggested for ${count(against.length, 'account')}. Say in a word why.`;
}

/** What is to be asked before the move; `null` = nothing. */
export async function detailsFor(
  store: Store,
  only: string | undefined,
  to: Status,
  preview: MovePreview,
): Promise<{ readonly needs: MoveNeeds; readonly against: readonly string[] } | null> {
  if (only !== undefined && preview.isOverridable) {
    const explained = await store.ask('move', { id: only, to });
    const offer = explained?.override;
    if (offer && offer.grounds.length > 0) {
      const against = offer.liftable.map(({ message }) => say(message));
      return { needs: { restriction: false, rest: false, overrideOn: offer.grounds }, against };
    }
  }
  if (preview.allowed.length === 0) return null;
  const { needsReason, asksRest } = preview;
  if (!needsReason && !asksRest) return null;
  return { needs: { restriction: needsReason, rest: asksRest, overrideOn: null }, against: [] };
}
