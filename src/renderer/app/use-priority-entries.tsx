import type { MenuEntry } from '../components/menu.tsx';
import { PriorityBars } from './marks.tsx';
import { useMoves } from './use-move-accounts.ts';
import { priorityName, type Priority } from './words.ts';

const choices: readonly (Priority | null)[] = [1, 2, 3, null];

/** Menu entries that set the Priority of `ids`. `present` is ticked; `undefined` = they differ. */
export function usePriorityEntries(
  ids: readonly string[],
  present: Priority | null | undefined,
): readonly MenuEntry[] {
  const { choosePriority } = useMoves();
  return choices.map((priority) => ({
    kind: 'item',
    id: String(priority),
    label: priorityName(priority),
    icon: <PriorityBars priority={priority} />,
    ...(present === undefined ? {} : { checked: priority === present }),
    onSelect: () => void choosePriority(ids, priority),
  }));
}
