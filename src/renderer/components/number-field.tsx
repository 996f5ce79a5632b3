import { useState } from 'react';
import type { FieldFrameProps } from './field-frame.tsx';
import { TextField } from './text-field.tsx';
import { parseWholeNumber } from './whole-number.ts';

export interface NumberFieldProps extends FieldFrameProps {
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  /** May be left empty (`null`). */
  readonly optional?: boolean;
  readonly placeholder?: string;
  /** Called on leaving the field or Enter, with valid numbers only. */
  readonly onCommit: (value: number | null) => void;
}

/** A whole number. What was typed stays until it is mended; Escape puts the old one back. */
export function NumberField({
  value,
  min,
  max,
  optional = false,
  onCommit,
  error,
  placeholder,
  ...frame
}: NumberFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? (value === null ? '' : String(value));
  const parsed = parseWholeNumber(shown, { min, max, optional });
  const commit = () => {
    if (draft === null || !parsed.ok) return;
    setDraft(null);
    if (parsed.value !== value) onCommit(parsed.value);
  };
  return (
    <TextField
      {...frame}
      inputMode="numeric"
      value={shown}
      placeholder={placeholder}
      onValueChange={setDraft}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation();
          setDraft(null);
        }
      }}
      error={error ?? (draft !== null && !parsed.ok ? parsed.error : undefined)}
    />
  );
}
