import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { describedBy, FieldFrame, type FieldFrameProps } from './field-frame.tsx';
import './popup.css';

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
}

export interface SelectProps<T extends string> extends FieldFrameProps {
  /** `null` = nothing chosen. */
  readonly value: T | null;
  readonly options: readonly Option<T>[];
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly onValueChange: (value: T) => void;
}

/** One of a few; for long lists see Combobox. */
export function Select<T extends string>({
  value,
  options,
  placeholder,
  disabled,
  onValueChange,
  ...frame
}: SelectProps<T>) {
  const id = useId();
  return (
    <FieldFrame id={id} {...frame}>
      <Base.Root
        items={options.map((option) => ({ value: option.value, label: option.label }))}
        value={value}
        disabled={disabled}
        onValueChange={(next: T | null) => {
          if (next !== null) onValueChange(next);
        }}
      >
        <Base.Trigger
          id={id}
          className="select-trigger"
          aria-label={frame.label}
          aria-describedby={describedBy(id, frame)}
          aria-invalid={frame.error !== undefined || undefined}
        >
          <span className="select-trigger-value">
            <Base.Value placeholder={placeholder ?? 'Choose…'} />
          </span>
          <Base.Icon>
            <ChevronsUpDown aria-hidden />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner className="popup-positioner" sideOffset={4} alignItemWithTrigger={false}>
            <Base.Popup className="popup">
              <Base.List className="popup-list">
                {options.map((option) => (
                  <Base.Item
                    key={option.value}
                    value={option.value}
                    disabled={option.disabled}
                    className="popup-item"
                  >
                    {option.icon !== undefined && <span className="popup-item-icon">{option.icon}</span>}
                    <Base.ItemText className="popup-item-words">{option.label}</Base.ItemText>
                    <span className="popup-item-check">
                      <Base.ItemIndicator>
                        <Check aria-hidden />
                      </Base.ItemIndicator>
                    </span>
                  </Base.Item>
                ))}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </FieldFrame>
  );
}
