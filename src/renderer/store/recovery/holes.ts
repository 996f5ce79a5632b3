/** Change sets `from` to `to`, both included. */
export interface Hole {
  readonly from: number;
  readonly to: number;
}

/** Numbers that are not among `present` (ascending), from `after + 1` to `through`. */
export function holesIn(present: Iterable<number>, after: number, through: number): Hole[] {
  const holes: Hole[] = [];
  let expected = after + 1;
  for (const n of present) {
    if (n < expected) continue;
    if (n > through) break;
    if (n > expected) holes.push({ from: expected, to: n - 1 });
    expected = n + 1;
  }
  if (expected <= through) holes.push({ from: expected, to: through });
  return holes;
}
