import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { readFieldText, type EditableKey } from '../../app/field-text.ts';
import { classNames } from '../../components/class-names.ts';

export interface InlineTextProps {
  readonly fieldKey: EditableKey;
  readonly label: string;
  /** The text to edit; '' = blank. */
  readonly text: string;
  readonly kind?: 'line' | 'long' | 'date';
  /** How the value looks while it is not edited; the text when left out. */
  readonly shown?: ReactNode;
  readonly startEditing?: boolean;
  readonly onSave: (value: unknown) => void;
  readonly onLeave?: () => void;
}

/**
 * A value that becomes its own editor: Enter, F2 or a click starts; Enter (Ctrl/Cmd+Enter in long text) or
 * leaving saves; Escape puts the old text back. What cannot be read stays, with what is wrong.
 */
export function InlineText({
  fieldKey,
  label,
  text,
  kind = 'line',
  shown,
  startEditing = false,
  onSave,
  onLeave,
}: InlineTextProps) {
  const [draft, setDraft] = useState<string | null>(startEditing ? text : null);
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const settled = useRef(false);

  const stop = (backToButton: boolean): void => {
    settled.current = true;
    setDraft(null);
    setError(null);
    onLeave?.();
    if (backToButton) requestAnimationFrame(() => button.current?.focus());
  };
  const commit = (backToButton: boolean): void => {
    if (draft === null || settled.current) return;
    const read = readFieldText(fieldKey, draft);
    if (!read.ok) {
      setError(read.error);
      return;
    }
    if (draft.trim() !== text.trim()) onSave(read.value);
    stop(backToButton);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      stop(true);
    } else if (event.key === 'Enter' && (kind !== 'long' || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      commit(true);
    }
  };

  if (draft === null) {
    return (
      <button
        ref={button}
        type="button"
        className={classNames('inline-value', text === '' && 'inline-value-blank')}
        onClick={() => {
          settled.current = false;
          setDraft(text);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'F2') return;
          settled.current = false;
          setDraft(text);
        }}
      >
        <span className="visually-hidden">Edit {label}: </span>
        {text === '' ? 'Add…' : (shown ?? text)}
      </button>
    );
  }

  const shared = {
    'aria-label': label,
    'aria-invalid': error !== null || undefined,
    'aria-describedby': error === null ? undefined : errorId,
    autoFocus: true,
    spellCheck: kind === 'long',
    value: draft,
    onBlur: () => commit(false),
    onKeyDown,
  };
  const change = (value: string): void => {
    setDraft(value);
    setError(null);
  };
  return (
    <span className="inline-editor">
      {kind === 'long' ? (
        <textarea
          {...shared}
          rows={3}
          className="input input-area"
          onChange={(event) => change(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          type={kind === 'date' ? 'date' : 'text'}
          max={kind === 'date' ? '9999-12-31' : undefined}
          autoComplete="off"
          className="input"
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
      {error !== null && (
        <span id={errorId} role="alert" className="field-error">
          {error}
        </span>
      )}
    </span>
  );
}
