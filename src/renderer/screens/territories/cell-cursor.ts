import { useEffect } from 'react';
import { mappingColumns } from '../../../shared/territories/mapping-columns.ts';

/** Where the cursor stands in the rows of a mapping; both count from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads among so many rows; `undefined` = it is none that leads anywhere. */
export function steps(key: string, { row, column }: Cell, rows: number): Cell | undefined {
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
export function useFocusedCell(
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
