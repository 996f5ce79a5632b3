import { useEffect, useRef, useState } from 'react';
import { readFieldText } from '../../app/field-text.ts';
import { useMoveEntries } from '../../app/use-move-entries.tsx';
import { usePriorityEntries } from '../../app/use-priority-entries.tsx';
import { useRunCommand } from '../../app/use-run-command.ts';
import { Menu } from '../../components/menu.tsx';
import { VisuallyHidden } from '../../components/visually-hidden.tsx';
import type { BookRow } from '../../store/api.ts';
import { cellContent } from './cell-content.tsx';
import { editedField, isEditedColumn, type Column, type EditedColumn } from './columns.ts';
import type { GridActions } from './grid-actions.ts';

interface CellEditorProps {
  readonly row: BookRow;
  readonly column: Column;
  readonly actions: GridActions;
}

/** Edits one cell where it stands. */
export function CellEditor({ row, column, actions }: CellEditorProps) {
  if (column.edit === 'status') return <StatusEditor row={row} column={column} actions={actions} />;
  if (column.edit === 'priority') return <PriorityEditor row={row} column={column} actions={actions} />;
  if (!isEditedColumn(column.id)) return null;
  return <TextEditor row={row} column={column} field={column.id} actions={actions} />;
}

function TextEditor({ row, column, field, actions }: CellEditorProps & { readonly field: EditedColumn }) {
  const before = String(row[field] ?? '');
  const [text, setText] = useState(before);
  const [error, setError] = useState<string | null>(null);
  const run = useRunCommand();
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  const commit = (step: -1 | 0 | 1): void => {
    if (done.current) return;
    const key = editedField[field];
    const read = readFieldText(key, text);
    if (!read.ok) {
      setError(read.error);
      return;
    }
    done.current = true;
    if (text.trim() !== before)
      void run({ kind: 'editAccounts', ids: [row.id], patch: { [key]: read.value } });
    actions.leave(step);
  };

  return (
    <>
      <input
        ref={input}
        className="cell-input"
        type={column.edit === 'date' ? 'date' : 'text'}
        max={column.edit === 'date' ? '9999-12-31' : undefined}
        aria-label={`${column.label} of ${row.name}`}
        aria-invalid={error !== null || undefined}
        aria-errormessage={error === null ? undefined : 'cell-error'}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setError(null);
        }}
        onMouseDown={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        onBlur={() => commit(0)}
        onKeyDown={(event) => {
          // The grid must not move while its cell is being typed into.
          event.stopPropagation();
          if (event.key === 'Enter' || event.key === 'Tab') {
            event.preventDefault();
            commit(event.key === 'Enter' ? 0 : event.shiftKey ? -1 : 1);
          }
          if (event.key === 'Escape') {
            event.preventDefault();
            done.current = true;
            actions.leave(0);
          }
        }}
      />
      {error !== null && (
        <span id="cell-error" role="alert" className="cell-error">
          {error}
        </span>
      )}
    </>
  );
}

function StatusEditor({ row, column, actions }: CellEditorProps) {
  const entries = useMoveEntries([row.id], true);
  return <MenuEditor row={row} column={column} actions={actions} entries={entries} />;
}

function PriorityEditor({ row, column, actions }: CellEditorProps) {
  const entries = usePriorityEntries([row.id], row.priority);
  return <MenuEditor row={row} column={column} actions={actions} entries={entries} />;
}

function MenuEditor({
  row,
  column,
  actions,
  entries,
}: CellEditorProps & Pick<Parameters<typeof Menu>[0], 'entries'>) {
  return (
    <Menu
      open
      onOpenChange={(open) => {
        if (!open) actions.leave(0);
      }}
      label={`${column.label} of ${row.name}`}
      entries={entries}
      trigger={
        <button type="button" tabIndex={-1} className="cell-menu">
          <VisuallyHidden>{`${column.label} of ${row.name}: `}</VisuallyHidden>
          {cellContent(row, column, '')}
        </button>
      }
    />
  );
}
