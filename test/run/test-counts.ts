import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { repositoryRoot } from './child.ts';

/** What a suite's machine-readable report says. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Titles of what failed. */
  readonly failures: readonly string[];
  /** The time given to the suite was over before its last test: those after it were not begun. */
  readonly cutOff?: boolean;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number().default(0),
  numTodoTests: z.number().default(0),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

interface PlaywrightSuite {
  readonly title: string;
  readonly specs?: readonly { readonly title: string; readonly ok: boolean }[] | undefined;
  readonly suites?: readonly PlaywrightSuite[] | undefined;
}

const playwrightSuite: z.ZodType<PlaywrightSuite> = z.lazy(() =>
  z.object({
    title: z.string(),
    specs: z.array(z.object({ title: z.string(), ok: z.boolean() })).optional(),
    suites: z.array(playwrightSuite).optional(),
  }),
);

const playwrightReport = z.object({
  suites: z.array(playwrightSuite),
  errors: z.array(z.object({ message: z.string().default('an error outside any test') })).default([]),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

export const reportPath = (name: string): string =>
  join(repositoryRoot, '.groundwork', 'reports', `${name}.json`);

/** Removes an old report, so that a crash cannot be read as yesterday's success. */
export function clearReport(name: string): void {
  mkdirSync(dirname(reportPath(name)), { recursive: true });
  rmSync(reportPath(name), { force: true });
}

/** @returns undefined when the suite left no readable report */
export function readCounts(name: string, kind: 'vitest' | 'playwright'): TestCounts | undefined {
  if (!existsSync(reportPath(name))) return undefined;
  try {
    const report: unknown = JSON.parse(readFileSync(reportPath(name), 'utf8'));
    return kind === 'vitest' ? countVitest(report) : countPlaywright(report);
  } catch {
    return undefined;
  }
}

export function countVitest(report: unknown): TestCounts {
  const parsed = vitestReport.parse(report);
  const failures = parsed.testResults.flatMap((file) =>
    file.assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName),
  );
  // A file that could not be loaded fails without any failing test in it.
  const broken = parsed.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: parsed.numPassedTests,
    failed: parsed.numFailedTests + broken.length,
    skipped: parsed.numPendingTests + parsed.numTodoTests,
    failures: [...failures, ...broken.map((file) => `${file.name} could not be run`)],
  };
}

/** A test that passed only when tried again (CI alone tries again) counts as passed, and is told. */
export function countPlaywright(report: unknown): TestCounts {
  const { suites, errors: allErrors, stats } = playwrightReport.parse(report);
  const errors = allErrors.filter((error) => !timeIsUp.test(error.message));
  if (stats.flaky > 0) console.log(`Passed only when tried again: ${stats.flaky} (named in the list above).`);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    failures: [...suites.flatMap((suite) => failedSpecs(suite)), ...errors.map((error) => error.message)],
    cutOff: errors.length < allErrors.length,
  };
}

/** What Playwright says when `--global-timeout` ended a run, and once more where tests were under way. */
const timeIsUp = /Timed out waiting .* for the (?:teardown for )?test suite to run/;

const failedSpecs = (suite: PlaywrightSuite): string[] => [
  ...(suite.specs ?? []).filter((spec) => !spec.ok).map((spec) => `${suite.title} > ${spec.title}`),
  ...(suite.suites ?? []).flatMap((inner) => failedSpecs(inner)),
];
