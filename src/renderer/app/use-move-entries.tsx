import type { Status } from '../../shared/accounts/account.ts';
import type { MenuEntry } from '../components/menu.tsx';
import { statusEntries } from './moves/status-entries.tsx';
import { useMovePreviews } from './moves/use-move-previews.ts';
import { withRules } from './rule-entries.tsx';
import { useStore } from './store-context.tsx';
import { useMoveAccounts } from './use-move-accounts.ts';

/**
 * Menu entries that move `ids` to each status, and lead to the rules that they name.
 * @param open the rules are asked only while the menu is open
 * @param onMove what moves them; left out, they go to the top of the column
 */
export function useMoveEntries(
  ids: readonly string[],
  open: boolean,
  onMove?: (to: Status) => void,
): readonly MenuEntry[] {
  const { book } = useStore();
  const moveAccounts = useMoveAccounts();
  const previews = useMovePreviews(ids, open);
  const only = ids.length === 1 ? book.rowOf(ids[0] ?? '')?.status : undefined;
  return withRules(
    statusEntries({
      moving: ids.length,
      at: only ?? null,
      ticks: true,
      previews,
      onMove: onMove ?? ((to) => void moveAccounts(ids, to)),
    }),
  );
}
