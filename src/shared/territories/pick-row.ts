import type { EmployeeCount } from '../accounts/account.ts';
import type { Motion } from '../accounts/motion.ts';
import type { EmployeeBand, MappingRow } from './mapping.ts';
import { repKey } from './mapping-index.ts';

/** TER-1: who works an account of a territory. */
export type Worker =
  /** The row that names most of what the account is. */
  | { readonly kind: 'row'; readonly row: number; readonly bdr: string }
  /** Nobody: listed for round-robin assignment. */
  | { readonly kind: 'unassigned'; readonly why: 'no-row' | 'no-bdr' | 'size-unknown' }
  /** Several BDRs fit equally well, in the order of their rows. */
  | { readonly kind: 'conflict'; readonly rows: readonly number[] };

export interface PickedRow {
  readonly worker: Worker;
  /** Where the account's owner is none of the AEs whom the rows list: these, by name. */
  readonly aesInstead?: readonly string[];
}

export interface WorkerFacts {
  readonly motion: Motion;
  /** AE/SAL; '' = none. */
  readonly owner: string;
  /** The highest head count of the hierarchy; `null` = unknown. */
  readonly employees: EmployeeCount | null;
}

/**
 * TER-1: motion, then owner, then band pick the row. A row that names one of them comes before a row that
 * leaves it open. Where no row lists the owner, the rows are looked at as if they listed nobody.
 * @param rows the mapping
 * @param positions the rows of the territory
 */
export function pickRow(
  rows: readonly MappingRow[],
  positions: readonly number[],
  { motion, owner, employees }: WorkerFacts,
): PickedRow {
  const candidates = positions.flatMap((at): Candidate[] => {
    const row = rows[at];
    return row ? [{ at, row }] : [];
  });
  const byMotion = preferred(
    candidates,
    ({ row }) => row.motion === motion,
    ({ row }) => row.motion === 'any',
  );
  const key = repKey(owner);
  const listed = preferred(
    byMotion,
    ({ row }) => key !== '' && row.aes.some((ae) => repKey(ae) === key),
    ({ row }) => row.aes.length === 0,
  );
  const isListed = listed.length > 0 || byMotion.length === 0;
  const byOwner = isListed ? listed : byMotion;
  const byBand = preferred(
    byOwner,
    ({ row }) => row.band !== undefined && liesIn(employees, row.band),
    ({ row }) => row.band === undefined,
  );
  const isSizeOpen = byOwner.length > 0 && typeof employees !== 'number';
  return { worker: workerOf(byBand, isSizeOpen), ...(!isListed && { aesInstead: aesOf(byMotion) }) };
}

const byName = new Intl.Collator('en').compare;

/** Every AE once; of several spellings the first by code, so that the order of the rows makes no difference. */
function aesOf(rows: readonly Candidate[]): string[] {
  const found = new Map<string, string>();
  for (const ae of rows.flatMap(({ row }) => row.aes).sort()) {
    if (!found.has(repKey(ae))) found.set(repKey(ae), ae);
  }
  return [...found.values()].sort(byName);
}

interface Candidate {
  readonly at: number;
  readonly row: MappingRow;
}

function preferred(
  rows: readonly Candidate[],
  names: (candidate: Candidate) => boolean,
  leavesOpen: (candidate: Candidate) => boolean,
): readonly Candidate[] {
  const named = rows.filter(names);
  return named.length > 0 ? named : rows.filter(leavesOpen);
}

function workerOf(rows: readonly Candidate[], isSizeOpen: boolean): Worker {
  if (rows.length === 0) return { kind: 'unassigned', why: isSizeOpen ? 'size-unknown' : 'no-row' };
  // By spelling, so that the order of the rows makes no difference.
  const [first, ...others] = rows
    .flatMap(({ at, row: { bdr } }) => (bdr === undefined ? [] : [{ row: at, bdr }]))
    .sort((a, b) => (a.bdr < b.bdr ? -1 : a.bdr > b.bdr ? 1 : a.row - b.row));
  if (!first) return { kind: 'unassigned', why: 'no-bdr' };
  return others.every(({ bdr }) => repKey(bdr) === repKey(first.bdr))
    ? { kind: 'row', ...first }
    : { kind: 'conflict', rows: [first, ...others].map(({ row }) => row).sort((a, b) => a - b) };
}

/** Whether a count lies wholly in a band; a range that reaches out of it does not. */
export function liesIn(count: EmployeeCount | null, { min, max = Infinity }: EmployeeBand): boolean {
  if (count === null) return false;
  const [low, high] = typeof count === 'number' ? [count, count] : [count.min, count.max ?? Infinity];
  return low >= min && high <= max;
}
