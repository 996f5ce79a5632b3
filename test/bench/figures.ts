/** The middle value; of an even number, the mean of the two in the middle. @throws RangeError for none */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new RangeError('Nothing was measured.');
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Each round's own ratio: a slow minute slows both sides of a round. */
export const ratiosOf = (ours: readonly number[], floor: readonly number[]): number[] =>
  ours.map((value, round) => value / (floor[round] ?? Number.NaN));

/** Share of the values that `holds` is true of, in percent. */
export const percentOf = (values: readonly number[], holds: (value: number) => boolean): number =>
  values.length === 0 ? 0 : (100 * values.filter(holds).length) / values.length;

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
