import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import type { MappingRow } from '../../../shared/territories/mapping.ts';
import { columnLabel, mappingColumns } from '../../../shared/territories/mapping-columns.ts';
import { readMapping } from '../../../shared/territories/read-mapping.ts';
import { writeMappingRow } from '../../../shared/territories/write-mapping.ts';
import { useStore } from '../../app/store-context.tsx';
import { count } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { VirtualTable, type VirtualColumn } from '../../components/virtual-table.tsx';
import type { MappingChecked } from '../../store/questions/questions.ts';
import type { MappingEdit } from './mapping-work.ts';
import { mappingTracks, mappingWidth } from './mapping-layout.ts';
import { ProblemList } from './problem-list.tsx';
import { rowsAsJson } from './rows-as-json.ts';
import { openSection } from './sections.ts';
import { useMappingWork } from './use-mapping-work.ts';

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** What a new row begins with: every segment, worked by nobody yet. */
const blankRow: MappingRow = {
  code: 'NEW',
  segments: [],
  languages: [],
  countries: [],
  states: [],
  postalPrefixes: [],
  namedAccounts: [],
  motion: 'any',
  aes: [],
};

/** The rows in place: arrow keys go from cell to cell, Enter edits, Delete takes the row out. Nothing is stored yet. */
export function MappingEditor({ edit }: { readonly edit: MappingEdit }) {
  const { work } = useMappingWork();
  const { rows, source } = edit;
  const [cursor, setCursor] = useState<Cell>({
    row: Math.min(edit.at, Math.max(0, rows.length - 1)),
    column: 0,
  });
  const [typing, setTyping] = useState(false);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const checked = useCheck(rows);
  const set = (next: readonly MappingRow[], at = cursor.row): void =>
    work.setEdit({ rows: next, source, at });

  useFocusedCell(scroller, cursor, typing, rows.length);

  const add = (): void => {
    const at = rows.length === 0 ? 0 : cursor.row + 1;
    const { code = 'NEW', segments = [] } = rows[cursor.row] ?? {};
    set(rows.toSpliced(at, 0, { ...blankRow, code, segments }), at);
    setCursor({ row: at, column: 0 });
  };
  const remove = (): void => {
    set(rows.toSpliced(cursor.row, 1));
    setCursor({ ...cursor, row: Math.max(0, Math.min(cursor.row, rows.length - 2)) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (typing || rows.length === 0) return;
    const to = steps(event.key, cursor, rows.length);
    if (to) {
      event.preventDefault();
      setCursor(to);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      remove();
    }
  };
  const put = (row: number, next: readonly MappingRow[]): void => {
    set(rows.toSpliced(row, 1, ...next), row);
    setTyping(false);
  };
  const marked = useMemo(
    () => new Set(checked?.problems.filter(({ severity }) => severity === 'error').map(({ row }) => row)),
    [checked],
  );

  return (
    <div className="stack mapping-panel">
      <div className="cluster">
        <h2 className="section-title">Edit by hand</h2>
        <span className="muted">
          {count(rows.length, 'row')}. Enter edits a cell, Delete takes a row out. Nothing changes before you
          apply it.
        </span>
        <span className="cluster cluster-end">
          <Button onClick={add}>Add row</Button>
          <Button disabled={rows.length === 0} onClick={remove}>
            Remove row {rows.length === 0 ? '' : cursor.row + 1}
          </Button>
          <Button onClick={() => work.setEdit(null)}>Discard</Button>
          <Button
            variant="primary"
            disabled={rows.length === 0 || (checked?.errors ?? 0) > 0}
            onClick={() => {
              void rowsAsJson(rows).then((json) => {
                work.preview(json, source);
                openSection('import');
              });
            }}
          >
            Preview and apply
          </Button>
        </span>
      </div>
      {checked && checked.problems.length > 0 && <ProblemList {...checked} />}
      <div className="table-fill">
        <VirtualTable<MappingRow>
          label="Rows of the mapping, being edited"
          role="grid"
          columns={editColumns(cursor, typing, setCursor, setTyping, put)}
          total={rows.length}
          rowAt={(index) => rows[index]}
          minWidth={mappingWidth}
          onKeyDown={onKeyDown}
          onScroller={setScroller}
          isMarked={(index) => marked.has(index)}
        />
      </div>
    </div>
  );
}

function steps(key: string, { row, column }: Cell, rows: number): Cell | undefined {
  const last = mappingColumns.length - 1;
  const to: Readonly<Record<string, Cell>> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    PageDown: { row: row + 12, column },
    PageUp: { row: row - 12, column },
    Home: { row, column: 0 },
    End: { row, column: last },
  };
  const next = to[key];
  return (
    next && {
      row: Math.max(0, Math.min(rows - 1, next.row)),
      column: Math.max(0, Math.min(last, next.column)),
    }
  );
}

/** Brings the cursor's cell into view and focus, unless focus is elsewhere on the page. */
function useFocusedCell(
  box: HTMLDivElement | null,
  { row, column }: Cell,
  typing: boolean,
  rows: number,
): void {
  useEffect(() => {
    if (!box || typing || rows === 0) return;
    const top = row * 32;
    if (top < box.scrollTop) box.scrollTo({ top });
    else if (top + 64 > box.scrollTop + box.clientHeight) box.scrollTo({ top: top + 64 - box.clientHeight });
    if (!box.contains(document.activeElement) && document.activeElement !== document.body) return;
    requestAnimationFrame(() => {
      box.querySelector<HTMLElement>(`[data-cell="${row}|${column}"]`)?.focus();
    });
  }, [box, row, column, typing, rows]);
}

function editColumns(
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

function CellInput({
  label,
  before,
  onText,
  onCancel,
}: {
  readonly label: string;
  readonly before: string;
  /** @returns what is wrong with the text */
  readonly onText: (text: string) => string | null;
  readonly onCancel: () => void;
}) {
  const [text, setText] = useState(before);
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const commit = (): void => {
    if (isDone.current) return;
    if (text.trim() === before) {
      isDone.current = true;
      onCancel();
      return;
    }
    const problem = onText(text);
    setError(problem);
    isDone.current = problem === null;
  };
  return (
    <>
      <input
        ref={input}
        className="cell-input"
        aria-label={label}
        aria-invalid={error !== null || undefined}
        aria-errormessage={error === null ? undefined : 'mapping-cell-error'}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setError(null);
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') {
            event.preventDefault();
            commit();
          }
          if (event.key === 'Escape') {
            event.preventDefault();
            isDone.current = true;
            onCancel();
          }
        }}
      />
      {error !== null && (
        <span id="mapping-cell-error" role="alert" className="mapping-cell-error">
          {error}
        </span>
      )}
    </>
  );
}

/** Milliseconds without an edit before the whole is checked. */
const quiet = 250;

/** What is wrong with the rows as a whole; the last answer stays while the next is worked out. */
function useCheck(rows: readonly MappingRow[]): MappingChecked | null {
  const store = useStore();
  const [checked, setChecked] = useState<MappingChecked | null>(null);
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => {
      void rowsAsJson(rows)
        .then((json) => store.ask('mappingCheck', { rows: json }))
        .then((answer) => {
          if (!isOver) setChecked(answer);
        });
    }, quiet);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [store, rows]);
  return rows.length === 0 ? null : checked;
}
