import { useState } from 'react';
import { TextField } from '../../components/text-field.tsx';

/** One line of text that is saved on leaving it or Enter; Escape puts the old one back. */
export function CommittedText({
  label,
  hint,
  value,
  problem,
  onCommit,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** What is wrong with a text and how to mend it; `null` = nothing. */
  readonly problem: (text: string) => string | null;
  readonly onCommit: (text: string) => void;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const wrong = draft === null ? null : problem(draft.trim());
  const commit = (): void => {
    if (draft === null || wrong !== null) return;
    setDraft(null);
    if (draft.trim() !== value) onCommit(draft.trim());
  };
  return (
    <TextField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={draft ?? value}
      onValueChange={setDraft}
      error={wrong ?? undefined}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setDraft(null);
      }}
    />
  );
}
