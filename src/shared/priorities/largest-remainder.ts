/**
 * Splits a whole number by weights into whole numbers that add up to it: each gets the whole part of its
 * share, and what is left goes to the largest remainders, of equal ones to the first.
 * @param weights none negative, at least one above 0
 */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (!(sum > 0)) throw new RangeError('There is no weight to split by.');
  const parts = weights.map((weight, at) => {
    const whole = Math.floor((total * weight) / sum);
    // In whole numbers, so that no rounding of fractions decides.
    return { at, whole, rest: total * weight - whole * sum };
  });
  const left = total - parts.reduce((all, { whole }) => all + whole, 0);
  const lucky = new Set(
    [...parts]
      .sort((a, b) => b.rest - a.rest || a.at - b.at)
      .slice(0, left)
      .map(({ at }) => at),
  );
  return parts.map(({ at, whole }) => whole + (lucky.has(at) ? 1 : 0));
}
