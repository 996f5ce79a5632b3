import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './button.css';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` at most once per view; `quiet` has no frame until it is pointed at. */
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'medium' | 'small';
  readonly icon?: ReactNode;
}

/** A button with words. */
export function Button({
  variant = 'plain',
  size = 'medium',
  icon,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames('button', `button-${variant}`, size === 'small' && 'button-small', className)}
    >
      {icon}
      {children}
    </button>
  );
}
