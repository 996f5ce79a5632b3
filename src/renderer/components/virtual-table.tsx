import { useCallback, useEffect, useState, type KeyboardEventHandler, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { useListWindow, type ListGeometry } from './use-list-window.ts';
import './virtual-table.css';

export interface VirtualColumn<Row> {
  readonly key: string;
  readonly label: ReactNode;
  /** Its track in the grid of columns, e.g. `minmax(120px, 1fr)`. */
  readonly track: string;
  /** Numbers stand at the end. */
  readonly end?: boolean;
  /** The table is sorted by it. */
  readonly sorted?: 'ascending' | 'descending';
  readonly cell: (row: Row, index: number) => ReactNode;
}

export interface VirtualTableProps<Row> {
  readonly label: string;
  /** `grid` where arrow keys go from cell to cell. */
  readonly role?: 'table' | 'grid';
  readonly columns: readonly VirtualColumn<Row>[];
  readonly total: number;
  /** `undefined` = on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Which rows are drawn now, both included: whoever loads them in portions listens. */
  readonly onWindow?: (first: number, last: number) => void;
  /** Narrower than this the table scrolls sideways, px. */
  readonly minWidth?: number;
  readonly onKeyDown?: KeyboardEventHandler;
  /** Told what scrolls; keep one function for the table's life. */
  readonly onScroller?: (scroller: HTMLDivElement | null) => void;
  /** A row that wants attention. */
  readonly isMarked?: (index: number) => boolean;
}

const geometry: ListGeometry = { pitch: 32, lead: 0, head: 32, overscan: 10, step: 4 };

/** A table of equally high rows of which only those in view exist: a hundred thousand cost what ten cost. */
export function VirtualTable<Row>({
  label,
  role = 'table',
  columns,
  total,
  rowAt,
  onWindow,
  minWidth = 0,
  onKeyDown,
  onScroller,
  isMarked,
}: VirtualTableProps<Row>) {
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      setScroller(element);
      onScroller?.(element);
    },
    [onScroller],
  );
  const { first, last } = useListWindow(scroller, total, geometry);
  useEffect(() => {
    if (last >= first) onWindow?.(first, last);
  }, [onWindow, first, last]);
  const tracks = { gridTemplateColumns: columns.map(({ track }) => track).join(' ') };
  const indexes: number[] = [];
  for (let index = first; index <= last; index += 1) indexes.push(index);
  return (
    <div
      ref={attach}
      className="vtable scroll"
      role={role}
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="vtable-head" style={{ minWidth }}>
        <div role="row" aria-rowindex={1} className="vtable-line" style={tracks}>
          {columns.map((column) => (
            <div
              key={column.key}
              role="columnheader"
              aria-sort={column.sorted}
              className={cellClass(column.end)}
            >
              {column.label}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="vtable-rows" style={{ height: total * geometry.pitch, minWidth }}>
        {indexes.map((index) => {
          const row = rowAt(index);
          return (
            <div
              key={index}
              role="row"
              aria-rowindex={index + 2}
              className="vtable-line vtable-row"
              data-marked={isMarked?.(index) === true || undefined}
              style={{ ...tracks, transform: `translateY(${index * geometry.pitch}px)` }}
            >
              {columns.map((column) => (
                <div
                  key={column.key}
                  role={role === 'grid' ? 'gridcell' : 'cell'}
                  className={cellClass(column.end)}
                >
                  {row === undefined ? <span className="vtable-wait" /> : column.cell(row, index)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const cellClass = (end: boolean | undefined): string =>
  classNames('vtable-cell', end === true && 'vtable-cell-end');
