import { parseArgs } from 'node:util';
import { freshSeed } from '../builders/random.ts';
import { endWithChildren, runScript } from './child.ts';
import { ensureBrowser } from './ensure-browser.ts';
import { addRound, openLongRun, saveLongRun, takeTallies, totalsText, type LongRun } from './long-state.ts';
import { heading } from './report.ts';
import { clearTallies } from './tally.ts';
import { browserSuites, filesOf, runSuite, seededFilesOf, unitSuite, type Suite } from './suites.ts';

/**
 * `npm run test:long -- --minutes 60`: repeats what draws its data from a seed, each round with a fresh one,
 * until the time is used up. Interrupted, it goes on with the rest of its time when started again; `--fresh`
 * begins anew, names of parts (`unit store`) leave out the others.
 */
const minute = 60_000;
/** A suite that goes on for this long after it was told to stop counts as one that never ends. */
const graceMs = 5 * minute;
const unitGraceMs = 20 * minute;
/** With less than this nothing more is begun. */
const worthMs = 2 * minute;
/** What one round does when there is an hour, beside a round of every other suite; and in less. */
const anHour = { from: 60, kills: 250, sequences: 1000, tries: 1000 } as const;
const less = { kills: 48, sequences: 200, tries: 300 } as const;

interface LongPart {
  readonly suite: Suite;
  /** Empty: all files of the suite. */
  readonly files: readonly string[];
}

async function main(): Promise<number> {
  const { values: options, positionals } = parseArgs({
    options: { minutes: { type: 'string' }, fresh: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const budget = Number(options.minutes ?? process.env['GROUNDWORK_LONG_MINUTES'] ?? '60');
  if (!(budget > 0)) {
    console.error('--minutes needs a number above 0, for example --minutes 30.');
    return 2;
  }
  const run = openLongRun(budget, options.fresh);
  // What an interrupted `npm test` left is not of this run.
  if (run.usedMs === 0) clearTallies();
  endWithChildren(() => {
    takeTallies(run);
    saveLongRun(run);
    console.log(`\nInterrupted. Start it again to go on.\n${totalsText(run)}`);
  });
  heading(`Long run of ${run.budgetMinutes} minutes, ${(run.usedMs / minute).toFixed(1)} used`);

  const ready = await prepare(positionals);
  if (!ready.ok) {
    console.error(ready.error);
    return 1;
  }
  await repeat(run, ready.parts, ready.env);
  run.ended = true;
  saveLongRun(run);
  console.log(`\n${totalsText(run)}`);
  return run.failed === 0 && run.passed > 0 ? 0 : 1;
}

type Ready =
  | { readonly ok: true; readonly parts: readonly LongPart[]; readonly env: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly error: string };

/** Builds the app and finds the browser, when a suite that is there needs them. */
async function prepare(wanted: readonly string[]): Promise<Ready> {
  const isWanted = ({ name }: Suite): boolean => wanted.length === 0 || wanted.includes(name);
  const unit = { suite: unitSuite, files: seededFilesOf(unitSuite) };
  // The crash suite first: it takes longest, and matters most.
  const browserParts = [...browserSuites]
    .sort((a, b) => Number(b.name === 'crash') - Number(a.name === 'crash'))
    .filter((suite) => isWanted(suite) && filesOf(suite).length > 0)
    .map((suite) => ({ suite, files: [] }));
  const unitParts = isWanted(unitSuite) && unit.files.length > 0 ? [unit] : [];
  const parts = [...browserParts.slice(0, 1), ...unitParts, ...browserParts.slice(1)];
  if (parts.length === 0)
    return { ok: false, error: `There is nothing to repeat in ${wanted.join(', ') || 'test/'}.` };
  if (browserParts.length === 0) return { ok: true, parts, env: {} };
  for (const script of ['build', 'build:driver']) {
    const built = await runScript(script, [], { limitMs: 10 * minute, quiet: true });
    if (!built.ok) return { ok: false, error: `The build failed.\n${built.output}` };
  }
  const browser = await ensureBrowser();
  if (!browser.ok) return browser;
  return { ok: true, parts, env: { GROUNDWORK_BROWSER: browser.value } };
}

/** Takes the parts in turn until the time is used up. */
async function repeat(
  run: LongRun,
  parts: readonly LongPart[],
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const before = run.usedMs;
  const started = performance.now();
  const leftMs = (): number => run.budgetMinutes * minute - run.usedMs;
  const { kills, sequences, tries } = run.budgetMinutes >= anHour.from ? anHour : less;
  for (let turn = 0; leftMs() > worthMs; turn += 1) {
    const place = turn % parts.length;
    const part = parts[place];
    if (part === undefined) return;
    const { suite, files } = part;
    const seed = freshSeed();
    heading(`${suite.name}, seed ${seed}, ${(leftMs() / minute).toFixed(1)} minutes left`);
    const outcome = await runSuite(suite, {
      ...timeFor(suite, leftMs(), parts.length - place),
      shuffle: seed,
      files,
      env: {
        ...env,
        GROUNDWORK_LONG: '1',
        GROUNDWORK_SEED: String(seed),
        GROUNDWORK_KILLS: String(kills),
        GROUNDWORK_SEQUENCES: String(sequences),
        // How often each property is tried.
        FC_NUM_RUNS: String(tries),
      },
    });
    run.usedMs = before + (performance.now() - started);
    addRound(run, suite.name, seed, outcome);
    saveLongRun(run);
  }
}

/**
 * The crash suite, first in each turn, may use all that is left. Other browser suites are stopped after their
 * share, so that each has its turn on a slow machine too. Vitest cannot be stopped with what it has found, and
 * may pass the end.
 */
function timeFor(
  suite: Suite,
  leftMs: number,
  partsLeft: number,
): { readonly limitMs: number; readonly stopMs?: number } {
  if (suite.kind === 'vitest') return { limitMs: leftMs + unitGraceMs };
  const stopMs = suite.name === 'crash' ? leftMs : leftMs / partsLeft;
  return { stopMs, limitMs: stopMs + graceMs };
}

process.exitCode = await main();
