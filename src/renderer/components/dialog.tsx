import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { use, type ReactNode, type RefObject } from 'react';
import { classNames } from './class-names.ts';
import { DialogLeaveContext, ShowWordsContext } from './link-context.ts';
import './button.css';
import './dialog.css';
import './visually-hidden.css';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly hideTitle?: boolean;
  readonly description?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  /** Buttons, the one that does it last. */
  readonly footer?: ReactNode;
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** False while leaving would lose something under way: outside presses are then ignored. */
  readonly dismissible?: boolean;
  /** False where the address opens it: following a link closes it anyway. */
  readonly closesOnLink?: boolean;
  readonly children: ReactNode;
}

/** A modal dialog: keeps focus, Escape closes, focus goes back to where it was; a link that is followed closes it. */
export function Dialog({
  open,
  onClose,
  title,
  hideTitle = false,
  description,
  size = 'medium',
  footer,
  initialFocus,
  dismissible = true,
  closesOnLink = true,
  children,
}: DialogProps) {
  const showWords = use(ShowWordsContext);
  return (
    <Base.Root
      open={open}
      disablePointerDismissal={!dismissible}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop" />
        <Base.Viewport className="dialog-viewport">
          <Base.Popup
            className={classNames('dialog', `dialog-${size}`)}
            {...(initialFocus === undefined ? {} : { initialFocus })}
          >
            <DialogLeaveContext value={closesOnLink ? onClose : undefined}>
              <div className={hideTitle ? 'visually-hidden' : 'dialog-head'}>
                <Base.Title className="dialog-title">{title}</Base.Title>
                <Base.Close className="icon-button" aria-label="Close">
                  <X aria-hidden />
                </Base.Close>
              </div>
              {description !== undefined && (
                <Base.Description className="dialog-description" render={<div />}>
                  {typeof description === 'string' ? showWords(description) : description}
                </Base.Description>
              )}
              <div className="dialog-body scroll">{children}</div>
              {footer !== undefined && <div className="dialog-foot">{footer}</div>}
            </DialogLeaveContext>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
