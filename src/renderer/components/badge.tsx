import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './badge.css';

/** A short word about a thing. The tone colours it; the word carries the meaning. */
export function Badge({
  tone = 'neutral',
  icon,
  children,
}: {
  readonly tone?: 'neutral' | 'accent' | 'good' | 'warn' | 'danger';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <span className={classNames('badge', `badge-${tone}`)}>
      {icon}
      {children}
    </span>
  );
}
