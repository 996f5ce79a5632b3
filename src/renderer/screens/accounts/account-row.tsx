import { PanelRightOpen } from 'lucide-react';
import { memo } from 'react';
import { useRow } from '../../app/store-context.tsx';
import { classNames } from '../../components/class-names.ts';
import type { BookRow } from '../../store/api.ts';
import { CellContent } from './cell-content.tsx';
import { CellEditor } from './cell-editor.tsx';
import { columns, columnTemplate, rowHeight, type Column } from './columns.ts';
import type { GridActions } from './grid-actions.ts';

interface AccountRowProps {
  readonly slot: number;
  /** 0-based index in the present order. */
  readonly index: number;
  readonly selected: boolean;
  /** The account in the panel. */
  readonly inspected: boolean;
  /** Column of the cursor when it is in this row, else -1. */
  readonly cursorCol: number;
  readonly editing: Column['id'] | null;
  readonly today: string;
  readonly actions: GridActions;
}

/** One account as a row of the grid; drawn anew only when it itself changed. */
export const AccountRow = memo(function AccountRow(props: AccountRowProps) {
  const { slot, index, selected, inspected, cursorCol } = props;
  const row = useRow(slot);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={classNames(
        'grid-row',
        selected && 'grid-row-selected',
        inspected && 'grid-row-inspected',
        cursorCol >= 0 && 'grid-row-cursor',
      )}
      style={{ gridTemplateColumns: columnTemplate, transform: `translateY(${index * rowHeight}px)` }}
    >
      {row !== undefined &&
        columns.map((column, col) => <Cell key={column.id} {...props} row={row} column={column} col={col} />)}
    </div>
  );
});

interface CellProps extends AccountRowProps {
  readonly row: BookRow;
  readonly column: Column;
  readonly col: number;
}

function Cell({ row, column, col, index, selected, cursorCol, editing, today, actions }: CellProps) {
  const beingEdited = editing === column.id;
  return (
    <div
      role="gridcell"
      aria-colindex={col + 1}
      aria-readonly={column.edit === undefined || undefined}
      tabIndex={cursorCol === col ? 0 : -1}
      data-row={index}
      data-col={col}
      className={classNames(
        'grid-cell',
        `grid-cell-${column.id}`,
        column.alignEnd === true && 'grid-cell-end',
        beingEdited && 'grid-cell-editing',
      )}
      onMouseDown={(event) => actions.press(index, col, event)}
      onDoubleClick={() => actions.edit(index, col)}
    >
      {beingEdited ? (
        <CellEditor row={row} column={column} actions={actions} />
      ) : column.id === 'select' ? (
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Select ${row.name}`}
          checked={selected}
          onChange={(event) =>
            actions.toggle(index, 'shiftKey' in event.nativeEvent && event.nativeEvent.shiftKey === true)
          }
        />
      ) : (
        <span className="truncate">
          <CellContent row={row} column={column} today={today} />
        </span>
      )}
      {column.id === 'name' && !beingEdited && (
        <button
          type="button"
          tabIndex={-1}
          className="grid-open"
          aria-label={`Open ${row.name}`}
          onClick={() => actions.inspect(row.id)}
        >
          <PanelRightOpen aria-hidden />
          Open
        </button>
      )}
    </div>
  );
}
