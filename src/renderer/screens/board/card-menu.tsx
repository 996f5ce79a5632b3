import { Menu } from '@base-ui/react/menu';
import { PanelRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Status } from '../../../shared/accounts/account.ts';
import { statusEntries } from '../../app/moves/status-entries.tsx';
import { useMovePreviews } from '../../app/moves/use-move-previews.ts';
import { withRules } from '../../app/rule-entries.tsx';
import { MenuEntries } from '../../components/menu-entries.tsx';
import '../../components/popup.css';
import { nudgeEntries } from './nudge-entries.ts';
import type { Nudge } from './nudge.ts';

export interface CardMenuProps {
  /** What is moved, for the menu's name: "Acme" or "3 accounts". */
  readonly name: string;
  readonly ids: readonly string[];
  /** The column they are all in, if it is one. */
  readonly at: Status | null;
  readonly anchor: () => Element | null;
  /** Opened by keys: the first entry is where they are, at once. */
  readonly byKeys: boolean;
  readonly onClose: () => void;
  readonly onMove: (to: Status) => void;
  /** Places are those of its lane. */
  readonly inLane: boolean;
  readonly canNudge: (way: Nudge) => boolean;
  readonly onNudge: (way: Nudge) => void;
  readonly onInspect: () => void;
  /** Gives focus back to the card, wherever it is by then. */
  readonly focusAfter: () => HTMLElement | null;
}

/** Everything that dragging does, as a menu. */
export function CardMenu(props: CardMenuProps) {
  const { name, ids, at, anchor, byKeys, onClose, focusAfter } = props;
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => (byKeys ? onceFocused(popup.current, focusFirstEntry) : undefined), [byKeys]);
  const previews = useMovePreviews(ids, true);
  const entries = withRules([
    {
      kind: 'group',
      id: 'status',
      label: 'Move to',
      entries: statusEntries({ moving: ids.length, at, ticks: false, previews, onMove: props.onMove }),
    },
    { kind: 'separator', id: 'before-place' },
    {
      kind: 'group',
      id: 'place',
      label: props.inLane ? 'Place in the lane' : 'Place in the column',
      entries: nudgeEntries(props.inLane ? 'lane' : 'column', props.canNudge, props.onNudge),
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
  ]);
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal>
        <Menu.Positioner className="popup-positioner" anchor={anchor} align="end" sideOffset={4}>
          <Menu.Popup
            ref={popup}
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

/** The popup takes focus a moment after it is there. @returns how to call it off */
function onceFocused(popup: HTMLElement | null, then: (popup: HTMLElement) => void): () => void {
  const gained = (): void => {
    if (popup !== null) then(popup);
  };
  popup?.addEventListener('focusin', gained, { once: true });
  return () => popup?.removeEventListener('focusin', gained);
}

/** Focus is what highlights an entry. */
function focusFirstEntry(popup: HTMLElement): void {
  popup.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
}
