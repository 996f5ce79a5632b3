import { FileUp } from 'lucide-react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { Button } from './button.tsx';
import './file-drop.css';
import './visually-hidden.css';

export interface FileDropProps {
  /** Name of the file input, e.g. "Backup file". */
  readonly label: string;
  /** As in `<input accept>`. */
  readonly accept: string;
  readonly button: string;
  /** Several when several were dropped: who takes one says so. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly primary?: boolean;
  /** What may be dropped here. */
  readonly children: ReactNode;
}

/** A place to drop a file on, with a button for those who would rather choose. */
export function FileDrop({ label, accept, button, onFiles, primary = false, children }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    // A screen behind, Exchange for one, takes files too.
    event.stopPropagation();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  return (
    <div
      className="file-drop"
      data-over={over || undefined}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <FileUp aria-hidden />
      <div className="file-drop-words">{children}</div>
      <Button variant={primary ? 'primary' : 'plain'} onClick={() => input.current?.click()}>
        {button}
      </Button>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        aria-label={label}
        tabIndex={-1}
        accept={accept}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen again.
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
}
