import { PanelRightOpen } from 'lucide-react';
import { memo, useSyncExternalStore, type ReactNode } from 'react';
import type { Signal } from '../../store/signal.ts';
import { useRow } from '../../app/store-context.tsx';
import { classNames } from '../../components/class-names.ts';
import type { BookRow } from '../../store/api.ts';
import { cellContent } from './cell-content.tsx';
import { CellEditor } from './cell-editor.tsx';
import { isAsked, rowHeight, type Column, type TableLayout } from './columns.ts';
import type { GridActions } from './grid-actions.ts';

interface AccountRowProps {
  readonly layout: TableLayout;
  /** Texts of `layout.asked`; `undefined` = on their way. */
  readonly texts: readonly string[] | undefined;
  readonly slot: number;
  /** 0-based index in the present order. */
  readonly index: number;
  readonly selected: boolean;
  /** It stands under the head of a group. */
  readonly grouped: boolean;
  /** The account in the panel. */
  readonly inspected: boolean;
  /** Column of the cursor when it is in this row, else -1. */
  readonly cursorCol: number;
  readonly editing: Column['id'] | null;
  /** Index of the row under the pointer. */
  readonly pointed: Signal<number>;
  readonly today: string;
  readonly actions: GridActions;
}

/**
 * One account as a row of the grid; drawn anew only when it itself changed. Rows come and go while the list
 * is scrolled, so a row has few elements, and a cell is no component of its own.
 */
export const AccountRow = memo(function AccountRow(props: AccountRowProps) {
  const { layout, slot, index, selected, grouped, inspected, cursorCol, pointed } = props;
  const row = useRow(slot);
  const isPointed = useSyncExternalStore(pointed.subscribe, () => pointed.get() === index);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={grouped ? 2 : undefined}
      aria-selected={selected}
      className={classNames(
        'grid-row',
        selected && 'grid-row-selected',
        inspected && 'grid-row-inspected',
        cursorCol >= 0 && 'grid-row-cursor',
      )}
      style={{ gridTemplateColumns: layout.template, transform: `translateY(${index * rowHeight}px)` }}
    >
      {row !== undefined && layout.columns.map((column, col) => cell(props, row, column, col, isPointed))}
    </div>
  );
});

const cellClass = ({ id, alignEnd }: Column): string =>
  classNames('grid-cell', !isAsked(id) && `grid-cell-${id}`, alignEnd === true && 'grid-cell-end');

function cell(
  props: AccountRowProps,
  row: BookRow,
  column: Column,
  col: number,
  isPointed: boolean,
): ReactNode {
  const { index, cursorCol, editing, actions } = props;
  const { id } = column;
  return (
    <div
      key={id}
      role="gridcell"
      aria-colindex={col + 1}
      aria-readonly={column.edit === undefined || undefined}
      tabIndex={cursorCol === col ? 0 : -1}
      data-row={index}
      data-col={col}
      className={classNames(cellClass(column), editing === id && 'grid-cell-editing')}
      onMouseDown={(event) => actions.press(index, col, event)}
      onDoubleClick={() => actions.edit(index, col)}
    >
      {editing === id ? (
        <CellEditor row={row} column={column} actions={actions} />
      ) : id === 'select' ? (
        selectBox(props, row)
      ) : id === 'name' ? (
        <>
          <span className="truncate">{row.name}</span>
          {(isPointed || cursorCol >= 0) && openButton(props, row)}
        </>
      ) : (
        cellContent(row, column, props.today, props.texts, props.layout.asked.indexOf(column.field))
      )}
    </div>
  );
}

const selectBox = ({ index, selected, actions }: AccountRowProps, row: BookRow): ReactNode => (
  <input
    type="checkbox"
    tabIndex={-1}
    aria-label={`Select ${row.name}`}
    checked={selected}
    onChange={(event) =>
      actions.toggle(index, 'shiftKey' in event.nativeEvent && event.nativeEvent.shiftKey === true)
    }
  />
);

/** The way to the account, at the end of the name: for the pointer only, as keys have `o`. */
const openButton = ({ actions }: AccountRowProps, row: BookRow): ReactNode => (
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
);
