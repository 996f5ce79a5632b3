import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { repositoryRoot } from './child.ts';

/** What suites count beside tests: a test may be one of a thousand kills, or a thousand in one. */
export type Tallied =
  | 'kills'
  | 'wipes detected'
  | 'torn logs'
  | 'vandalisms'
  | 'restores'
  | 'sequences'
  | 'limits'
  | 'attacks'
  | 'payloads';

const entry = z.object({ what: z.string(), count: z.number(), seed: z.number() });
type Entry = z.infer<typeof entry>;

/** Sums by what was counted. */
export type Tallies = Readonly<Record<string, number>>;

const folder = join(repositoryRoot, '.groundwork');
const path = join(folder, 'reports', 'tally.ndjson');
const lifetimePath = join(folder, 'totals.json');

/** Notes how many ran, from whatever process; a line is written at once, so that a crash keeps the rest. */
export function tally(what: Tallied, count: number, seed: number): void {
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, `${JSON.stringify({ what, count, seed } satisfies Entry)}\n`);
}

export const clearTallies = (): void => rmSync(path, { force: true });

/** What was noted since the last `clearTallies`. */
export function readTallies(): Entry[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [entry.parse(JSON.parse(line))]));
}

export function sumTallies(entries: readonly Entry[], to: Tallies = {}): Tallies {
  const sums: Record<string, number> = { ...to };
  for (const { what, count } of entries) sums[what] = (sums[what] ?? 0) + count;
  return sums;
}

/** Adds to what ran on this checkout so far, over all runs, and returns it. */
export function addToLifetime(entries: readonly Entry[]): Tallies {
  const before = existsSync(lifetimePath)
    ? z
        .record(z.string(), z.number())
        .catch({})
        .parse(parsed(readFileSync(lifetimePath, 'utf8')))
    : {};
  const sums = sumTallies(entries, before);
  mkdirSync(folder, { recursive: true });
  writeFileSync(lifetimePath, `${JSON.stringify(sums, null, 2)}\n`);
  return sums;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** "16 kills, 3 restores"; '' when nothing was counted. */
export const tallyText = (sums: Tallies): string =>
  Object.entries(sums)
    .map(([what, count]) => `${count.toLocaleString('en-US')} ${what}`)
    .join(', ');

/** The seeds by which each was drawn, for the report: `kills: seeds 7, 9`. */
export function tallySeeds(entries: readonly Entry[]): string[] {
  const seeds = new Map<string, Set<number>>();
  for (const { what, seed } of entries) seeds.set(what, (seeds.get(what) ?? new Set()).add(seed));
  return [...seeds].map(([what, drawn]) => `  ${what}: seed ${[...drawn].join(', ')}`);
}
