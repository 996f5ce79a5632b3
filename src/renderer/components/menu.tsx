import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement } from 'react';
import { MenuEntries, type MenuEntry } from './menu-entries.tsx';

export type { MenuEntry } from './menu-entries.tsx';

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** A name for the popup where the trigger's own does not do. */
  readonly label?: string;
  /** Entries, or a way to make them when the menu opens. */
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'center' | 'end';
  readonly side?: 'top' | 'bottom';
  readonly open?: boolean;
  readonly defaultOpen?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** A button that opens a list of things to do. */
export function Menu({
  trigger,
  label,
  entries,
  align = 'start',
  side = 'bottom',
  open,
  defaultOpen,
  onOpenChange,
}: MenuProps) {
  return (
    <Base.Root
      open={open}
      defaultOpen={defaultOpen}
      onOpenChange={(next) => onOpenChange?.(next)}
      modal={false}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="popup-positioner" sideOffset={4} align={align} side={side}>
          <Base.Popup className="popup popup-list" aria-label={label}>
            <MenuEntries entries={entries} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
