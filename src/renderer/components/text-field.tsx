import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { describedBy, FieldFrame, type FieldFrameProps } from './field-frame.tsx';

export interface TextFieldProps
  extends FieldFrameProps, Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'className' | 'id'> {
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly icon?: ReactNode;
}

/** One line of text. */
export function TextField({
  label,
  hideLabel,
  hint,
  error,
  className,
  value,
  onValueChange,
  icon,
  ...rest
}: TextFieldProps) {
  const id = useId();
  const frame = { label, hint, error, className, ...(hideLabel === undefined ? {} : { hideLabel }) };
  const input = (
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      {...rest}
      id={id}
      className="input"
      value={value}
      aria-invalid={error !== undefined || undefined}
      aria-describedby={describedBy(id, frame)}
      onChange={(event) => onValueChange(event.currentTarget.value)}
    />
  );
  return (
    <FieldFrame id={id} {...frame}>
      {icon === undefined ? (
        input
      ) : (
        <div className="input-with-icon">
          {icon}
          {input}
        </div>
      )}
    </FieldFrame>
  );
}

export interface TextAreaProps
  extends FieldFrameProps, Omit<ComponentProps<'textarea'>, 'onChange' | 'value' | 'className' | 'id'> {
  readonly value: string;
  readonly onValueChange: (value: string) => void;
}

/** Several lines; grows with its text. */
export function TextArea({
  label,
  hideLabel,
  hint,
  error,
  className,
  value,
  onValueChange,
  ...rest
}: TextAreaProps) {
  const id = useId();
  const frame = { label, hint, error, className, ...(hideLabel === undefined ? {} : { hideLabel }) };
  return (
    <FieldFrame id={id} {...frame}>
      <textarea
        rows={2}
        {...rest}
        id={id}
        className={classNames('input', 'input-area')}
        value={value}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy(id, frame)}
        onChange={(event) => onValueChange(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}
