import type { Column } from './columns.ts';

/** What rows and cells tell the grid; one object for the whole table, so that rows stay memoised. */
export interface GridActions {
  readonly press: (row: number, col: number, event: { readonly shiftKey: boolean }) => void;
  readonly edit: (row: number, col: number) => void;
  readonly toggle: (row: number, range: boolean) => void;
  readonly inspect: (id: string) => void;
  /** Ends editing. `step` moves the cursor by so many columns, then focus goes to the cell. */
  readonly leave: (step: -1 | 0 | 1) => void;
}

/** The cell that is being edited. */
export interface Editing {
  readonly slot: number;
  readonly column: Column['id'];
}
