import type { ReactNode } from 'react';
import './split-view.css';

/** Work on the left, a pane of fixed width on the right when there is one. */
export function SplitView({
  children,
  pane,
}: {
  readonly children: ReactNode;
  readonly pane: ReactNode | null;
}) {
  return (
    <div className="split">
      <div className="split-work">{children}</div>
      {pane !== null && <div className="split-pane">{pane}</div>}
    </div>
  );
}
