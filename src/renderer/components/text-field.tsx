import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { describedBy, FieldFrame, type FieldFrameProps } from './field-frame.tsx';

/** A native text control's own props, less those that the field sees to. */
type OwnProps<E extends 'input' | 'textarea'> = Omit<
  ComponentProps<E>,
  'onChange' | 'value' | 'className' | 'id'
>;

interface TextValue {
  readonly value: string;
  readonly onValueChange: (value: string) => void;
}

export interface TextFieldProps extends FieldFrameProps, OwnProps<'input'>, TextValue {
  readonly icon?: ReactNode;
}

/** One line of text. */
export function TextField({ icon, value, onValueChange, ...props }: TextFieldProps) {
  const { id, frame, rest, control } = useTextControl(props);
  const input = (
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      {...rest}
      {...control}
      className="input"
      value={value}
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

export interface TextAreaProps extends FieldFrameProps, OwnProps<'textarea'>, TextValue {}

/** Several lines; grows with its text. */
export function TextArea({ value, onValueChange, ...props }: TextAreaProps) {
  const { id, frame, rest, control } = useTextControl(props);
  return (
    <FieldFrame id={id} {...frame}>
      <textarea
        rows={2}
        {...rest}
        {...control}
        className={classNames('input', 'input-area')}
        value={value}
        onChange={(event) => onValueChange(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}

/** Parts a field's props into those of the frame and those of its control, and ties the two together. */
function useTextControl<P extends FieldFrameProps>({ label, hideLabel, hint, error, className, ...rest }: P) {
  const id = useId();
  const frame = { label, hint, error, className, ...(hideLabel === undefined ? {} : { hideLabel }) };
  const control = {
    id,
    'aria-invalid': error !== undefined || undefined,
    'aria-describedby': describedBy(id, frame),
  };
  return { id, frame, rest, control };
}
