import { useMemo, useState, type KeyboardEvent } from 'react';
import type { MappingRow } from '../../../shared/territories/mapping.ts';
import { count } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { VirtualTable } from '../../components/virtual-table.tsx';
import { steps, useFocusedCell, type Cell } from './cell-cursor.ts';
import { editColumns } from './editor-columns.tsx';
import { mappingWidth } from './mapping-layout.ts';
import type { MappingEdit } from './mapping-work.ts';
import { ProblemList } from './problem-list.tsx';
import { rowsAsJson } from './rows-as-json.ts';
import { openSection } from './sections.ts';
import { useMappingCheck } from './use-mapping-check.ts';
import { useMappingWork } from './use-mapping-work.ts';

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
  const checked = useMappingCheck(rows);
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
