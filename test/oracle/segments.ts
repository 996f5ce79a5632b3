import type { Count, OracleAccount } from './facts.ts';

export type OracleSegment = 'SMB' | 'Mid-Market' | 'Large';
const fromLow: readonly OracleSegment[] = ['SMB', 'Mid-Market', 'Large'];

/** SEG-1: SMB 0-99, Mid-Market 100-1,999, Large 2,000 and more. */
const bands: readonly (readonly [OracleSegment, number, number])[] = [
  ['SMB', 0, 99],
  ['Mid-Market', 100, 1999],
  ['Large', 2000, Infinity],
];

/** SEG-1: a range that lies wholly in one segment decides it; otherwise unknown. */
function ofCount(count: Count): OracleSegment | 'unknown' {
  const from = typeof count === 'number' ? count : count.min;
  const to = typeof count === 'number' ? count : (count.max ?? Infinity);
  for (const [segment, low, high] of bands) if (from >= low && to <= high) return segment;
  return 'unknown';
}

/** SEG-2: the first source that has one. */
export function ownSegment(account: OracleAccount): OracleSegment | 'unknown' {
  const { employeesOverride, employeesZoomInfo, employeesDataFox, employeesImported } = account;
  for (const count of [employeesOverride, employeesZoomInfo, employeesDataFox, employeesImported]) {
    if (count !== undefined) return ofCount(count);
  }
  return 'unknown';
}

/**
 * Who is at the top: climb until there is no parent in the book, or the account stands alone (SEG-6). In a
 * circle everybody meets at the same place, so the smallest id of the circle stands for it.
 */
function topOf(account: OracleAccount, book: ReadonlyMap<string, OracleAccount>): string {
  const way: string[] = [];
  let at = account;
  for (;;) {
    way.push(at.id);
    if (at.standAlone === true) return at.id;
    const parent = at.parentId === undefined ? undefined : book.get(at.parentId);
    if (!parent) return at.id;
    const seen = way.indexOf(parent.id);
    if (seen >= 0) return [...way.slice(seen)].sort()[0] ?? at.id;
    at = parent;
  }
}

export interface OracleFamily {
  readonly segment: OracleSegment | 'unknown';
  readonly motion: 'Land' | 'Expand';
}

/** SEG-3: the highest segment of the hierarchy. SEG-5: Expand with a customer of 48 USD or more. */
export function decideFamilies(accounts: readonly OracleAccount[]): Map<string, OracleFamily> {
  const book = new Map(accounts.map((account) => [account.id, account]));
  const families = new Map<string, OracleAccount[]>();
  for (const account of accounts) {
    const top = topOf(account, book);
    const family = families.get(top) ?? [];
    family.push(account);
    families.set(top, family);
  }
  const decided = new Map<string, OracleFamily>();
  for (const family of families.values()) {
    const present = new Set(family.map(ownSegment));
    const segment = [...fromLow].reverse().find((it) => present.has(it)) ?? 'unknown';
    const buys = family.some(({ type, totalCarr }) => type === 'customer' && (totalCarr ?? 0) >= 48);
    for (const { id } of family) decided.set(id, { segment, motion: buys ? 'Expand' : 'Land' });
  }
  return decided;
}
