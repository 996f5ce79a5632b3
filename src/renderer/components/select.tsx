import { Select as Base } from '@base-ui/react/select';
import { ChevronsUpDown } from 'lucide-react';
import { useId } from 'react';
import { FieldFrame } from './field-frame.tsx';
import { OptionWords, triggerProps, type OptionFieldProps } from './option-parts.tsx';

/** One of a few; for long lists see Combobox. */
export function Select<T extends string>({
  value,
  options,
  placeholder,
  disabled,
  onValueChange,
  ...frame
}: OptionFieldProps<T>) {
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
        <Base.Trigger {...triggerProps(id, frame)}>
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
                    <OptionWords
                      icon={option.icon}
                      words={<Base.ItemText className="popup-item-words">{option.label}</Base.ItemText>}
                      indicator={(tick) => <Base.ItemIndicator>{tick}</Base.ItemIndicator>}
                    />
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
