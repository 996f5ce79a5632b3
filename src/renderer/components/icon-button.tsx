import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Tooltip } from './tooltip.tsx';
import './button.css';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  /** The accessible name. */
  readonly label: string;
  /** What the tooltip says; the label when left out. */
  readonly tip?: ReactNode;
  /** Shown in the tooltip, e.g. `Mod+Z`. */
  readonly shortcut?: string;
  readonly icon: ReactNode;
  readonly size?: 'medium' | 'small';
}

/** A button that is only an icon: always with a name and a tooltip. */
export function IconButton({
  label,
  tip,
  shortcut,
  icon,
  size = 'medium',
  className,
  disabled,
  onClick,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip content={tip ?? label} {...(shortcut === undefined ? {} : { shortcut })}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        // A disabled button still says what it would do: it stays focusable and hoverable.
        aria-disabled={disabled === true ? true : undefined}
        onClick={disabled === true ? undefined : onClick}
        className={classNames('icon-button', size === 'small' && 'icon-button-small', className)}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
