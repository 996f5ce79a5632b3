import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  rotatedOut,
  rotationRules,
  type Rotatable,
  type RotationRules,
} from '../../../../src/main/backups/rotation.ts';
import { runs } from '../../../builders/random.ts';

const day = 24 * 60 * 60_000;
const hour = 60 * 60_000;
const start = Date.parse('2024-01-01T08:00:00Z');

const backup = (atMs: number, more: Partial<Rotatable> = {}): Rotatable => ({
  id: new Date(atMs).toISOString(),
  atMs,
  bytes: 1_000,
  isOwn: true,
  records: 1_000,
  generation: 1,
  through: Math.floor((atMs - start) / 1_000),
  ...more,
});

/** Makes backups one after the other and rotates after each, as the host does. */
function lived(times: readonly number[], rules: RotationRules = rotationRules): Rotatable[] {
  let kept: Rotatable[] = [];
  for (const atMs of times) {
    kept.push(backup(atMs));
    const gone = new Set(rotatedOut(kept, rules));
    kept = kept.filter(({ id }) => !gone.has(id));
  }
  return kept;
}

/** Ten working hours a day, five days a week, for `days` days. */
const workingHours = (days: number): number[] =>
  Array.from({ length: days }, (_, index) => index)
    .filter((index) => index % 7 < 5)
    .flatMap((index) => Array.from({ length: 10 }, (_, hourOfDay) => start + index * day + hourOfDay * hour));

