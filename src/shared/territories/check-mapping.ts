import { segments } from '../accounts/account.ts';
import { nameKey } from '../exchange/match-keys.ts';
import type { Label } from '../history/change-set.ts';
import { sameValue } from '../history/diff.ts';
import { label } from '../rule-book/messages.ts';
import { defaultRuleSettings, type RuleSettings } from '../rule-book/settings.ts';
import { rowNumber, type EmployeeBand, type MappingRow } from './mapping.ts';
import type { MappingColumn } from './mapping-columns.ts';
import { repKey } from './mapping-index.ts';
import { territoriesOf, type Criterion, type Territory } from './territory.ts';

export interface MappingProblem {
  /** Position of the row: in a mapping, or in the file it is read from. */
  readonly row: number;
  /** `null` = the row as a whole. */
  readonly column: MappingColumn | null;
  /** An error keeps the whole mapping out; a warning does not. */
  readonly severity: 'error' | 'warning';
  readonly message: Label;
}

export interface CheckOptions {
  readonly settings?: Pick<RuleSettings, 'namedLimit'>;
  /** What people call a row; rows of a file have other numbers than those of a mapping. */
  readonly numberOf?: (position: number) => number;
}

/**
 * What is wrong with the rows of a mapping as a whole: codes that contradict each other, BDRs that fit equally
 * well, territories that overlap, accounts named twice or too often, territories to which nothing belongs.
 * By row, in their order.
 */
export function checkMapping(rows: readonly MappingRow[], options: CheckOptions = {}): MappingProblem[] {
  const { settings = defaultRuleSettings, numberOf = rowNumber } = options;
  const territories = [...territoriesOf(rows).values()];
  const problems = [
    ...territories.flatMap((territory) => contradictions(territory, rows, numberOf)),
    ...territories.flatMap((territory) => rivals(territory, rows, numberOf)),
    ...repeatedRows(rows, numberOf),
    ...overlaps(territories, numberOf),
    ...namedTwice(rows, numberOf),
    ...namedTooOften(rows, settings.namedLimit),
    ...empty(territories, rows),
  ];
  return problems.sort((a, b) => a.row - b.row);
}

type NumberOf = (position: number) => number;

/** TER-1: rows of one code say the same of the territory. */
function contradictions(
  { code, rows: positions }: Territory,
  rows: readonly MappingRow[],
  numberOf: NumberOf,
): MappingProblem[] {
  const [first = 0, ...later] = positions;
  const base = rows[first];
  return later.flatMap((at): MappingProblem[] => {
    const row = rows[at];
    if (!row || !base || sameTerritory(row, base)) return [];
    const message = label('mapping.duplicate-code', { code, other: numberOf(first) });
    return [{ row: at, column: 'code', severity: 'error', message }];
  });
}

const sameTerritory = (a: MappingRow, b: MappingRow): boolean =>
  sameValue(a.segments, b.segments) &&
  repKey(a.region ?? '') === repKey(b.region ?? '') &&
  repKey(a.area ?? '') === repKey(b.area ?? '') &&
  repKey(a.vertical ?? '') === repKey(b.vertical ?? '');

function repeatedRows(rows: readonly MappingRow[], numberOf: NumberOf): MappingProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap((row, at): MappingProblem[] => {
    const key = JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, at);
      return [];
    }
    const message = label('mapping.repeated-row', { other: numberOf(other) });
    return [{ row: at, column: null, severity: 'warning', message }];
  });
}

/** What a row is picked for beside its motion and AE. */
interface Seat {
  readonly row: number;
  readonly bdr: string;
  readonly band: EmployeeBand;
}

/** TER-1: no two BDRs fit an account of a territory equally well. */
function rivals(
  { code, rows: positions }: Territory,
  rows: readonly MappingRow[],
  numberOf: NumberOf,
): MappingProblem[] {
  if (positions.length < 2) return [];
  const seats = new Map<string, Seat[]>();
  for (const at of positions) {
    const { bdr, motion, aes = [], band } = rows[at] ?? {};
    if (bdr === undefined) continue;
    for (const ae of aes.length === 0 ? [''] : aes) {
      const key = `${motion ?? ''}|${repKey(ae)}|${band === undefined ? 'all' : 'band'}`;
      const seat: Seat = { row: at, bdr, band: band ?? { min: 0 } };
      const known = seats.get(key);
      if (known) known.push(seat);
      else seats.set(key, [seat]);
    }
  }
  const problems = new Map<number, MappingProblem>();
  for (const [seat, rival] of [...seats.values()].flatMap(overlappingSeats)) {
    const [earlier, later] = seat.row < rival.row ? [seat, rival] : [rival, seat];
    const params = { code, bdr: later.bdr, rival: earlier.bdr, other: numberOf(earlier.row) };
    const message = label('mapping.two-bdrs', params);
    problems.set(later.row, { row: later.row, column: 'bdr', severity: 'error', message });
  }
  return [...problems.values()];
}

