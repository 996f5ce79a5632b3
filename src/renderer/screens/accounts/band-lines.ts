import type { View } from '../../store/api.ts';

/** A head over the rows of one group. */
export interface Band {
  readonly value: string;
  readonly rows: number;
  /** Its rows are not among the lines. */
  readonly isCollapsed: boolean;
}

/** What the table draws line by line: a slot, or below 0 the head of a group (-1 is the first). */
export interface BandLines {
  readonly lines: Int32Array;
  readonly bands: readonly Band[];
}

const none: ReadonlySet<string> = new Set();

/**
 * Puts a head before the rows of each group; without groups the lines are the slots.
 * @param collapsed values of groups of which only the head is shown
 */
export function bandLines({ slots, bands }: Pick<View, 'slots' | 'bands'>, collapsed = none): BandLines {
  if (bands === undefined) return { lines: slots, bands: [] };
  const groups = bands.map(({ value, from }, at) => ({
    from,
    band: {
      value,
      rows: (bands[at + 1]?.from ?? slots.length) - from,
      isCollapsed: collapsed.has(value),
    },
  }));
  const shown = groups.reduce((sum, { band }) => sum + (band.isCollapsed ? 0 : band.rows), 0);
  const lines = new Int32Array(shown + groups.length);
  let line = 0;
  groups.forEach(({ from, band }, at) => {
    lines[line] = -1 - at;
    line += 1;
    if (band.isCollapsed) return;
    lines.set(slots.subarray(from, from + band.rows), line);
    line += band.rows;
  });
  return { lines, bands: groups.map(({ band }) => band) };
}

/** The group that a line is the head of. */
export const bandAt = (line: number): number => -1 - line;
