import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronDown } from 'lucide-react';
import type { Option } from './option-parts.tsx';
import './popup.css';

export interface PickManyProps<T extends string> {
  /** What is picked, e.g. "Owner": the trigger says "Owner", "Owner: Ada" or "Owner: 3". */
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly values: readonly T[];
  readonly onValuesChange: (values: readonly T[]) => void;
}

/** Any number of a list, as a quiet chip that opens a searchable list with ticks. */
export function PickMany<T extends string>({ label, options, values, onValuesChange }: PickManyProps<T>) {
  const chosen = options.filter((option) => values.includes(option.value));
  const words =
    chosen.length === 0
      ? label
      : `${label}: ${chosen.length === 1 ? (chosen[0]?.label ?? '') : String(chosen.length)}`;
  return (
    <Base.Root
      multiple
      items={options}
      value={chosen}
      limit={200}
      isItemEqualToValue={(a, b) => a.value === b.value}
      onValueChange={(next) => onValuesChange(next.map((option) => option.value))}
    >
      <Base.Trigger
        className="select-trigger select-trigger-chip"
        aria-label={words}
        data-chosen={chosen.length > 0 ? '' : undefined}
      >
        <span className="select-trigger-value">{words}</span>
        <ChevronDown aria-hidden />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="popup-positioner" sideOffset={4} align="start">
          <Base.Popup className="popup" aria-label={label}>
            <div className="popup-search">
              <Base.Input className="input" placeholder={`${label}…`} aria-label={`Search ${label}`} />
            </div>
            <Base.Empty className="popup-empty">Nothing found.</Base.Empty>
            <Base.List className="popup-list">
              {(option: Option<T>) => (
                <Base.Item key={option.value} value={option} className="popup-item">
                  <span className="popup-item-check">
                    <Base.ItemIndicator>
                      <Check aria-hidden />
                    </Base.ItemIndicator>
                  </span>
                  {option.icon !== undefined && <span className="popup-item-icon">{option.icon}</span>}
                  <span className="popup-item-words">{option.label}</span>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
