import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import './inspector-pane.css';

export interface InspectorPaneProps {
  /** Names the region. */
  readonly label: string;
  readonly onClose: () => void;
  readonly header?: ReactNode;
  /** Icon buttons beside "Close". */
  readonly actions?: ReactNode;
  /** A full-width line under the header that does not scroll. */
  readonly subheader?: ReactNode;
  readonly children: ReactNode;
}

/** A pane on the right that never blocks the work beside it. Escape inside it closes it. */
export function InspectorPane({ label, onClose, header, actions, subheader, children }: InspectorPaneProps) {
  return (
    <aside
      className="inspector"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.preventDefault();
          onClose();
        }
      }}
    >
      <div className="inspector-head">
        <div className="inspector-head-words">{header}</div>
        {actions}
        <IconButton label="Close panel" shortcut="Escape" icon={<X aria-hidden />} onClick={onClose} />
      </div>
      {subheader !== undefined && <div className="inspector-subhead">{subheader}</div>}
      <div className="inspector-body scroll">{children}</div>
    </aside>
  );
}
