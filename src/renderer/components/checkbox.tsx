import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './checkbox.css';
import './visually-hidden.css';

export interface CheckboxProps {
  readonly label: ReactNode;
  /** For screen readers only; the label must then be plain text. */
  readonly hideLabel?: boolean;
  readonly checked: boolean;
  /** Some, but not all, of what it stands for. */
  readonly mixed?: boolean;
  readonly disabled?: boolean;
  readonly tabIndex?: number;
  readonly onCheckedChange: (checked: boolean) => void;
}

/** A box to tick, with its label beside it. */
export function Checkbox({
  label,
  hideLabel = false,
  checked,
  mixed = false,
  disabled = false,
  tabIndex,
  onCheckedChange,
}: CheckboxProps) {
  return (
    <label className={classNames('checkbox', disabled && 'checkbox-disabled')}>
      <Base.Root
        className="checkbox-box"
        checked={checked}
        indeterminate={mixed}
        disabled={disabled}
        // Handing on `undefined` would take the box out of the tab order.
        {...(tabIndex !== undefined && { tabIndex })}
        onCheckedChange={(next) => onCheckedChange(next)}
      >
        <Base.Indicator className="checkbox-mark">
          {mixed ? <Minus aria-hidden /> : <Check aria-hidden />}
        </Base.Indicator>
      </Base.Root>
      <span className={hideLabel ? 'visually-hidden' : 'checkbox-label'}>{label}</span>
    </label>
  );
}
