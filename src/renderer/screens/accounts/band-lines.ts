import type { View } from '../../store/api.ts';

/** A head over the rows of one group. */
export interface Band {
  readonly value: string;
  readonly rows: number;
}

/** What the table draws line by line: a slot, or below 0 the head of a group (-1 is the first). */
export interface BandLines {
  readonly lines: Int32Array;
  readonly bands: readonly Band[];
}

/** Puts a head before the rows of each group; without groups the lines are the slots. */
export function bandLines({ slots, bands }: Pick<View, 'slots' | 'bands'>): BandLines {
  if (bands === undefined) return { lines: slots, bands: [] };
  const lines = new Int32Array(slots.length + bands.length);
  bands.forEach(({ from }, at) => {
    const end = bands[at + 1]?.from ?? slots.length;
    lines[from + at] = -1 - at;
    lines.set(slots.subarray(from, end), from + at + 1);
  });
  return {
    lines,
    bands: bands.map(({ value, from }, at) => ({
      value,
      rows: (bands[at + 1]?.from ?? slots.length) - from,
    })),
  };
}

/** The group that a line is the head of. */
export const bandAt = (line: number): number => -1 - line;
