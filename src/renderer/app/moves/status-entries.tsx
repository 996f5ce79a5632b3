import type { Status } from '../../../shared/accounts/account.ts';
import type { MenuEntry } from '../../components/menu-entries.tsx';
import { StatusMark } from '../marks.tsx';
import { statusName } from '../words.ts';
import { statusChoices, type MovePreviews } from './status-choices.ts';

export interface StatusEntriesAsked {
  /** How many accounts would be moved. */
  readonly moving: number;
  /** The status that they all have; `null` = they differ, or it does not matter. */
  readonly at: Status | null;
  /** Where the menu is the field itself: the present status is ticked. Otherwise it is said to be. */
  readonly ticks: boolean;
  readonly previews: MovePreviews;
  readonly onMove: (to: Status) => void;
}

/** The five statuses as menu entries; one that a rule refuses is switched off. */
export const statusEntries = ({
  moving,
  at,
  ticks,
  previews,
  onMove,
}: StatusEntriesAsked): readonly MenuEntry[] =>
  statusChoices(moving, at, previews).map(({ status, isHere, canBegin, words }) => {
    const hint = isHere && !ticks ? 'It is here' : words;
    return {
      kind: 'item',
      id: `to-${status}`,
      label: statusName(status),
      icon: <StatusMark status={status} />,
      ...(ticks && at !== null && { checked: isHere }),
      ...(hint !== '' && { hint }),
      disabled: !canBegin,
      onSelect: () => onMove(status),
    };
  });
