import { Menu } from '@base-ui/react/menu';
import { PanelRight } from 'lucide-react';
import type { Status } from '../../../shared/accounts/account.ts';
import { MenuEntries, type MenuEntry } from '../../components/menu-entries.tsx';
import '../../components/popup.css';
import { nudgeEntries, statusEntries } from './move-entries.tsx';
import type { Nudge } from './nudge.ts';
import { useAnswers } from './use-answers.ts';

export interface CardMenuProps {
  /** What is moved, for the menu's name: "Acme" or "3 accounts". */
  readonly name: string;
  readonly ids: readonly string[];
  /** The column they are all in, if it is one. */
  readonly at: Status | null;
  readonly anchor: () => Element | null;
  readonly onClose: () => void;
  readonly onMove: (to: Status) => void;
  readonly canNudge: (way: Nudge) => boolean;
  readonly onNudge: (way: Nudge) => void;
  readonly onInspect: () => void;
  /** Gives focus back to the card, wherever it is by then. */
  readonly focusAfter: () => HTMLElement | null;
}

/** Everything that dragging does, as a menu. */
export function CardMenu(props: CardMenuProps) {
  const { name, ids, at, anchor, onClose, focusAfter } = props;
  const answers = useAnswers(ids, true);
  const entries: readonly MenuEntry[] = [
    {
      kind: 'group',
      id: 'status',
      label: 'Move to',
      entries: statusEntries(ids.length, at, answers, props.onMove),
    },
    { kind: 'separator', id: 'before-place' },
    {
      kind: 'group',
      id: 'place',
      label: 'Place in the column',
      entries: nudgeEntries(props.canNudge, props.onNudge),
    },
    { kind: 'separator', id: 'before-open' },
    {
      kind: 'item',
      id: 'open',
      label: 'Open account',
      icon: <PanelRight aria-hidden />,
      shortcut: 'Enter',
      onSelect: props.onInspect,
    },
  ];
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal>
        <Menu.Positioner className="popup-positioner" anchor={anchor} align="end" sideOffset={4}>
          <Menu.Popup
            className="popup popup-list board-card-menu"
            aria-label={`Move ${name}`}
            finalFocus={() => focusAfter() ?? false}
          >
            <MenuEntries entries={entries} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
