/**
 * Places in a column while cards are being moved. The moved cards stay visible until they land, so a place
 * has two numbers: the index among all cards shown (`shown`), and among those that stay (`free`).
 */

/** The neighbours between which cards land, by slot, as the user saw them; moved cards are skipped. */
export interface Neighbours {
  readonly after: number | null;
  readonly before: number | null;
}

/** The neighbours of an insertion at the index `shown`. */
export function neighboursAt(column: Int32Array, moved: ReadonlySet<number>, shown: number): Neighbours {
  let above = shown - 1;
  while (above >= 0 && moved.has(column[above] ?? -1)) above -= 1;
  let below = shown;
  while (below < column.length && moved.has(column[below] ?? -1)) below += 1;
  return { after: column[above] ?? null, before: column[below] ?? null };
}

/** How many cards of the column stay. */
export function freeCount(column: Int32Array, moved: ReadonlySet<number>): number {
  return freeIndexOf(column, moved, column.length);
}

/** The index among the staying cards that an insertion at `shown` has. */
export function freeIndexOf(column: Int32Array, moved: ReadonlySet<number>, shown: number): number {
  let free = 0;
  for (let index = 0; index < shown && index < column.length; index += 1) {
    if (!moved.has(column[index] ?? -1)) free += 1;
  }
  return free;
}

/** The inverse of `freeIndexOf`: the last shown index that has this free index. */
export function shownIndexOf(column: Int32Array, moved: ReadonlySet<number>, free: number): number {
  let left = free;
  for (let index = 0; index < column.length; index += 1) {
    if (moved.has(column[index] ?? -1)) continue;
    if (left === 0) return index;
    left -= 1;
  }
  return column.length;
}

/**
 * A place between cards of a lane as a place in their whole column: right below the card above, else right
 * above the card below, else at the top. So a drop in a lane gives the rank that it would give without lanes.
 */
export function inWholeColumn(
  column: Int32Array,
  moved: ReadonlySet<number>,
  { after, before }: Neighbours,
): Neighbours {
  if (after !== null) return neighboursAt(column, moved, column.indexOf(after) + 1);
  return neighboursAt(column, moved, before === null ? 0 : column.indexOf(before));
}
