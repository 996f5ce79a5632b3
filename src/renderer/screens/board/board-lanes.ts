import type { Status } from '../../../shared/accounts/account.ts';
import type { BoardColumns } from './board-columns.ts';

/**
 * Lanes group the cards of every column by account owner or territory. They only show: a lane says what an
 * account has, no drop ever changes it, and the order of a column stays one order (its ranks).
 */
export interface BoardLanes {
  /** Owners or territories in the order of the board; '' = accounts without one, always the last. */
  readonly keys: readonly string[];
  /** The lane of a card, as an index of `keys`; -1 for one that is not on the board. */
  readonly laneOf: (slot: number) => number;
}

/** The lanes that cards of columns are in, whatever these are made of. */
export function lanesOf(columns: readonly Int32Array[], keyOf: (slot: number) => string): BoardLanes {
  const most = columns.reduce((max, slots) => slots.reduce((a, b) => Math.max(a, b), max), -1);
  const found = new Map<string, number>();
  const bySlot = new Int32Array(most + 1).fill(-1);
  for (const slots of columns) {
    for (const slot of slots) {
      const key = keyOf(slot);
      const known = found.get(key) ?? found.size;
      if (known === found.size) found.set(key, known);
      bySlot[slot] = known;
    }
  }
  const keys = [...found.keys()].sort(byNameBlankLast);
  const placeOf = new Map(keys.map((key, place) => [found.get(key) ?? -1, place]));
  const places = Int32Array.from({ length: keys.length }, (_, lane) => placeOf.get(lane) ?? -1);
  return { keys, laneOf: (slot) => places[bySlot[slot] ?? -1] ?? -1 };
}

const names = new Intl.Collator('en', { numeric: true });

const byNameBlankLast = (a: string, b: string): number =>
  a === '' ? 1 : b === '' ? -1 : names.compare(a, b) || (a < b ? -1 : 1);

/** What a column shows, top to bottom. */
export interface ColumnLayout {
  /** Slots of cards; the heading of lane n is `~n`, a negative number. */
  readonly items: Int32Array;
  /** Where in `items` each lane's heading stands; empty without lanes. */
  readonly headings: Int32Array;
  /** Cards of each lane, also where it is collapsed; empty without lanes. */
  readonly sizes: Int32Array;
}

export type BoardLayout = Readonly<Record<Status, ColumnLayout>>;

const none = new Int32Array();

/** A column without lanes: its cards. */
const plainLayout = (slots: Int32Array): ColumnLayout => ({
  items: slots,
  headings: none,
  sizes: none,
});

/** A column of cards; `lanes` `null` = without. */
export const columnLayout = (
  slots: Int32Array,
  lanes: BoardLanes | null,
  collapsed: ReadonlySet<string>,
): ColumnLayout => (lanes === null ? plainLayout(slots) : laneLayout(slots, lanes, collapsed));

/**
 * A column by lanes: each lane has its heading, also one without cards here, so that lanes are the same in all
 * columns; below it its cards in the order of the column, or none when it is collapsed.
 */
function laneLayout(
  slots: Int32Array,
  { keys, laneOf }: BoardLanes,
  collapsed: ReadonlySet<string>,
): ColumnLayout {
  const sizes = new Int32Array(keys.length);
  for (const slot of slots) {
    const lane = laneOf(slot);
    sizes[lane] = (sizes[lane] ?? 0) + 1;
  }
  const headings = new Int32Array(keys.length);
  let length = 0;
  for (const [lane, key] of keys.entries()) {
    headings[lane] = length;
    length += 1 + (collapsed.has(key) ? 0 : (sizes[lane] ?? 0));
  }
  const items = new Int32Array(length);
  for (const [lane, heading] of headings.entries()) items[heading] = ~lane;
  const next = headings.map((heading) => heading + 1);
  for (const slot of slots) {
    const lane = laneOf(slot);
    if (collapsed.has(keys[lane] ?? '')) continue;
    const at = next[lane] ?? 0;
    items[at] = slot;
    next[lane] = at + 1;
  }
  return { items, headings, sizes };
}

/** The whole board by status; `lanes` `null` = without. */
export function layOut(
  columns: BoardColumns,
  lanes: BoardLanes | null,
  collapsed: ReadonlySet<string>,
): BoardLayout {
  const of = (status: Status): ColumnLayout => columnLayout(columns[status], lanes, collapsed);
  return {
    '': of(''),
    Queued: of('Queued'),
    'Actively Working': of('Actively Working'),
    'Worked in FY': of('Worked in FY'),
    Restricted: of('Restricted'),
  };
}

/** What the columns show, headings included: what cursor and selection go by. */
export const itemsOf = (layout: BoardLayout): BoardColumns => ({
  '': layout[''].items,
  Queued: layout.Queued.items,
  'Actively Working': layout['Actively Working'].items,
  'Worked in FY': layout['Worked in FY'].items,
  Restricted: layout.Restricted.items,
});

/** Whether an item is a heading, and of which lane; `null` = it is a card, or nothing. */
export const headingLane = (item: number | undefined): number | null =>
  item !== undefined && item < 0 ? ~item : null;

/** How many of `headings` stand before `index`. */
export function headingsBefore(headings: Int32Array, index: number): number {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((headings[middle] ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First and last item of a lane, its heading included. */
export const laneEnds = (
  { items, headings }: ColumnLayout,
  lane: number,
): { readonly first: number; readonly last: number } => ({
  first: headings[lane] ?? 0,
  last: (headings[lane + 1] ?? items.length) - 1,
});

/** The columns with the cards of one lane only, in their order: where the cards of that lane can land. */
export function laneColumns(columns: BoardColumns, lanes: BoardLanes | null, lane: number): BoardColumns {
  if (lanes === null) return columns;
  const of = (status: Status): Int32Array => columns[status].filter((slot) => lanes.laneOf(slot) === lane);
  return {
    '': of(''),
    Queued: of('Queued'),
    'Actively Working': of('Actively Working'),
    'Worked in FY': of('Worked in FY'),
    Restricted: of('Restricted'),
  };
}
