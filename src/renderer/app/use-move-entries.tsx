import { useEffect, useState } from 'react';
import { statuses, type Status } from '../../shared/accounts/account.ts';
import { say } from '../../shared/rule-book/messages.ts';
import type { MenuEntry } from '../components/menu.tsx';
import type { MovePreview } from '../store/api.ts';
import { StatusMark } from './marks.tsx';
import { canBegin, offerOf } from './moves/move-offer.ts';
import { ruleEntries } from './rule-entries.tsx';
import { useStore } from './store-context.tsx';
import { useMoveAccounts } from './use-move-accounts.ts';
import { count, statusName } from './words.ts';

/**
 * Menu entries that move `ids` to each status. A status that a rule refuses stays in the menu, switched
 * off, and says why and what would make it possible.
 * @param open previews are asked for only while the menu is open
 * @param onMove what moves them; left out, they go to the top of the column
 */
export function useMoveEntries(
  ids: readonly string[],
  open: boolean,
  onMove?: (to: Status) => void,
): readonly MenuEntry[] {
  const store = useStore();
  const moveAccounts = useMoveAccounts();
  const move = onMove ?? ((to: Status): void => void moveAccounts(ids, to));
  const previews = usePreviews(ids, open);
  const only = ids.length === 1 ? store.book.rowOf(ids[0] ?? '')?.status : undefined;
  const entries = statuses.map((status): MenuEntry => {
    const preview = previews?.get(status);
    const here = only === status;
    const hint = here || preview === undefined ? undefined : hintFor(preview, ids.length);
    return {
      kind: 'item',
      id: `move-${status}`,
      label: statusName(status),
      icon: <StatusMark status={status} />,
      ...(only === undefined ? {} : { checked: here }),
      disabled: here || (preview !== undefined && !canBegin(preview)),
      ...(hint === undefined ? {} : { hint }),
      onSelect: () => move(status),
    };
  });
  return [...entries, ...ruleEntries(entries)];
}

function hintFor(preview: MovePreview, total: number): string | undefined {
  const first = preview.refused[0];
  if (first === undefined) return preview.asksRest ? 'Asks why it rests.' : undefined;
  const why = `${say(first.refusal.message)} ${say(first.refusal.remedy)}`;
  return total === 1
    ? [why, offerOf(preview) ?? ''].join(' ').trim()
    : `${count(preview.refused.length, 'account')} of ${total.toLocaleString()} cannot: ${why}`;
}

function usePreviews(ids: readonly string[], open: boolean): ReadonlyMap<Status, MovePreview> | undefined {
  const store = useStore();
  const key = ids.join(' ');
  const [previews, setPreviews] = useState<{ key: string; map: ReadonlyMap<Status, MovePreview> }>();
  useEffect(() => {
    if (!open) return undefined;
    let current = true;
    const asked = key.split(' ');
    void Promise.all(
      statuses.map(async (status) => [status, await store.previewMove(asked, status)] as const),
    ).then((found) => {
      if (current) setPreviews({ key, map: new Map(found) });
    });
    return () => {
      current = false;
    };
  }, [store, key, open]);
  return open && previews?.key === key ? previews.map : undefined;
}
