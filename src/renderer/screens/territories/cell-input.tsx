import { useEffect, useRef, useState } from 'react';

/** A cell while it is typed into: Enter or leaving it takes the text, Escape leaves it as it was. */
export function CellInput({
  label,
  before,
  onText,
  onCancel,
}: {
  readonly label: string;
  readonly before: string;
  /** @returns what is wrong with the text */
  readonly onText: (text: string) => string | null;
  readonly onCancel: () => void;
}) {
  const [text, setText] = useState(before);
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const commit = (): void => {
    if (isDone.current) return;
    if (text.trim() === before) {
      isDone.current = true;
      onCancel();
      return;
    }
    const problem = onText(text);
    setError(problem);
    isDone.current = problem === null;
  };
  return (
    <>
      <input
        ref={input}
        className="cell-input"
        aria-label={label}
        aria-invalid={error !== null || undefined}
        aria-errormessage={error === null ? undefined : 'mapping-cell-error'}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setError(null);
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') {
            event.preventDefault();
            commit();
          }
          if (event.key === 'Escape') {
            event.preventDefault();
            isDone.current = true;
            onCancel();
          }
        }}
      />
      {error !== null && (
        <span id="mapping-cell-error" role="alert" className="mapping-cell-error">
          {error}
        </span>
      )}
    </>
  );
}
