import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildWhenStale } from '../../src/main/start/build-when-stale.ts';
import { endWithChildren, repositoryRoot } from '../run/child.ts';
import { ensureBrowser } from '../run/ensure-browser.ts';
import { builtPage } from './app.ts';
import { openBench, type Bench } from './bench.ts';
import { engineOf } from './browser.ts';
import { buildFloors } from './floor-server.ts';
import { askJob } from './jobs/ask.ts';
import { checkJob } from './jobs/check.ts';
import { decideJob } from './jobs/decide.ts';
import { dragJob } from './jobs/drag.ts';
import { editJob } from './jobs/edit.ts';
import { importJob } from './jobs/import.ts';
import { scrollJob } from './jobs/scroll.ts';
import { startJob } from './jobs/start.ts';
import { loadNow, machineFacts } from './machine.ts';
import { helpText, jobNames, parseOptions, type BenchOptions, type JobName } from './options.ts';
import { failuresOf, reportText, writeReport } from './report.ts';
import type { JobResult } from './result.ts';

/**
 * `npm run bench`: drives the built app through its UI in a real browser, with history, rules and journal on,
 * and measures beside each job what the platform alone would take. Judged by ratios, never by milliseconds.
 */
const jobs: Record<JobName, (bench: Bench) => Promise<JobResult>> = {
  import: importJob,
  drag: dragJob,
  scroll: scrollJob,
  start: startJob,
  edit: editJob,
  check: checkJob,
  decide: decideJob,
  ask: askJob,
};

/** The list is the same every time, unless a seed is given. */
const usualSeed = 20_260_316;

/** Of the run at work, for an interrupt. */
let folder: string | undefined;

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  if (!options.ok) {
    console.error(options.error);
    return 2;
  }
  if (options.value === null) {
    console.log(helpText);
    return 0;
  }
  endWithChildren(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });
  const browser = await ensureBrowser();
  const built =
    options.value.appDir === undefined ? await buildWhenStale(repositoryRoot, console.log) : undefined;
  const problem = !browser.ok ? browser.error : built?.ok === false ? built.error : undefined;
  if (problem !== undefined) {
    console.error(problem);
    return 1;
  }
  await buildFloors();
  return measure(options.value);
}

async function measure({ jobs: wanted, quick, rounds, seed, appDir }: BenchOptions): Promise<number> {
  const loadBefore = loadNow();
  const used = seed ?? usualSeed;
  const bench = await openBench({
    appDir: appDir === undefined ? builtPage : resolve(appDir),
    quick,
    rounds,
    seed: used,
  });
  folder = bench.folder;
  try {
    const results: JobResult[] = [];
    for (const name of wanted) {
      console.log(`\n== ${name}`);
      results.push(await jobs[name](bench));
    }
    const blank = await bench.floorPage('blank');
    const engine = await engineOf(blank.page);
    await blank.close();
    const report = { quick, seed: used, machine: machineFacts(engine, loadBefore), results };
    console.log(`\n${reportText(report)}`);
    const name = quick ? 'quick' : wanted.length === jobNames.length ? 'all' : wanted.join('-');
    console.log(`All numbers: ${writeReport(name, report)}`);
    const failures = failuresOf(report);
    for (const failure of failures) console.error(`FAILED ${failure}`);
    return failures.length === 0 ? 0 : 1;
  } finally {
    await bench.close();
  }
}

process.exitCode = await main();
