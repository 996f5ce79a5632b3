import { sameValue } from '../history/diff.ts';
import type { MappingRow } from './mapping.ts';
import { repKey } from './mapping-index.ts';

/** One part in which a territory differs between two versions. */
export type MappingChange =
  | {
      readonly what: 'segments' | 'region' | 'area' | 'vertical';
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly what: 'countries' | 'states' | 'postalPrefixes' | 'namedAccounts';
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  /** Who works it; `seat` says for what ("Land; Dana Wells; 100-500"), '' = for everything. '' = nobody. */
  | { readonly what: 'bdr'; readonly seat: string; readonly from: string; readonly to: string }
  | {
      readonly what: 'tier' | 'languages';
      readonly seat: string;
      readonly from: string;
      readonly to: string;
    };

export interface TerritoryDiff {
  readonly code: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Empty where it was added or removed. */
  readonly changes: readonly MappingChange[];
}

/** What differs between two versions of a mapping, by territory code; the order of rows makes no difference. */
export function diffMappings(before: readonly MappingRow[], after: readonly MappingRow[]): TerritoryDiff[] {
  const old = Map.groupBy(before, ({ code }) => code);
  const next = Map.groupBy(after, ({ code }) => code);
  const codes = [...new Set([...old.keys(), ...next.keys()])].sort();
  return codes.flatMap((code): TerritoryDiff[] => {
    const [was, is] = [old.get(code), next.get(code)];
    if (!was) return [{ code, kind: 'added', changes: [] }];
    if (!is) return [{ code, kind: 'removed', changes: [] }];
    const changes = [...definitionChanges(was, is), ...belongingChanges(was, is), ...seatChanges(was, is)];
    return changes.length > 0 ? [{ code, kind: 'changed', changes }] : [];
  });
}

function definitionChanges(was: readonly MappingRow[], is: readonly MappingRow[]): MappingChange[] {
  const [old, next] = [was[0], is[0]];
  if (!old || !next) return [];
  const parts = [
    ['segments', old.segments.join(', '), next.segments.join(', ')],
    ['region', old.region ?? '', next.region ?? ''],
    ['area', old.area ?? '', next.area ?? ''],
    ['vertical', old.vertical ?? '', next.vertical ?? ''],
  ] as const;
  return parts.flatMap(([what, from, to]) => (from === to ? [] : [{ what, from, to }]));
}

const belongings = {
  countries: ({ countries }: MappingRow) => countries,
  states: ({ states }: MappingRow) => states.map(({ country, state }) => `${country}-${state}`),
  postalPrefixes: ({ postalPrefixes }: MappingRow) =>
    postalPrefixes.map(({ country, prefix }) => `${country}:${prefix}`),
  namedAccounts: ({ namedAccounts }: MappingRow) => namedAccounts,
} as const;

function belongingChanges(was: readonly MappingRow[], is: readonly MappingRow[]): MappingChange[] {
  return (Object.keys(belongings) as (keyof typeof belongings)[]).flatMap((what): MappingChange[] => {
    const old = new Set(was.flatMap(belongings[what]));
    const next = new Set(is.flatMap(belongings[what]));
    const added = [...next.difference(old)].sort();
    const removed = [...old.difference(next)].sort();
    return added.length + removed.length > 0 ? [{ what, added, removed }] : [];
  });
}

interface Seat {
  readonly bdr: string;
  readonly tier: string;
  readonly languages: string;
}

function seatChanges(was: readonly MappingRow[], is: readonly MappingRow[]): MappingChange[] {
  const [old, next] = [seatsOf(was), seatsOf(is)];
  const nobody: Seat = { bdr: '', tier: '', languages: '' };
  return [...new Set([...old.keys(), ...next.keys()])].sort().flatMap((seat): MappingChange[] => {
    const [from, to] = [old.get(seat) ?? nobody, next.get(seat) ?? nobody];
    if (sameValue(from, to)) return [];
    const isFilled = from.bdr !== '' && to.bdr !== '';
    return [
      ...(repKey(from.bdr) === repKey(to.bdr)
        ? []
        : [{ what: 'bdr', seat, from: from.bdr, to: to.bdr } as const]),
      ...(isFilled && from.tier !== to.tier
        ? [{ what: 'tier', seat, from: from.tier, to: to.tier } as const]
        : []),
      ...(isFilled && from.languages !== to.languages
        ? [{ what: 'languages', seat, from: from.languages, to: to.languages } as const]
        : []),
    ];
  });
}

function seatsOf(rows: readonly MappingRow[]): Map<string, Seat> {
  const seats = new Map<string, Seat>();
  for (const { motion, aes, band, bdr = '', tier = '', languages } of rows) {
    const seat = [
      ...(motion === 'any' ? [] : [motion]),
      ...(aes.length === 0 ? [] : [[...aes].sort().join(', ')]),
      ...(band === undefined ? [] : [`${band.min}${band.max === undefined ? '+' : `-${band.max}`}`]),
    ].join('; ');
    if (!seats.has(seat)) seats.set(seat, { bdr, tier, languages: languages.join(', ') });
  }
  return seats;
}
