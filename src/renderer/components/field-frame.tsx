import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './field.css';
import './visually-hidden.css';

export interface FieldFrameProps {
  readonly label: string;
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean;
  readonly hint?: ReactNode;
  /** What is wrong and how to mend it. */
  readonly error?: string | undefined;
  readonly className?: string | undefined;
}

export const describedBy = (id: string, frame: FieldFrameProps): string | undefined => {
  const ids = [
    frame.error === undefined ? null : `${id}-error`,
    frame.hint === undefined ? null : `${id}-hint`,
  ];
  const present = ids.filter((part) => part !== null);
  return present.length === 0 ? undefined : present.join(' ');
};

/** Label above, control, then hint and error. */
export function FieldFrame({
  id,
  label,
  hideLabel = false,
  hint,
  error,
  className,
  children,
}: FieldFrameProps & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={classNames('field', className)}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      )}
      {error !== undefined && (
        <div id={`${id}-error`} className="field-error" role="alert">
          {error}
        </div>
      )}
    </div>
  );
}
