import type { MenuEntry } from '../../components/menu-entries.tsx';
import type { Nudge } from './nudge.ts';

const nudgeNames = (where: 'column' | 'lane'): Record<Nudge, string> => ({
  top: `Top of ${where}`,
  up: 'Up',
  down: 'Down',
  bottom: `Bottom of ${where}`,
});

/** Moves within the column, or within the lane; one that leads nowhere stays, disabled. */
export const nudgeEntries = (
  where: 'column' | 'lane',
  possible: (way: Nudge) => boolean,
  onNudge: (way: Nudge) => void,
): readonly MenuEntry[] =>
  (['top', 'up', 'down', 'bottom'] as const).map((way) => ({
    kind: 'item',
    id: `nudge-${way}`,
    label: nudgeNames(where)[way],
    disabled: !possible(way),
    onSelect: () => onNudge(way),
  }));
