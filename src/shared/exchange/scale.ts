import type { Scale } from './columns.ts';
import { decideNumberStyle, readNumber } from './numbers.ts';
import { plainText } from './read-cell.ts';
import { readEmployees } from './employee-cell.ts';

/** "Revenue (in 000s USD)", "Sales ($ millions)": the unit that a header names. */
export function scaleOfHeader(header: string): Scale | undefined {
  if (/\b(?:in )?(?:000s?|thousands?|k)\b|'000/i.test(header)) return 1000;
  if (/\b(?:millions?|mio|mm|mn)\b|\$m\b/i.test(header)) return 1_000_000;
  return undefined;
}

/** Yearly revenue per head, in USD, below which a column cannot mean full dollars. */
const leastPerHead = 2000;

/**
 * The unit of a revenue column by what it makes per head: companies take in tens of thousands of dollars
 * and more for each employee, so 0.2 means millions and 200 means thousands.
 */
export function guessRevenueScale(revenues: readonly string[], employees: readonly string[]): Scale {
  const style = decideNumberStyle(revenues);
  const perHead = revenues
    .flatMap((cell, row): number[] => {
      const revenue = readNumber(plainText(cell) ?? '', style);
      const count = readEmployees(plainText(employees[row] ?? '') ?? '');
      if (revenue === undefined || revenue <= 0 || !count.ok || typeof count.value !== 'number') return [];
      return count.value > 0 ? [revenue / count.value] : [];
    })
    .sort((a, b) => a - b);
  const middle = perHead[Math.floor(perHead.length / 2)];
  if (middle === undefined || perHead.length < 5 || middle >= leastPerHead) return 1;
  return middle * 1000 >= leastPerHead ? 1000 : 1_000_000;
}
