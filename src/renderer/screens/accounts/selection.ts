/** The chosen rows by slot, and where a range started (a row index in the present order). */
export interface Selection {
  readonly slots: ReadonlySet<number>;
  readonly anchor: number | null;
}

/** Heads of groups stand among the rows; they are below 0. */
const isRow = (line: number): boolean => line >= 0;

export const nothingSelected: Selection = { slots: new Set(), anchor: null };

/** Adds or takes away one row; the next range starts here. */
export function toggleRow(selection: Selection, slot: number, row: number): Selection {
  const slots = new Set(selection.slots);
  if (!slots.delete(slot)) slots.add(slot);
  return { slots, anchor: row };
}

/** Selects from the anchor (or `from`) to `to`, both included, on top of what a range before it left. */
export function selectRange(selection: Selection, order: Int32Array, from: number, to: number): Selection {
  const anchor = selection.anchor ?? from;
  const [first, last] = anchor < to ? [anchor, to] : [to, anchor];
  return { slots: new Set(order.slice(Math.max(0, first), last + 1).filter(isRow)), anchor };
}

export const selectAll = (order: Int32Array): Selection => ({
  slots: new Set(order.filter(isRow)),
  anchor: 0,
});

/** All, some or none of the shown rows. */
export function selectedShare(selection: Selection, order: Int32Array): 'all' | 'some' | 'none' {
  if (selection.slots.size === 0) return 'none';
  let found = 0;
  let rows = 0;
  for (const slot of order) {
    if (isRow(slot)) rows += 1;
    if (selection.slots.has(slot)) found += 1;
  }
  return found === 0 ? 'none' : found === rows ? 'all' : 'some';
}
