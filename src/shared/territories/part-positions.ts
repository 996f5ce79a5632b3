/**
 * Where the rows that are left of a part of a mapping once stood in it, from 0, in their order.
 * @param count rows that are left
 * @param lacks positions of those that are not
 */
export function positionsLeft(count: number, lacks: readonly number[]): number[] {
  const gone = new Set(lacks);
  const positions: number[] = [];
  for (let at = 0; positions.length < count; at += 1) if (!gone.has(at)) positions.push(at);
  return positions;
}
