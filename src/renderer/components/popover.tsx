import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './popup.css';

export interface PopoverProps {
  readonly trigger: ReactElement;
  readonly title: string;
  readonly hideTitle?: boolean;
  readonly align?: 'start' | 'center' | 'end';
  /** For panels that need another width. */
  readonly className?: string;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A small panel beside its button; takes focus, Escape gives it back. */
export function Popover({
  trigger,
  title,
  hideTitle = false,
  align = 'start',
  className,
  open,
  onOpenChange,
  children,
}: PopoverProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="popup-positioner" sideOffset={4} align={align}>
          <Base.Popup className={classNames('popup', 'popup-panel', className)}>
            <Base.Title className={hideTitle ? 'visually-hidden' : 'popup-panel-title'}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