/** Seats of different BDRs whose bands overlap; each seat with one such rival at most. */
function overlappingSeats(seats: readonly Seat[]): (readonly [Seat, Seat])[] {
  const pairs: (readonly [Seat, Seat])[] = [];
  // Of the seats that begin no later: the one that reaches furthest, and the furthest of any other BDR.
  let furthest: Seat | undefined;
  let second: Seat | undefined;
  for (const seat of [...seats].sort((a, b) => a.band.min - b.band.min || a.row - b.row)) {
    const rival = furthest && repKey(furthest.bdr) === repKey(seat.bdr) ? second : furthest;
    if (rival && end(rival) >= seat.band.min) pairs.push([seat, rival]);
    if (!furthest || end(seat) > end(furthest)) {
      if (furthest && repKey(furthest.bdr) !== repKey(seat.bdr)) second = furthest;
      furthest = seat;
    } else if (repKey(furthest.bdr) !== repKey(seat.bdr) && (!second || end(seat) > end(second))) {
      second = seat;
    }
  }
  return pairs;
}

const end = ({ band }: Seat): number => band.max ?? Infinity;

/** TER-7: two territories that list the same place for the same segment; their accounts will be listed. */
function overlaps(territories: readonly Territory[], numberOf: NumberOf): MappingProblem[] {
  const owners = new Map<string, { readonly code: string; readonly row: number }>();
  const problems: MappingProblem[] = [];
  const inFileOrder = territories
    .flatMap((territory) => territory.criteria.map((criterion) => ({ territory, criterion })))
    .sort((a, b) => a.criterion.row - b.criterion.row);
  for (const { territory, criterion } of inFileOrder) {
    let told = false;
    for (const segment of segmentsOf(territory)) {
      const key = `${territory.vertical}|${segment}|${criterion.level}|${criterion.country}|${criterion.value}`;
      const owner = owners.get(key);
      if (!owner) owners.set(key, { code: territory.code, row: criterion.row });
      else if (owner.code !== territory.code && !told) {
        told = true;
        const params = { code: territory.code, what: sayCriterion(criterion), rival: owner.code };
        problems.push({
          row: criterion.row,
          column: columnOf(criterion),
          severity: 'warning',
          message: label('mapping.overlap', { ...params, other: numberOf(owner.row) }),
        });
      }
    }
  }
  return problems;
}

/** TER-6: the public sector is worked whatever the segment. */
const segmentsOf = ({ isPublicSector, segments: own }: Territory): Iterable<string> =>
  isPublicSector ? ['every'] : own.size === 0 ? segments : own;

function sayCriterion({ level, country, value }: Criterion): string {
  switch (level) {
    case 'postal':
      return `${country}:${value}`;
    case 'state':
      return `${country}-${value}`;
    case 'country':
      return country;
    case 'region':
      return value;
    case 'anywhere':
      return 'everywhere';
  }
}

const columns = {
  postal: 'postalPrefixes',
  state: 'states',
  country: 'countries',
  region: 'region',
  anywhere: 'vertical',
} as const satisfies Record<Criterion['level'], MappingColumn>;
const columnOf = ({ level }: Criterion): MappingColumn => columns[level];

/** TER-4: a named account belongs to one territory. */
function namedTwice(rows: readonly MappingRow[], numberOf: NumberOf): MappingProblem[] {
  const owners = new Map<string, { readonly code: string; readonly row: number }>();
  const problems: MappingProblem[] = [];
  rows.forEach(({ code, namedAccounts }, row) => {
    for (const name of namedAccounts) {
      const owner = owners.get(nameKey(name));
      if (!owner) owners.set(nameKey(name), { code, row });
      else if (owner.code !== code) {
        const message = label('mapping.named-twice', { name, rival: owner.code, other: numberOf(owner.row) });
        problems.push({ row, column: 'namedAccounts', severity: 'warning', message });
      }
    }
  });
  return problems;
}

/** TER-4: a row with one AE names that rep's accounts; the 31st is too many. */
function namedTooOften(rows: readonly MappingRow[], namedLimit: number): MappingProblem[] {
  const held = new Map<string, Set<string>>();
  const problems: MappingProblem[] = [];
  rows.forEach(({ aes, namedAccounts }, row) => {
    const [owner, ...others] = aes;
    if (owner === undefined || others.length > 0 || namedAccounts.length === 0) return;
    const names = held.get(repKey(owner)) ?? new Set<string>();
    const before = names.size;
    for (const name of namedAccounts) names.add(nameKey(name));
    held.set(repKey(owner), names);
    if (names.size > namedLimit && names.size > before) {
      const message = label('mapping.named-over', { owner, count: names.size, limit: namedLimit });
      problems.push({ row, column: 'namedAccounts', severity: 'error', message });
    }
  });
  return problems;
}

function empty(territories: readonly Territory[], rows: readonly MappingRow[]): MappingProblem[] {
  return territories
    .filter(
      ({ criteria, rows: own }) =>
        criteria.length === 0 && own.every((at) => (rows[at]?.namedAccounts.length ?? 0) === 0),
    )
    .map(({ code, region, rows: own }) => ({
      row: own[0] ?? 0,
      column: null,
      severity: 'warning',
      message:
        region === ''
          ? label('mapping.nothing-belongs', { code })
          : label('mapping.region-without-countries', { code, region }),
    }));
}
