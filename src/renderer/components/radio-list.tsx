import { useId, type ReactNode, type RefObject } from 'react';
import './radio-list.css';

export interface RadioOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: ReactNode;
}

/** One of a few, all in sight, each with a word on what it means. Arrow keys choose. */
export function RadioList<T extends string>({
  legend,
  options,
  value,
  firstRef,
  onValueChange,
}: {
  readonly legend: string;
  readonly options: readonly RadioOption<T>[];
  readonly value: T;
  /** The chosen one's control, for a dialog that begins there. */
  readonly firstRef?: RefObject<HTMLInputElement | null>;
  readonly onValueChange: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset className="radio-list">
      <legend className="field-label">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="radio-list-option">
          <input
            ref={option.value === value ? firstRef : undefined}
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValueChange(option.value)}
          />
          <span>
            {option.label}
            {option.hint !== undefined && <span className="radio-list-hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
