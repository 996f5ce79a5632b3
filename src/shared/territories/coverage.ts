import type { EmployeeCount, Segment } from '../accounts/account.ts';
import type { TerritoryFacts } from './facts.ts';
import { repKey, type MappingIndex } from './mapping-index.ts';
import type { TerritoryDecision } from './territory-of.ts';

/** What can be weighed between territories or BDRs. */
export type CoverageMeasure = 'accounts' | 'employees' | 'lam';

/** A territory or BDR with what it holds. */
export interface CoverageLine {
  /** Territory code or BDR; '' = accounts in no territory, or worked by nobody. */
  readonly key: string;
  readonly accounts: number;
  readonly segments: Readonly<Record<Segment | 'unknown', number>>;
  /** Chosen Priority of accounts in Actively Working; `none` = not chosen. */
  readonly priorities: Readonly<Record<'1' | '2' | '3' | 'none', number>>;
  readonly working: number;
  /** Sum of what is known; of a range its lower end. */
  readonly employees: number;
  /** Accounts without any head count. */
  readonly withoutEmployees: number;
  /** Landed addressable market: developers still to buy. */
  readonly lam: number;
  /** Share against the mean of all lines but '': 1 = as much as the mean; `null` while all have nothing. */
  readonly share: Readonly<Record<CoverageMeasure, number | null>>;
}

interface Tally {
  accounts: number;
  segments: Record<Segment | 'unknown', number>;
  priorities: Record<'1' | '2' | '3' | 'none', number>;
  working: number;
  employees: number;
  withoutEmployees: number;
  lam: number;
}

const nothing = (): Tally => ({
  accounts: 0,
  segments: { Large: 0, 'Mid-Market': 0, SMB: 0, unknown: 0 },
  priorities: { '1': 0, '2': 0, '3': 0, none: 0 },
  working: 0,
  employees: 0,
  withoutEmployees: 0,
  lam: 0,
});

type Decisions = ReadonlyMap<string, TerritoryDecision>;

/** Every territory of the mapping, empty ones too, and last the accounts in none (TER-1). */
export function coverageByTerritory(
  book: Iterable<TerritoryFacts>,
  decisions: Decisions,
  mapping: MappingIndex,
): CoverageLine[] {
  const keys = [...mapping.territories.keys()];
  return linesOf(book, keys, decisions, (_account, decision) =>
    decision?.outcome.kind === 'territory' ? decision.outcome.code : '',
  );
}

/**
 * Every BDR of the mapping or the book, and last the accounts that nobody works. An account counts for its
 * BDR Assigned; one without counts for the BDR whom the mapping gives it to.
 */
export function coverageByBdr(
  book: Iterable<TerritoryFacts>,
  decisions: Decisions,
  mapping: MappingIndex,
): CoverageLine[] {
  const spelling = new Map<string, string>();
  const spelled = (bdr: string): string => {
    const key = repKey(bdr);
    const known = spelling.get(key);
    if (known === undefined && key !== '') spelling.set(key, bdr);
    return known ?? bdr;
  };
  const keys = new Set(mapping.rows.flatMap(({ bdr }) => (bdr === undefined ? [] : [spelled(bdr)])));
  return linesOf(book, [...keys], decisions, ({ bdrAssigned }, decision) => {
    if (bdrAssigned !== '') return spelled(bdrAssigned);
    return decision?.worker?.kind === 'row' ? spelled(decision.worker.bdr) : '';
  });
}

function linesOf(
  book: Iterable<TerritoryFacts>,
  keys: readonly string[],
  decisions: Decisions,
  keyOf: (account: TerritoryFacts, decision: TerritoryDecision | undefined) => string,
): CoverageLine[] {
  const tallies = new Map(keys.map((key) => [key, nothing()]));
  for (const account of book) {
    const decision = decisions.get(account.id);
    const key = keyOf(account, decision);
    let tally = tallies.get(key);
    if (!tally) tallies.set(key, (tally = nothing()));
    addTo(tally, account, decision?.segment ?? null);
  }
  const means = meansOf([...tallies].flatMap(([key, tally]) => (key === '' ? [] : [tally])));
  const lines = [...tallies].map(([key, tally]): CoverageLine => ({
    key,
    ...tally,
    share: shareOf(tally, means),
  }));
  return lines.sort((a, b) => Number(a.key === '') - Number(b.key === '') || byKey(a.key, b.key));
}

const byKey = new Intl.Collator('en', { numeric: true }).compare;

function addTo(tally: Tally, account: TerritoryFacts, segment: Segment | null): void {
  tally.accounts += 1;
  tally.segments[segment ?? 'unknown'] += 1;
  if (account.status === 'Actively Working') {
    tally.working += 1;
    tally.priorities[account.priority ?? 'none'] += 1;
  }
  if (account.count === null) tally.withoutEmployees += 1;
  else tally.employees += lowerEnd(account.count);
  tally.lam += account.lamDevelopers;
}

const lowerEnd = (count: EmployeeCount): number => (typeof count === 'number' ? count : count.min);

function meansOf(tallies: readonly Tally[]): Record<CoverageMeasure, number> {
  const mean = (measure: CoverageMeasure): number =>
    tallies.length === 0 ? 0 : tallies.reduce((sum, tally) => sum + tally[measure], 0) / tallies.length;
  return { accounts: mean('accounts'), employees: mean('employees'), lam: mean('lam') };
}

const shareOf = (tally: Tally, means: Readonly<Record<CoverageMeasure, number>>): CoverageLine['share'] => {
  const share = (measure: CoverageMeasure): number | null =>
    means[measure] === 0 ? null : tally[measure] / means[measure];
  return { accounts: share('accounts'), employees: share('employees'), lam: share('lam') };
};
