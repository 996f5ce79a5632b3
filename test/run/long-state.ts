import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { repositoryRoot } from './child.ts';
import type { SuiteOutcome } from './suites.ts';
import { addToLifetime, clearTallies, readTallies, sumTallies, tallyText } from './tally.ts';

const suiteTotals = z.object({
  rounds: z.number(),
  passed: z.number(),
  failed: z.number(),
  /** How many of its rounds were stopped because their time was up. */
  cutOff: z.number().default(0),
});

const longRun = z.object({
  budgetMinutes: z.number().positive(),
  usedMs: z.number().nonnegative(),
  ended: z.boolean(),
  passed: z.number(),
  failed: z.number(),
  suites: z.record(z.string(), suiteTotals),
  /** Kills, restores and the like, over all rounds. */
  tallies: z.record(z.string(), z.number()).default({}),
  failures: z.array(z.object({ suite: z.string(), seed: z.number(), test: z.string() })),
});

/** A long run as it stands, over all the starts it was interrupted by. */
export type LongRun = z.infer<typeof longRun>;

const path = join(repositoryRoot, '.groundwork', 'long.json');

/** The run that was interrupted, or a new one. A run with another budget is another run. */
export function openLongRun(budgetMinutes: number, fresh: boolean): LongRun {
  const kept = fresh ? undefined : readLongRun();
  if (kept && !kept.ended && kept.budgetMinutes === budgetMinutes) return kept;
  return {
    budgetMinutes,
    usedMs: 0,
    ended: false,
    passed: 0,
    failed: 0,
    suites: {},
    tallies: {},
    failures: [],
  };
}

function readLongRun(): LongRun | undefined {
  try {
    return longRun.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

export function saveLongRun(run: LongRun): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(run, null, 2)}\n`);
}

export function addRound(run: LongRun, suite: string, seed: number, outcome: SuiteOutcome): void {
  const { counts } = outcome;
  const so = run.suites[suite] ?? { rounds: 0, passed: 0, failed: 0, cutOff: 0 };
  run.suites[suite] = {
    rounds: so.rounds + 1,
    passed: so.passed + counts.passed,
    failed: so.failed + counts.failed,
    cutOff: so.cutOff + Number(outcome.cutOff),
  };
  takeTallies(run);
  run.passed += counts.passed;
  run.failed += counts.failed;
  run.failures.push(...counts.failures.map((test) => ({ suite, seed, test })));
}

/** Adds what tests counted since the last time; also of a round that was interrupted, for it did happen. */
export function takeTallies(run: LongRun): void {
  const entries = readTallies();
  clearTallies();
  run.tallies = sumTallies(entries, run.tallies);
  addToLifetime(entries);
}

/** Rounds per suite, failures with the seed that repeats them, and as the last line the sums. */
export const totalsText = (run: LongRun): string =>
  [
    ...Object.entries(run.suites).map(
      ([name, { rounds, passed, failed, cutOff }]) =>
        `${name}: ${rounds} rounds, ${passed} passed, ${failed} failed` +
        (cutOff > 0 ? `, ${cutOff} stopped when their time was up` : ''),
    ),
    ...run.failures.map(
      ({ suite, seed, test }) =>
        `FAILED ${suite}: ${test} (repeat with GROUNDWORK_LONG=1 GROUNDWORK_SEED=${seed})`,
    ),
    ...(Object.keys(run.tallies).length > 0 ? [`Counted: ${tallyText(run.tallies)}`] : []),
    `On this checkout so far: ${tallyText(addToLifetime([])) || 'nothing counted'}`,
    `${run.passed} passed, ${run.failed} failed`,
  ].join('\n');
