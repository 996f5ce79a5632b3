import type { InboxAction, InboxItem } from '../../../shared/inbox/inbox-item.ts';
import { stepItem, type TodayCursor } from './today-cursor.ts';
import { actionKeys } from './today-words.ts';

export type TodayKey =
  | { readonly kind: 'step'; readonly cursor: TodayCursor }
  | { readonly kind: 'act'; readonly action: InboxAction }
  | { readonly kind: 'undo' };

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * What a key means on Today; `undefined` leaves it to the app. Enter is the item's first action, letters are
 * the others, `o` opens the account.
 * @param isOnItem focus is on the item itself, not on one of its buttons
 */
export function readTodayKey(
  press: KeyPress,
  item: InboxItem,
  isOnItem: boolean,
  items: readonly InboxItem[],
  cursor: TodayCursor,
): TodayKey | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return undefined;
  const { key } = press;
  const next = stepItem(items, cursor, key);
  if (next !== undefined) return { kind: 'step', cursor: next };
  if (key === 'u') return { kind: 'undo' };
  // A button takes Enter and Space itself.
  if (key === 'Enter') return isOnItem ? { kind: 'act', action: item.actions[0] } : undefined;
  const action = item.actions.find(({ kind }) => actionKeys[kind] === key);
  if (action !== undefined) return { kind: 'act', action };
  if (key === actionKeys.open && item.accountId !== null) {
    return { kind: 'act', action: { kind: 'open', id: item.accountId } };
  }
  return undefined;
}
