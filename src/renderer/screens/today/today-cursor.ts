import type { InboxItem } from '../../../shared/inbox/inbox-item.ts';
import type { InboxSection } from '../../../shared/inbox/inbox.ts';

/** So many items of a group are shown at first, and more by each press. */
export const shownAtFirst = 25;
export const shownMore = 100;

/** The items that are on screen, group after group. */
export const shownItems = (
  sections: readonly InboxSection[],
  shownOf: (section: InboxSection) => number,
): InboxItem[] => sections.flatMap((section) => section.items.slice(0, shownOf(section)));

/** Which item the keyboard is at: by its key, and where it was, for when it is settled. */
export interface TodayCursor {
  readonly key: string | null;
  readonly index: number;
}

export const firstItem: TodayCursor = { key: null, index: 0 };

/** With its item while that is there; else at what took its place, or the last one. */
export function followItem(items: readonly InboxItem[], cursor: TodayCursor): TodayCursor {
  const at = cursor.key === null ? -1 : items.findIndex(({ key }) => key === cursor.key);
  const index = at >= 0 ? at : Math.max(0, Math.min(items.length - 1, cursor.index));
  return { key: items[index]?.key ?? null, index };
}

/** Where a key leads; `undefined` where it leads nowhere. */
export function stepItem(
  items: readonly InboxItem[],
  { index }: TodayCursor,
  key: string,
): TodayCursor | undefined {
  const to = (wish: number): TodayCursor => {
    const at = Math.max(0, Math.min(items.length - 1, wish));
    return { key: items[at]?.key ?? null, index: at };
  };
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return to(index + 1);
    case 'ArrowUp':
    case 'k':
      return to(index - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(items.length - 1);
    case 'PageDown':
      return nextGroup(items, index, 1, to);
    case 'PageUp':
      return nextGroup(items, index, -1, to);
    default:
      return undefined;
  }
}

/** The first item of the next group, or of this one and then the one before. */
function nextGroup(
  items: readonly InboxItem[],
  index: number,
  way: 1 | -1,
  to: (wish: number) => TodayCursor,
): TodayCursor {
  const starts = items.flatMap(({ group }, at) => (group === items[at - 1]?.group ? [] : [at]));
  const wish = way === 1 ? starts.find((at) => at > index) : starts.findLast((at) => at < index);
  return to(wish ?? (way === 1 ? items.length - 1 : 0));
}
