import { headingLane } from './board-lanes.ts';

/** The heading above an item of a column (or itself), by its index; -1 without lanes. */
export function headingAbove(items: Int32Array, index: number): number {
  for (let above = index; above >= 0; above -= 1) if (headingLane(items[above]) !== null) return above;
  return -1;
}

/**
 * The place in another column that is as far below the heading of the same lane, or the lane's last one there;
 * `undefined` without lanes.
 * @param heading the heading's item, a negative number
 * @param below 0 = the heading itself
 */
export function placeInLane(
  items: Int32Array,
  heading: number | undefined,
  below: number,
): number | undefined {
  const at = heading === undefined ? -1 : items.indexOf(heading);
  if (headingLane(items[at]) === null) return undefined;
  const rest = items.subarray(at + 1).findIndex((item) => item < 0);
  return Math.min(rest < 0 ? items.length - 1 : at + rest, at + below);
}

/** The next heading of a column, that way, by its index; `undefined` where there is none. */
export function nextHeading(items: Int32Array, index: number, way: 'up' | 'down'): number | undefined {
  const by = way === 'up' ? -1 : 1;
  for (let at = index + by; at >= 0 && at < items.length; at += by) {
    if (headingLane(items[at]) !== null) return at;
  }
  return undefined;
}
