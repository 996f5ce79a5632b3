import { Combobox as Base } from '@base-ui/react/combobox';
import { ChevronsUpDown } from 'lucide-react';
import { useId } from 'react';
import { FieldFrame } from './field-frame.tsx';
import { OptionWords, triggerProps, type Option, type OptionFieldProps } from './option-parts.tsx';

export interface ComboboxProps<T extends string> extends OptionFieldProps<T> {
  readonly searchPlaceholder?: string;
  readonly emptyText?: string;
}

/** One of many, found by typing. */
export function Combobox<T extends string>({
  value,
  options,
  placeholder = 'Choose…',
  searchPlaceholder = 'Search…',
  emptyText = 'Nothing found.',
  disabled,
  onValueChange,
  ...frame
}: ComboboxProps<T>) {
  const id = useId();
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <FieldFrame id={id} {...frame}>
      <Base.Root
        items={options}
        value={chosen}
        disabled={disabled}
        limit={200}
        isItemEqualToValue={(a, b) => a.value === b.value}
        onValueChange={(next) => {
          if (next !== null) onValueChange(next.value);
        }}
      >
        <Base.Trigger {...triggerProps(id, frame)}>
          <span className="select-trigger-value">
            {chosen === null ? <span data-placeholder="">{placeholder}</span> : chosen.label}
          </span>
          <ChevronsUpDown aria-hidden />
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner className="popup-positioner" sideOffset={4} align="start">
            <Base.Popup className="popup" aria-label={frame.label}>
              <div className="popup-search">
                <Base.Input
                  className="input"
                  placeholder={searchPlaceholder}
                  aria-label={`Search ${frame.label}`}
                />
              </div>
              <Base.Empty className="popup-empty">{emptyText}</Base.Empty>
              <Base.List className="popup-list">
                {(option: Option<T>) => (
                  <Base.Item key={option.value} value={option} className="popup-item">
                    <OptionWords
                      icon={option.icon}
                      words={<span className="popup-item-words">{option.label}</span>}
                      indicator={(tick) => <Base.ItemIndicator>{tick}</Base.ItemIndicator>}
                    />
                  </Base.Item>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </FieldFrame>
  );
}
