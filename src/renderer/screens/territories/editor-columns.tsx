import { say } from '../../../shared/rule-book/messages.ts';
import type { MappingRow } from '../../../shared/territories/mapping.ts';
import { columnLabel, mappingColumns } from '../../../shared/territories/mapping-columns.ts';
import { readMapping } from '../../../shared/territories/read-mapping.ts';
import { writeMappingRow } from '../../../shared/territories/write-mapping.ts';
import type { VirtualColumn } from '../../components/virtual-table.tsx';
import type { Cell } from './cell-cursor.ts';
import { CellInput } from './cell-input.tsx';
import { mappingTracks } from './mapping-layout.ts';
import './mapping-editor.css';

/**
 * The columns of a mapping that is edited: buttons to go to and press, and an input in the cell that is typed into.
 * @param put takes what a row became; several rows where its code cell lists several territories
 */
export function editColumns(
  cursor: Cell,
  typing: boolean,
  setCursor: (cell: Cell) => void,
  setTyping: (typing: boolean) => void,
  put: (row: number, next: readonly MappingRow[]) => void,
): readonly VirtualColumn<MappingRow>[] {
  return [
    {
      key: 'row',
      label: 'Row',
      track: '56px',
      end: true,
      cell: (_, index) => <span className="muted">{index + 1}</span>,
    },
    ...mappingColumns.map((name, column): VirtualColumn<MappingRow> => ({
      key: name,
      label: columnLabel(name),
      track: mappingTracks[name],
      cell: (row, index) => {
        const isHere = cursor.row === index && cursor.column === column;
        const cells = writeMappingRow(row);
        const text = cells[column] ?? '';
        const what = `${columnLabel(name)} of row ${index + 1}`;
        if (isHere && typing) {
          return (
            <CellInput
              label={what}
              before={text}
              onCancel={() => setTyping(false)}
              onText={(next) => {
                const read = readRow(cells.with(column, next), column);
                if (read.rows) put(index, read.rows);
                return read.error;
              }}
            />
          );
        }
        return (
          <button
            type="button"
            className="cell-button truncate"
            data-cell={`${index}|${column}`}
            tabIndex={isHere ? 0 : -1}
            aria-label={`${what}: ${text === '' ? 'blank' : text}`}
            onFocus={() => {
              if (!isHere) setCursor({ row: index, column });
            }}
            onClick={() => {
              setCursor({ row: index, column });
              setTyping(true);
            }}
          >
            {text}
          </button>
        );
      },
    })),
  ];
}

/** One row by its texts, as a file would bring it. What is wrong with the other rows is told below the table. */
function readRow(
  cells: readonly string[],
  column: number,
): { readonly rows: readonly MappingRow[] | null; readonly error: string | null } {
  const { rows, problems } = readMapping({ columns: mappingColumns, rows: [cells], firstRowNumber: 1 });
  if (rows) return { rows, error: null };
  const name = mappingColumns[column];
  const own = problems.find((it) => it.severity === 'error' && it.column === name);
  const [first] = own ? [own] : problems.filter(({ severity }) => severity === 'error');
  return { rows: null, error: first ? say(first.message) : null };
}
