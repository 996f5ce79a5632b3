import { useState } from 'react';
import { TextArea } from '../../components/text-field.tsx';

/**
 * Several lines that are kept on leaving them, or with Ctrl/Cmd+Enter; Escape puts the old text back. While
 * nobody writes it follows `text`.
 */
export function CommittedArea({
  label,
  text,
  rows,
  placeholder,
  onCommit,
}: {
  readonly label: string;
  readonly text: string;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly onCommit: (text: string) => void;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (): void => {
    if (draft === null) return;
    setDraft(null);
    if (draft !== text) onCommit(draft);
  };
  return (
    <TextArea
      label={label}
      rows={rows ?? 1}
      placeholder={placeholder}
      value={draft ?? text}
      onValueChange={setDraft}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          commit();
        } else if (event.key === 'Escape' && draft !== null) {
          event.preventDefault();
          event.stopPropagation();
          setDraft(null);
        }
      }}
    />
  );
}
