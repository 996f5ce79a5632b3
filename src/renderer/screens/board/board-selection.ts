import type { BoardColumns } from './board-columns.ts';
import { locate } from './board-columns.ts';

/** Which cards are selected. */
export interface BoardSelection {
  readonly slots: ReadonlySet<number>;
  /** Where a range starts. */
  readonly anchor: number | null;
  /** Made on purpose (toggle, range, all), not by merely opening a card: shows the selection bar. */
  readonly deliberate: boolean;
}

export const noSelection: BoardSelection = { slots: new Set(), anchor: null, deliberate: false };

/** A plain click: this card only. */
export const selectOnly = (slot: number): BoardSelection => ({
  slots: new Set([slot]),
  anchor: slot,
  deliberate: false,
});

/** Ctrl- or Cmd-click, and `x`. */
export function toggleSelected(selection: BoardSelection, slot: number): BoardSelection {
  const slots = new Set(selection.slots);
  if (!slots.delete(slot)) slots.add(slot);
  return slots.size === 0 ? noSelection : { slots, anchor: slot, deliberate: true };
}

/**
 * Shift-click, Shift with an arrow: everything from the anchor to `slot`, when both are in one column; else
 * the range starts anew at `slot`.
 */
export function selectRange(columns: BoardColumns, selection: BoardSelection, slot: number): BoardSelection {
  const to = locate(columns, slot);
  const from = selection.anchor === null ? undefined : locate(columns, selection.anchor);
  if (to === undefined) return selection;
  if (from?.column !== to.column) return { slots: new Set([slot]), anchor: slot, deliberate: true };
  const [first, last] = from.index < to.index ? [from.index, to.index] : [to.index, from.index];
  return {
    slots: new Set(cardsOnly(columns[to.column].subarray(first, last + 1))),
    anchor: selection.anchor,
    deliberate: true,
  };
}

/** Headings of lanes are no cards. */
const cardsOnly = (items: Int32Array): Int32Array => items.filter((item) => item >= 0);

/** Ctrl- or Cmd-A: the whole column as it is shown. */
export function selectColumn(items: Int32Array): BoardSelection {
  const slots = cardsOnly(items);
  return slots.length === 0
    ? noSelection
    : { slots: new Set(slots), anchor: slots[0] ?? null, deliberate: true };
}

/** Without the cards that are no longer shown, so that nobody acts on what they cannot see. */
export function keepShown(columns: BoardColumns, selection: BoardSelection): BoardSelection {
  if (selection.slots.size === 0) return selection;
  const left = new Set<number>();
  for (const list of Object.values(columns)) {
    for (const slot of list) if (selection.slots.has(slot)) left.add(slot);
  }
  if (left.size === selection.slots.size) return selection;
  return left.size === 0 ? noSelection : { ...selection, slots: left };
}

/** What dragging or carrying `slot` takes along: the selection when it is part of it, else itself alone. */
export const carriedWith = (selection: BoardSelection, slot: number): ReadonlySet<number> =>
  selection.slots.has(slot) ? selection.slots : new Set([slot]);
