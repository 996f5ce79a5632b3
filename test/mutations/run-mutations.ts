import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { Mutation } from './mutations.ts';

const repository = join(import.meta.dirname, '../..');

export interface MutationOutcome {
  readonly what: string;
  /** How many tests noticed; 0 = it survived. */
  readonly failed: number;
  /** Why nothing can be said: the line is not there, the copy does not load, no test ran. */
  readonly problem?: string;
}

export interface MutationRun {
  /** The same tests on an unchanged copy: all of them have to pass, or no failure means anything. */
  readonly control: MutationOutcome & { readonly passed: number };
  readonly outcomes: readonly MutationOutcome[];
}

/**
 * Applies each mutation to its own copy of `src/shared` in a temporary folder and runs the tests that pin the
 * rule there, all copies in one run of vitest.
 * @param limitMs the run is killed after this; what had not ended then is reported as a problem
 */
export async function runMutations(mutations: readonly Mutation[], limitMs: number): Promise<MutationRun> {
  const room = mkdtempSync(join(tmpdir(), 'groundwork-mutations-'));
  try {
    writeFileSync(join(room, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(repository, 'node_modules'), join(room, 'node_modules'), 'junction');
    const tests = [...new Set(mutations.flatMap((mutation) => mutation.tests))];
    makeCopy(join(room, 'control'), tests);
    const problems = mutations.map((mutation, at) => {
      const copy = join(room, `m${at}`);
      makeCopy(copy, mutation.tests);
      return applyMutation(copy, mutation);
    });
    const report = await runTests(room, limitMs);
    return {
      control: {
        ...outcomeOf('unchanged', join(room, 'control'), report),
        passed: passedIn(join(room, 'control'), report),
      },
      outcomes: mutations.map(({ what }, at) => {
        const problem = problems[at];
        return problem === undefined
          ? outcomeOf(what, join(room, `m${at}`), report)
          : { what, failed: 0, problem };
      }),
    };
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

/** What the tests import lies where it lies in the repository. */
function makeCopy(copy: string, tests: readonly string[]): void {
  mkdirSync(copy);
  for (const folder of ['src/shared', 'test/builders']) {
    cpSync(join(repository, folder), join(copy, folder), { recursive: true });
  }
  for (const test of tests) cpSync(join(repository, 'test/unit', test), join(copy, 'test/unit', test));
}

function applyMutation(copy: string, { file, before, after }: Mutation): string | undefined {
  const path = join(copy, 'src/shared', file);
  if (!existsSync(path)) return `src/shared/${file} is not there any more`;
  const lines = readFileSync(path, 'utf8').split('\n');
  const found = lines.filter((line) => line === before).length;
  if (found !== 1) return `the line stands ${found} times in src/shared/${file}: ${before.trim()}`;
  writeFileSync(path, lines.map((line) => (line === before ? after : line)).join('\n'));
  return undefined;
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

function runTests(room: string, limitMs: number): Promise<Report> {
  const file = join(room, 'report.json');
  const vitest = join(repository, 'node_modules/vitest/vitest.mjs');
  const child = spawn(
    process.execPath,
    [
      vitest,
      'run',
      '--root',
      room,
      // Copies share nothing but packages, which take long to load.
      '--no-isolate',
      '--reporter=json',
      `--outputFile=${file}`,
      '--testTimeout=60000',
    ],
    {
      cwd: room,
      stdio: 'ignore',
      env: { ...process.env, VITEST: '', VITEST_POOL_ID: '', VITEST_WORKER_ID: '' },
    },
  );
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    child.once('error', reject);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : { testResults: [] });
    });
  });
}

const resultsIn = (copy: string, { testResults }: Report) =>
  testResults.filter(({ name }) => !relative(copy, name).startsWith(`..${sep}`));

const countIn = (copy: string, report: Report, status: string): number =>
  resultsIn(copy, report)
    .flatMap(({ assertionResults }) => assertionResults)
    .filter((it) => it.status === status).length;

const passedIn = (copy: string, report: Report): number => countIn(copy, report, 'passed');

/** Only a test that ran and failed has noticed; a copy that does not load proves nothing. */
function outcomeOf(what: string, copy: string, report: Report): MutationOutcome {
  const results = resultsIn(copy, report);
  if (results.length === 0) return { what, failed: 0, problem: 'no test ran in time' };
  const broken = results.find(({ assertionResults }) => assertionResults.length === 0);
  if (broken) return { what, failed: 0, problem: `its tests do not load: ${broken.message ?? ''}` };
  return { what, failed: countIn(copy, report, 'failed') };
}
