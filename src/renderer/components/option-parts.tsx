import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { describedBy, type FieldFrameProps } from './field-frame.tsx';
import './popup.css';

/** One entry of a Select or a Combobox. */
export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
}

/** What lists of options share: the options, the chosen one, and the field around them. */
export interface OptionFieldProps<T extends string> extends FieldFrameProps {
  /** `null` = nothing chosen. */
  readonly value: T | null;
  readonly options: readonly Option<T>[];
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly onValueChange: (value: T) => void;
}

/** The trigger's props, as the field's label, hint and error ask for. */
export const triggerProps = (id: string, frame: FieldFrameProps) => ({
  id,
  className: 'select-trigger',
  'aria-label': frame.label,
  'aria-describedby': describedBy(id, frame),
  'aria-invalid': frame.error !== undefined || undefined,
});

/** What stands in an option: its icon, its words, and a tick where `indicator` shows it. */
export function OptionWords({
  icon,
  words,
  indicator,
}: {
  readonly icon: ReactNode;
  readonly words: ReactNode;
  /** Puts its child there while the option is the chosen one. */
  readonly indicator: (tick: ReactNode) => ReactNode;
}) {
  return (
    <>
      {icon !== undefined && <span className="popup-item-icon">{icon}</span>}
      {words}
      <span className="popup-item-check">{indicator(<Check aria-hidden />)}</span>
    </>
  );
}
