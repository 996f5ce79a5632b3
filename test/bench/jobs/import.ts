import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { beginWorkspace, startApp } from '../app.ts';
import { sizes, type Bench } from '../bench.ts';
import { sum } from '../figures.ts';
import type { ImportFloor } from '../floors/store-worker.ts';
import { importThroughUi, type ImportDone, type ListFile } from '../import-list.ts';
import { longTasksOf, pageNow } from '../page-watch.ts';
import type { Count, JobResult, Measure } from '../result.ts';
import { countStore } from '../store-counts.ts';

/** Import through the Exchange screen against parsing the same text and putting as many records raw. */
export async function importJob(bench: Bench): Promise<JobResult> {
  const { small, large } = sizes(bench.quick);
  const parts = [
    await importOf(bench, small, bench.rounds(5)),
    await importOf(bench, large, bench.rounds(3)),
  ];
  return {
    measures: parts.flatMap(({ measures }) => measures),
    counts: parts.flatMap(({ counts }) => counts),
  };
}

async function importOf(bench: Bench, rows: number, rounds: number): Promise<JobResult> {
  const list = await bench.list(rows);
  const counts: Count[] = [];
  const ours: ImportDone[] = [];
  const floors: ImportFloor[] = [];
  const blanks: Idle[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await bench.shuffled([
      async () => {
        ours.push(await ourImport(bench, list, round === rounds - 1, counts));
      },
      async () => {
        floors.push(await floorImport(bench, list, counts));
      },
    ]);
    // As long as the app took, so that both had the same time for a task to be late.
    blanks.push(await blankPage(bench, ours.at(-1)?.spanMs ?? 0));
    bench.log(`  import of ${rows}, round ${round + 1}: ${wordsOf(ours.at(-1), floors.at(-1))}`);
  }
  const job = `import ${rows.toLocaleString('en')} rows`;
  const worked = ours.map(({ readMs, planMs, applyMs }) => readMs + planMs + applyMs);
  const floor = floors.map(({ parseMs, putMs }) => parseMs + putMs);
  const floorIs = 'PapaParse of the text + raw IndexedDB puts, 2 indexes, strict, 10,000 a transaction';
  const reported = { unit: 'ms', floor, floorIs, target: { kind: 'none' } } as const;
  const measures: Measure[] = [
    { ...reported, job, ours: worked, target: { kind: 'ratio', atMost: 2 } },
    { ...reported, job: `${job}: file read`, ours: ours.map(({ readMs }) => readMs) },
    { ...reported, job: `${job}: preview made`, ours: ours.map(({ planMs }) => planMs) },
    { ...reported, job: `${job}: applied`, ours: ours.map(({ applyMs }) => applyMs) },
    {
      ...reported,
      job: `${job}: until journalled`,
      ours: ours.map(({ readMs, planMs, savedMs }) => readMs + planMs + savedMs),
    },
    {
      job: `${job}: with journal / without`,
      unit: 'ms',
      ours: ours.map(({ savedMs }) => savedMs),
      floor: ours.map(({ applyMs }) => applyMs),
      floorIs: 'the same import until it is applied: flushed by the engine, not yet in the journal',
      target: { kind: 'none' },
    },
    {
      job: `${job}: tasks over 50 ms`,
      unit: '/min',
      ours: ours.map(({ longTasks, spanMs }) => perMinute(longTasks.length, spanMs)),
      floor: blanks.map(({ longTasks, spanMs }) => perMinute(longTasks.length, spanMs)),
      floorIs: 'a blank page over the same time',
      target: { kind: 'difference', atMost: 0 },
    },
    {
      job: `${job}: longest task`,
      unit: 'ms',
      ours: ours.map(({ longTasks }) => Math.max(0, ...longTasks)),
      floor: blanks.map(({ longTasks }) => Math.max(0, ...longTasks)),
      floorIs: 'a blank page over the same time',
      target: { kind: 'none' },
    },
  ];
  return { measures, counts };
}

const perMinute = (count: number, ms: number): number => (60_000 * count) / ms;

const wordsOf = (done: ImportDone | undefined, floor: ImportFloor | undefined): string =>
  done && floor
    ? `read ${done.readMs.toFixed(0)} + plan ${done.planMs.toFixed(0)} + apply ${done.applyMs.toFixed(0)} ms ` +
      `(journalled after ${done.savedMs.toFixed(0)}), ${done.longTasks.length} long tasks of ` +
      `${sum(done.longTasks).toFixed(0)} ms; floor ${floor.parseMs.toFixed(0)} + ${floor.putMs.toFixed(0)} ms`
    : '';

async function ourImport(bench: Bench, list: ListFile, keep: boolean, counts: Count[]): Promise<ImportDone> {
  const home = await bench.freshHome();
  const app = await startApp(home, bench.appDir);
  let done: ImportDone;
  try {
    await beginWorkspace(app, 'Import my list');
    done = await importThroughUi(app, list);
    const stored = await countStore(app.page);
    counts.push(
      { what: 'rows the preview read, of the file', expected: list.rows, found: done.read },
      { what: 'rows the preview accepted, of the file', expected: list.rows, found: done.accepted },
      { what: 'accounts stored, for rows accepted', expected: done.accepted, found: stored.accounts },
      { what: 'history entries, for changes made', expected: stored.changes, found: stored.historyEntries },
      {
        what: 'accounts in the history, for accounts stored',
        expected: stored.accounts,
        found: stored.accountsInHistory,
      },
    );
  } finally {
    await app.close();
  }
  if (keep) bench.keepBook(list.rows, home);
  else await rm(home.folder, { recursive: true, force: true });
  return done;
}

async function floorImport(bench: Bench, list: ListFile, counts: Count[]): Promise<ImportFloor> {
  const { page, close } = await bench.floorPage('store');
  try {
    await page.getByLabel('List').setInputFiles(list.path);
    const floor = await page.evaluate((mapping) => window.storeFloor.importList(mapping), list.mapping);
    counts.push({ what: 'rows of the floor', expected: list.rows, found: floor.rows });
    return floor;
  } finally {
    await close();
  }
}

interface Idle {
  readonly spanMs: number;
  readonly longTasks: readonly number[];
}

async function blankPage(bench: Bench, ms: number): Promise<Idle> {
  const { page, close } = await bench.floorPage('blank');
  try {
    const begun = await pageNow(page);
    await page.evaluate(() => window.pageWatch.startFrames());
    await wait(ms);
    const ended = await pageNow(page);
    return { spanMs: ended - begun, longTasks: await longTasksOf(page, begun, ended) };
  } finally {
    await close();
  }
}