describe('rotation of backups', () => {
  it('keeps the newest 30, then the last of each day for a month, then the last of each week for a year', () => {
    const times = workingHours(3 * 365);
    const kept = lived(times).toSorted((a, b) => b.atMs - a.atMs);
    const newest = times.toSorted((a, b) => b - a);
    expect(kept.slice(0, 30).map(({ atMs }) => atMs)).toEqual(newest.slice(0, 30));
    const days = new Set(kept.map(({ atMs }) => Math.floor(atMs / day)));
    const lastDays = [...new Set(newest.map((atMs) => Math.floor(atMs / day)))].slice(0, 31);
    expect(lastDays.every((number) => days.has(number))).toBe(true);
    // Each of them is the last of its day.
    for (const { atMs } of kept.slice(30)) expect(new Date(atMs).getUTCHours()).toBe(17);
    const oldest = kept.at(-1)?.atMs ?? 0;
    const span = ((newest[0] ?? 0) - oldest) / day;
    expect(span).toBeGreaterThan(360);
    expect(span).toBeLessThan(380);
    // 30 newest cover 3 days; 28 more days; 53 weeks less those the days cover.
    expect(kept.length).toBeGreaterThan(95);
    expect(kept.length).toBeLessThan(115);
  });

  it.each([
    ['nothing', [], []],
    ['a single one', [0], []],
    ['thirty of one hour', Array.from({ length: 30 }, (_, index) => index * 60_000), []],
    ['the first of thirty-one of one hour', Array.from({ length: 31 }, (_, index) => index * 60_000), [0]],
    ['none of one a day for a month', Array.from({ length: 31 }, (_, index) => index * day), []],
  ])('lets go of %s', (_name, offsets, gone) => {
    const backups = offsets.map((offset) => backup(start + offset));
    expect(rotatedOut(backups)).toEqual(gone.map((offset) => new Date(start + offset).toISOString()));
  });

  it('counts days and weeks that have a backup: a holiday empties nothing, nor does a jump of the clock', () => {
    const before = workingHours(60);
    const kept = lived(before);
    const late = lived([...before, start + 5 * 365 * day]);
    expect(late.length).toBeGreaterThanOrEqual(kept.length - 1);
    expect(rotatedOut([...kept, backup(start + 50 * 365 * day)]).length).toBeLessThanOrEqual(2);
  });

  it('never lets the last rich one be pushed out by much smaller ones', () => {
    const rich = backup(start, { records: 2_000 });
    const poor = (count: number, records: number): Rotatable[] =>
      Array.from({ length: count }, (_, index) => backup(start + (index + 1) * 60_000, { records }));
    expect(rotatedOut([rich, ...poor(200, 1_000)])).not.toContain(rich.id);
    expect(rotatedOut([rich, ...poor(200, 1_001)])).toContain(rich.id);
    expect(rotatedOut([rich, ...poor(200, 0)], { ...rotationRules, capBytes: 1 })).not.toContain(rich.id);
    // A rich file from elsewhere is not what this store held.
    const brought = backup(start + 500 * 60_000, { records: 9_000, isOwn: false });
    expect(rotatedOut([rich, ...poor(200, 1_000), brought])).not.toContain(rich.id);
    // Nor may two losses in a row.
    const less = poor(100, 900);
    const least = poor(300, 200).slice(100);
    const gone = rotatedOut([rich, ...less, ...least]);
    expect([rich.id, less.at(-1)?.id].filter((id) => id !== undefined && gone.includes(id))).toEqual([]);
    const empty = poor(200, 0);
    expect(rotatedOut(empty)).toHaveLength(170);
  });

  it('keeps to the total size: first the newest are thinned out, then the oldest go, never the newest three', () => {
    const backups = workingHours(300).map((atMs) => backup(atMs));
    const kept = new Set(lived(backups.map(({ atMs }) => atMs)).map(({ id }) => id));
    const all = backups.filter(({ id }) => kept.has(id)).toSorted((a, b) => b.atMs - a.atMs);
    const left = (capBytes: number): Rotatable[] => {
      const gone = new Set(rotatedOut(all, { ...rotationRules, capBytes }));
      return all.filter(({ id }) => !gone.has(id));
    };
    const size = (some: readonly Rotatable[]): number => some.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(left(size(all))).toEqual(all);
    const thinned = left(size(all) - 15_000);
    expect(size(thinned)).toBe(size(all) - 15_000);
    expect(thinned.at(-1)).toEqual(all.at(-1));
    const halved = left(40_000);
    expect(size(halved)).toBeLessThanOrEqual(40_000);
    expect(halved.slice(0, 8)).toEqual(all.slice(0, 8));
    expect(left(1)).toEqual(all.slice(0, 3));
  });

  const someBackup = fc.record({
    offset: fc.integer({ min: 0, max: 800 * 24 * 60 }),
    bytes: fc.integer({ min: 1, max: 400_000_000 }),
    records: fc.integer({ min: 0, max: 5_000 }),
    generation: fc.integer({ min: 1, max: 3 }),
    through: fc.integer({ min: 0, max: 10_000 }),
    isOwn: fc.boolean(),
  });

  it('holds its promises for any set of backups and any cap', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(someBackup, { selector: ({ offset }) => offset, maxLength: 120 }),
        fc.integer({ min: 0, max: 3_000_000_000 }),
        (some, capBytes) => {
          const all = some
            .map(({ offset, ...more }) => backup(start + offset * 60_000, more))
            .toSorted((a, b) => b.atMs - a.atMs);
          const rules = { ...rotationRules, capBytes };
          const gone = rotatedOut(all, rules);
          expect(new Set(gone).size).toBe(gone.length);
          const left = all.filter(({ id }) => !gone.includes(id));
          const own = all.filter(({ isOwn }) => isOwn);
          const byContent = own.toSorted(
            (a, b) => b.generation - a.generation || b.through - a.through || b.atMs - a.atMs,
          );
          for (const order of [all, own, byContent]) {
            for (const one of order.slice(0, 3)) expect(left).toContain(one);
          }
          // Whatever is newer has at least half as many records.
          const rich = own.filter(
            ({ records }, index) =>
              index > 0 &&
              records > 0 &&
              records >= 2 * Math.max(...own.slice(0, index).map((newer) => newer.records)),
          );
          for (const one of rich) expect(left).toContain(one);
          const total = left.reduce((sum, { bytes }) => sum + bytes, 0);
          const pinned = new Set([...all.slice(0, 3), ...own.slice(0, 3), ...byContent.slice(0, 3), ...rich]);
          expect(total <= capBytes || left.every((one) => pinned.has(one))).toBe(true);
          // Rotating again finds nothing more to do.
          expect(rotatedOut(left, rules)).toEqual([]);
        },
      ),
      { numRuns: runs(150) },
    );
  });
});
