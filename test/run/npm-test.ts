import { jobNames as benchJobs } from '../bench/options.ts';
import { freshSeed } from '../builders/random.ts';
import { realListsFolder } from '../builders/real-lists.ts';
import { runChecks } from './checks.ts';
import { endWithChildren, runScript } from './child.ts';
import { electronBinary } from './electron-binary.ts';
import { ensureBrowser } from './ensure-browser.ts';
import { heading, printReport, type ReportRow } from './report.ts';
import { addToLifetime, clearTallies, readTallies, sumTallies, tallySeeds, tallyText } from './tally.ts';
import { waitingTag } from './turns.ts';
import {
  browserSuites,
  electronSuite,
  filesOf,
  packagingSuite,
  runSuite,
  taggedTests,
  unitSuite,
  type Suite,
} from './suites.ts';

/**
 * `npm test`: everything that proves a change, in order; goes on after a failing part to show all, and says
 * what was not run. `npm test -- unit store` runs only the named parts.
 */
const minutes = 60_000;
const rows: ReportRow[] = [];
const wanted = new Set(process.argv.slice(2));
const known = [
  'checks',
  'build',
  unitSuite.name,
  packagingSuite.name,
  ...browserSuites.map((suite) => suite.name),
  'electron',
  'bench',
];

const notRun = (part: string, why: string): void => {
  rows.push({ part, passed: 0, failed: 0, skipped: 0, ms: 0, notRun: why });
};

const isWanted = (part: string): boolean => {
  if (wanted.size === 0 || wanted.has(part)) return true;
  notRun(part, 'left out by the command line');
  return false;
};

async function build(): Promise<boolean> {
  heading('Build');
  const [app, driver] = await Promise.all([
    runScript('build', [], { limitMs: 10 * minutes }),
    runScript('build:driver', [], { limitMs: 10 * minutes }),
  ]);
  for (const [part, { ok, ms }] of [
    ['build', app],
    ['build:driver', driver],
  ] as const) {
    rows.push({ part, passed: +ok, failed: +!ok, skipped: 0, ms });
  }
  return app.ok && driver.ok;
}

/** `ask` prepares two books by hand, `start` and `scroll` begin many times: too long for a smoke. */
const smokeJobs = benchJobs.filter((job) => !['ask', 'start', 'scroll'].includes(job));

/** Only that a benchmark runs and its counts agree; what it measures here says nothing. Which one, changes by the seed. */
async function benchSmoke(built: boolean, seed: number): Promise<void> {
  if (!isWanted('bench')) return;
  if (!built) {
    notRun('bench', 'the build failed');
    return;
  }
  heading('Benchmarks, a smoke only');
  const job = smokeJobs[seed % smokeJobs.length] ?? benchJobs[0];
  const { ok, ms } = await runScript('bench', ['--quick', '--jobs', job], { limitMs: 10 * minutes });
  rows.push({ part: `bench ${job}`, passed: +ok, failed: +!ok, skipped: 0, ms });
}

async function suite(part: Suite, env: Readonly<Record<string, string>>): Promise<void> {
  if (filesOf(part).length === 0) {
    notRun(part.name, `there are no tests in ${part.folder}`);
    return;
  }
  heading(part.heading);
  const { counts, ms } = await runSuite(part, { limitMs: 40 * minutes, env });
  rows.push({ part: part.name, ...counts, ms });
}

async function packagingPart(built: boolean, env: Readonly<Record<string, string>>): Promise<void> {
  if (!isWanted(packagingSuite.name)) return;
  if (built) await suite(packagingSuite, env);
  else notRun(packagingSuite.name, 'the build failed');
}

async function browserParts(built: boolean, env: Readonly<Record<string, string>>): Promise<void> {
  const asked = browserSuites.filter((part) => isWanted(part.name));
  if (asked.length === 0) return;
  const browser = await ensureBrowser();
  for (const part of asked) {
    if (!built) notRun(part.name, 'the build failed');
    else if (!browser.ok)
      rows.push({ part: part.name, passed: 0, failed: 1, skipped: 0, ms: 0, failures: [browser.error] });
    else await suite(part, { ...env, GROUNDWORK_BROWSER: browser.value, GROUNDWORK_BRIEF: '1' });
  }
  const waiting = waitingTag(Number(env['GROUNDWORK_SEED']));
  const leftOut = [
    ['@long', 'long tests are left to npm run test:long'],
    [waiting, 'tests have their turn with another seed, and in npm run test:long'],
  ] as const;
  for (const [tag, why] of leftOut)
    for (const [part, left] of await taggedTests(tag, asked, env))
      if (left > 0) notRun(`${part.name} ${tag}`, `${left} ${why}`);
}

async function electronPart(built: boolean, env: Readonly<Record<string, string>>): Promise<void> {
  if (electronBinary() === undefined)
    notRun('electron', "Electron's binary is not installed on this machine");
  else if (!built) notRun('electron', 'the build failed');
  else if (isWanted('electron')) await suite(electronSuite, env);
}

async function main(): Promise<number> {
  endWithChildren();
  const unknown = [...wanted].filter((part) => !known.includes(part));
  if (unknown.length > 0) {
    console.error(`There is no part "${unknown.join('", "')}". Parts: ${known.join(', ')}.`);
    return 2;
  }
  const seed = process.env['GROUNDWORK_SEED'] ?? String(freshSeed());
  const env = { GROUNDWORK_SEED: seed };
  console.log(`Seed of this run: ${seed} (repeat it with GROUNDWORK_SEED=${seed} npm test)`);

  clearTallies();
  if (isWanted('checks')) rows.push(...(await runChecks()));
  const built = isWanted('build') ? await build() : true;
  if (isWanted('unit')) await suite(unitSuite, env);
  await packagingPart(built, env);
  await browserParts(built, env);
  await electronPart(built, env);
  await benchSmoke(built, Number(seed));
  if (realListsFolder() === undefined) {
    notRun(
      'real lists',
      'the folder with public company lists is not there; generated lists took their place',
    );
  }
  printTallies();
  return printReport(rows);
}

function printTallies(): void {
  const entries = readTallies();
  if (entries.length === 0) return;
  heading('Counted beside the tests');
  console.log(tallyText(sumTallies(entries)));
  console.log(tallySeeds(entries).join('\n'));
  console.log(`On this checkout so far: ${tallyText(addToLifetime(entries))}`);
  clearTallies();
}

process.exitCode = await main();
