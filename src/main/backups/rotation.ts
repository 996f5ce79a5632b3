import type { BackupEntry } from '../../shared/host/contract.ts';
import { isOwn } from './newest-backup.ts';

/** A backup as rotation sees it. Only whole ones are handed in; files set aside are never rotated. */
export interface Rotatable {
  readonly id: string;
  readonly atMs: number;
  readonly bytes: number;
  /** Made here of the store as it was; not brought from elsewhere, not a copy of what a rebuild replaced. */
  readonly isOwn: boolean;
  /** Living accounts, prospects and opportunities. */
  readonly records: number;
  /** Orders the backups of one store, whatever its clock said: generation, then number of the last change. */
  readonly generation: number;
  readonly through: number;
}

/** A whole backup as rotation sees it; nothing for one that is not. */
export const rotatable = ({ id, reason, at, bytes, manifest, end }: BackupEntry): Rotatable[] =>
  manifest === null || end === null
    ? []
    : [
        {
          id,
          atMs: Date.parse(at),
          bytes,
          isOwn: isOwn({ reason }),
          records: end.live.accounts + end.live.prospects + end.live.opportunities,
          generation: manifest.generation,
          through: end.through,
        },
      ];

export interface RotationRules {
  /** Total size, bytes. */
  readonly capBytes: number;
  readonly newest: number;
  readonly days: number;
  readonly weeks: number;
}

export const rotationRules: RotationRules = { capBytes: 2_000_000_000, newest: 30, days: 31, weeks: 53 };

/** These stay whatever the cap says. */
const alwaysKept = 3;
/** When room is short, the newest are thinned out down to this many before older days and weeks go. */
const keptWhenShort = 8;

const dayMs = 24 * 60 * 60_000;

/**
 * Which backups go: all but the newest, the last of each of the newest days and the last of each of the
 * newest weeks; then, while the rest is larger than the cap, more. Days and weeks are counted, not
 * measured from today, so that neither a holiday nor a clock that jumped empties the folder.
 *
 * Never among them: the three newest (by time, and of the store's own by what they hold), and each of
 * its own with at least twice as many records as everything newer: a store that lost most of its records
 * must not push out the last backups that have them.
 * @returns ids, in the order of removal
 */
export function rotatedOut(backups: readonly Rotatable[], rules: RotationRules = rotationRules): string[] {
  const byTime = backups.toSorted((a, b) => b.atMs - a.atMs);
  const own = byTime.filter((backup) => backup.isOwn);
  const byContent = own.toSorted(
    (a, b) => b.generation - a.generation || b.through - a.through || b.atMs - a.atMs,
  );
  const fixed = new Set([
    ...[byTime, own, byContent].flatMap((order) => order.slice(0, alwaysKept)).map(({ id }) => id),
    ...richOnes(own),
  ]);
  const spread = new Set([
    ...lastOfEach(byTime, rules.days, (atMs) => Math.floor(atMs / dayMs)),
    ...lastOfEach(byTime, rules.weeks, weekOf),
  ]);
  const recent = new Set(byTime.slice(0, rules.newest).map(({ id }) => id));

  const isKept = ({ id }: Rotatable): boolean => fixed.has(id) || spread.has(id) || recent.has(id);
  const gone = byTime.filter((backup) => !isKept(backup)).toReversed();
  const left = byTime.filter(isKept);
  const dense = left.filter(({ id }, index) => index >= keptWhenShort && !spread.has(id)).toReversed();
  const oldest = left.toReversed();
  let bytes = left.reduce((sum, backup) => sum + backup.bytes, 0);
  const short = new Set<Rotatable>();
  for (const backup of [...dense, ...oldest]) {
    if (bytes <= rules.capBytes) break;
    if (fixed.has(backup.id) || short.has(backup)) continue;
    short.add(backup);
    bytes -= backup.bytes;
  }
  return [...gone, ...short].map(({ id }) => id);
}

/** Weeks begin on Monday, UTC; day 0 of the epoch was a Thursday. */
const weekOf = (atMs: number): number => Math.floor((Math.floor(atMs / dayMs) + 3) / 7);

/** The newest of each of the `count` newest stretches of time that have a backup. */
function lastOfEach(
  byTime: readonly Rotatable[],
  count: number,
  stretch: (atMs: number) => number,
): string[] {
  const last = new Map<number, string>();
  for (const { id, atMs } of byTime) {
    const key = stretch(atMs);
    if (last.has(key)) continue;
    if (last.size === count) break;
    last.set(key, id);
  }
  return [...last.values()];
}

/** Each backup at least twice as rich as everything newer; none while the store only grows. */
function richOnes(byTime: readonly Rotatable[]): string[] {
  const [newest, ...older] = byTime;
  let richest = newest?.records ?? 0;
  const rich: string[] = [];
  for (const { id, records } of older) {
    if (records > 0 && records >= 2 * richest) rich.push(id);
    richest = Math.max(richest, records);
  }
  return rich;
}
