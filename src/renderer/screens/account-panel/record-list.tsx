import { Plus } from 'lucide-react';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/states.tsx';

export interface RecordListProps {
  readonly isEmpty: boolean;
  /** What stands there while it is empty, and what adds the first one. */
  readonly empty: { readonly title: string; readonly text: string };
  /** What the button says. */
  readonly add: string;
  readonly onAdd: () => void;
  /** True while the form of a record is open. */
  readonly isEditing: boolean;
  /** The records, as `li`. */
  readonly children: ReactNode;
}

/** Records that belong to an account. Focus stays in the list when the row that opened a form is gone. */
export function RecordList({ isEmpty, empty, add, onAdd, isEditing, children }: RecordListProps) {
  const box = useRef<HTMLDivElement>(null);
  const hasFocus = useRef(false);
  useLayoutEffect(() => {
    // The button that opened the dialog may be gone: with the first record, or the deleted one.
    if (isEditing || !hasFocus.current || document.activeElement !== document.body) return;
    box.current?.querySelector<HTMLElement>('button')?.focus();
  });
  return (
    <div
      ref={box}
      className="records"
      onFocus={() => {
        hasFocus.current = true;
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        hasFocus.current = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
      }}
    >
      {isEmpty ? (
        <EmptyState title={empty.title} actions={<Button onClick={onAdd}>{add}</Button>}>
          {empty.text}
        </EmptyState>
      ) : (
        <>
          <ul>{children}</ul>
          <Button variant="quiet" size="small" icon={<Plus aria-hidden />} onClick={onAdd}>
            {add}
          </Button>
        </>
      )}
    </div>
  );
}
