import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import './states.css';

/** Nothing here yet, and what to do next. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
}: {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  /** The next step; at least one. */
  readonly actions: ReactNode;
}) {
  return (
    <div className="state">
      {icon !== undefined && <div className="state-icon">{icon}</div>}
      <h2 className="state-title">{title}</h2>
      {children !== undefined && <div className="state-words">{children}</div>}
      <div className="state-actions">{actions}</div>
    </div>
  );
}

/** Something failed: what, and a way on. */
export function ErrorState({
  title,
  children,
  onRetry,
  retryLabel = 'Try again',
  actions,
  wholePage = false,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly onRetry?: () => void;
  readonly retryLabel?: string;
  readonly actions?: ReactNode;
  /** It is all there is: the heading is the page's. */
  readonly wholePage?: boolean;
}) {
  const Heading = wholePage ? 'h1' : 'h2';
  return (
    <div className="state" role="alert">
      <Heading className="state-title">{title}</Heading>
      {children !== undefined && <div className="state-words">{children}</div>}
      <div className="state-actions">
        {actions}
        {onRetry !== undefined && (
          <Button variant="primary" onClick={onRetry}>
            {retryLabel}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Grey bars in the shape of what is coming. */
export function Skeleton({
  rows = 8,
  label = 'Loading',
}: {
  readonly rows?: number;
  readonly label?: string;
}) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        <div
          key={index}
          className="skeleton-row"
          style={{ width: `${[92, 78, 85, 64, 88, 71][index % 6] ?? 80}%` }}
        />
      ))}
    </div>
  );
}
