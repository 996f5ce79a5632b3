import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot, runScript, type ChildOutcome } from './child.ts';
import { clearReport, readCounts, reportPath, type TestCounts } from './test-counts.ts';

/** A group of tests that runs in one child process. */
export interface Suite {
  readonly name: string;
  readonly heading: string;
  readonly kind: 'vitest' | 'playwright';
  /** Where its tests lie, and how their names end. */
  readonly folder: string;
  readonly ending: string;
  /** Projects of playwright.config.ts; the one of its own name when absent. */
  readonly projects?: readonly string[];
}

export const unitSuite: Suite = {
  name: 'unit',
  heading: 'Unit, property and fuzz tests (Node)',
  kind: 'vitest',
  folder: 'test/unit',
  ending: '.test.ts',
};

/** Needs the build. */
export const packagingSuite: Suite = {
  name: 'packaging',
  heading: 'The packed app, without network (Node)',
  kind: 'vitest',
  folder: 'test/packaging',
  ending: '.test.ts',
};

export const browserSuites: readonly Suite[] = [
  {
    name: 'store',
    heading: 'The store, without screens (browser)',
    kind: 'playwright',
    folder: 'test/store',
    ending: '.spec.ts',
  },
  {
    name: 'crash',
    heading: 'Kills, torn logs, vandals, restores (browser)',
    kind: 'playwright',
    folder: 'test/crash',
    ending: '.spec.ts',
  },
  {
    name: 'loopback',
    heading: 'Attacks and journeys in the loopback shell (browser)',
    kind: 'playwright',
    folder: 'test/e2e',
    ending: '.spec.ts',
    projects: ['attacks', 'loopback'],
  },
];

export const electronSuite: Suite = {
  name: 'electron',
  heading: 'The same journeys in Electron',
  kind: 'playwright',
  folder: 'test/e2e',
  ending: '.spec.ts',
};

export interface SuiteOutcome extends ChildOutcome {
  readonly counts: TestCounts;
  /** Ended by {@link SuiteOptions.stopMs}: what was not begun by then is not counted. */
  readonly cutOff: boolean;
}

export interface SuiteOptions {
  /** Who takes longer than this hangs, and has failed. */
  readonly limitMs: number;
  /** After this long no further test is begun, and what ran counts. For browser suites. */
  readonly stopMs?: number;
  /** In an order drawn from this seed, so that a suite that is stopped does not always leave out the same. */
  readonly shuffle?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
}

/** Runs a suite and reads its report. A suite that left none counts as one failure. */
export async function runSuite(suite: Suite, options: SuiteOptions): Promise<SuiteOutcome> {
  clearReport(suite.name);
  const report = reportPath(suite.name);
  const files = options.files ?? [];
  const outcome =
    suite.kind === 'vitest'
      ? await runScript(
          `test:${suite.name}`,
          [...files, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
          options,
        )
      : await runScript('test:e2e', [...files, ...browserArguments(suite, options)], {
          ...options,
          env: { ...options.env, GROUNDWORK_REPORT: report },
        });
  const counts = readCounts(suite.name, suite.kind);
  const cutOff = counts?.cutOff ?? false;
  if (counts && (outcome.ok || counts.failed > 0 || cutOff)) return { ...outcome, counts, cutOff };
  const why = outcome.timedOut ? `${suite.name} did not end in time` : `${suite.name} ended without a report`;
  return {
    ...outcome,
    ok: false,
    cutOff,
    counts: { passed: counts?.passed ?? 0, failed: 1, skipped: counts?.skipped ?? 0, failures: [why] },
  };
}

const browserArguments = (suite: Suite, { stopMs, shuffle }: SuiteOptions): string[] => [
  ...projectArguments(suite),
  ...(stopMs === undefined ? [] : [`--global-timeout=${Math.round(stopMs)}`]),
  ...(shuffle === undefined ? [] : [`--shuffle=${shuffle}`]),
];

/** The suite's test files, relative to the repository. */
export function filesOf(suite: Suite): string[] {
  const folder = join(repositoryRoot, suite.folder);
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(suite.ending))
      .map((file) => `${suite.folder}/${file.replaceAll('\\', '/')}`)
      .sort();
  } catch {
    return [];
  }
}

/** Files whose tests draw their data from a seed: those are worth repeating. */
export const seededFilesOf = (suite: Suite): string[] =>
  filesOf(suite).filter((file) =>
    /\bprintSeed\(|from 'fast-check'/.test(readFileSync(join(repositoryRoot, file), 'utf8')),
  );

/** How many tests of each suite carry a tag, for which Playwright leaves them out of `npm test`. */
export async function taggedTests(
  tag: string,
  suites: readonly Suite[],
  env: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<Suite, number>> {
  const listed = await runScript(
    'test:e2e',
    ['--list', `--grep=${tag}`, ...suites.flatMap(projectArguments)],
    { limitMs: 60_000, quiet: true, env },
  );
  const projects = Array.from(listed.output.matchAll(/^\s*\[([^\]]+)\] \u203a /gm), ([, project]) => project);
  return new Map(
    suites.map((suite) => {
      const own = projectsOf(suite);
      return [suite, projects.filter((project) => project !== undefined && own.includes(project)).length];
    }),
  );
}

const projectsOf = ({ name, projects }: Suite): readonly string[] => projects ?? [name];

const projectArguments = (suite: Suite): string[] =>
  projectsOf(suite).map((project) => `--project=${project}`);
