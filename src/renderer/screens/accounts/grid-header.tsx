import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ViewQuery } from '../../store/api.ts';
import { isAsked, type TableLayout } from './columns.ts';

interface GridHeaderProps {
  readonly layout: TableLayout;
  readonly sort: ViewQuery['sort'];
  readonly cursorCol: number;
  readonly share: 'all' | 'some' | 'none';
  readonly onSort: (col: number) => void;
  readonly onSelectAll: () => void;
  readonly onPress: (col: number) => void;
}

/** The column heads; Enter or a click on one sorts by it. */
export function GridHeader({
  layout,
  sort,
  cursorCol,
  share,
  onSort,
  onSelectAll,
  onPress,
}: GridHeaderProps) {
  return (
    <div role="row" aria-rowindex={1} className="grid-head" style={{ gridTemplateColumns: layout.template }}>
      {layout.columns.map((column, col) => {
        const sorted = column.sort !== undefined && column.sort === sort.key;
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={col + 1}
            aria-sort={
              column.sort === undefined
                ? undefined
                : sorted
                  ? sort.descending === true
                    ? 'descending'
                    : 'ascending'
                  : 'none'
            }
            tabIndex={cursorCol === col ? 0 : -1}
            data-row={-1}
            data-col={col}
            className={`grid-cell ${isAsked(column.id) ? '' : `grid-cell-${column.id}`} ${column.alignEnd === true ? 'grid-cell-end' : ''} ${column.sort === undefined ? '' : 'grid-head-sortable'}`}
            onMouseDown={() => onPress(col)}
            onClick={() => onSort(col)}
          >
            {column.id === 'select' ? (
              <input
                type="checkbox"
                tabIndex={-1}
                aria-label="Select all shown accounts"
                checked={share === 'all'}
                ref={(box) => {
                  if (box !== null) box.indeterminate = share === 'some';
                }}
                onChange={onSelectAll}
              />
            ) : (
              <span className="truncate">{column.label}</span>
            )}
            {sorted && (sort.descending === true ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
          </div>
        );
      })}
    </div>
  );
}
