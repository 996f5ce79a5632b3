import type { Page } from '@playwright/test';
import { beginWorkspace, openScreen, startApp, type AppHome, type RunningApp } from '../app.ts';
import { sizes, type Bench } from '../bench.ts';
import { importThroughUi } from '../import-list.ts';
import { withLongTasks, type LongTask } from '../main-thread.ts';
import { pageNow } from '../page-watch.ts';
import type { JobResult, Measure } from '../result.ts';
import { acts, idleFor, prepare } from './ask-acts.ts';
import { rowsShown } from './scroll.ts';

/** The same acts on a book that is so small that its size costs nothing. */
const fewRows = 400;

/** The least time of a task that a person may feel. */
const felt = 50;
const isTooMuch = ({ cpuMs }: LongTask): boolean => cpuMs > felt;

/** What an act took in one round. */
interface Done {
  readonly ms: number | null;
  readonly spanMs: number;
  readonly longTasks: readonly LongTask[];
}

/**
 * Screens that ask the whole book, of 100,000 accounts: how long until the answer is there, against the same app
 * with 400 accounts; and whether the page stays free meanwhile, against a blank page.
 */
export async function askJob(bench: Bench): Promise<JobResult> {
  const { large: rows } = sizes(bench.quick);
  const few = await bookOf(bench, fewRows);
  const many = await bookOf(bench, rows);
  const rounds = bench.rounds(3);
  const ours = acts.map((): Done[] => []);
  const small = acts.map((): Done[] => []);
  const idle: Done[] = [];
  const shown: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await bench.shuffled([
      async () => {
        shown.push(await oneRound(bench, many, rows, ours));
      },
      async () => {
        await oneRound(bench, few, fewRows, small);
      },
    ]);
    const spanMs = ours.reduce((all, list) => all + (list.at(-1)?.spanMs ?? 0), 0);
    idle.push(await blankPage(bench, spanMs));
    acts.forEach(({ name }, at) => {
      bench.log(
        `  ask, round ${round + 1}: ${name}: ${wordsOf(ours[at]?.at(-1))}; few ${wordsOf(small[at]?.at(-1))}`,
      );
    });
    bench.log(`  ask, round ${round + 1}: blank page: ${wordsOf(idle.at(-1))}`);
  }
  const times = acts.flatMap(({ name }, at): Measure[] => {
    const [ms, floor] = [ours[at], small[at]].map((list) => (list ?? []).flatMap((it) => it.ms ?? []));
    return ms && floor && ms.length === rounds
      ? [{ job: `ask: ${name}`, unit: 'ms', ours: ms, floor, floorIs, target: { kind: 'none' } }]
      : [];
  });
  const inRound = (round: number): Done[] => ours.flatMap((list) => list[round] ?? []);
  const blank = { floorIs: 'a blank page that draws frames for as long' };
  return {
    measures: [
      ...times,
      {
        ...blank,
        job: 'ask: tasks that compute over 50 ms',
        unit: '/min',
        ours: idle.map((_, round) => perMinute(inRound(round))),
        floor: idle.map((it) => perMinute([it])),
        target: { kind: 'difference', atMost: 0 },
      },
      {
        ...blank,
        job: 'ask: most that a task computed',
        unit: 'ms',
        ours: idle.map((_, round) => longest(inRound(round))),
        floor: idle.map((it) => longest([it])),
        target: { kind: 'none' },
      },
    ],
    counts: shown.map((found) => ({ what: 'accounts of the book that is asked', expected: rows, found })),
  };
}

const floorIs = `the same on a book of ${fewRows} accounts`;

const perMinute = (list: readonly Done[]): number =>
  (60_000 * list.reduce((all, { longTasks }) => all + longTasks.filter(isTooMuch).length, 0)) /
  list.reduce((all, { spanMs }) => all + spanMs, 0);

const longest = (list: readonly Done[]): number =>
  Math.max(0, ...list.flatMap(({ longTasks }) => longTasks.map(({ cpuMs }) => cpuMs)));

const wordsOf = (done: Done | undefined): string =>
  done === undefined
    ? ''
    : `${done.ms === null ? '' : `${done.ms.toFixed(0)} ms, `}tasks over 50 ms (what they computed): ${
        done.longTasks.map(({ ms, cpuMs }) => `${ms.toFixed(0)} (${cpuMs.toFixed(0)})`).join(' ') || 'none'
      }`;

/** A book of its own, with what the acts need; other jobs want theirs as it was imported. */
async function bookOf(bench: Bench, rows: number): Promise<AppHome> {
  bench.log(`  preparing ${rows} accounts`);
  const home = await bench.freshHome();
  const app = await startApp(home, bench.appDir);
  try {
    await beginWorkspace(app, 'Import my list');
    await importThroughUi(app, await bench.list(rows));
    await prepare(app.page);
  } finally {
    await app.close();
  }
  return home;
}

/** A start, and every act once. @returns the accounts that the table says it has */
async function oneRound(bench: Bench, home: AppHome, rows: number, into: Done[][]): Promise<number> {
  const app: RunningApp = await startApp(home, bench.appDir);
  try {
    const { page } = app;
    await page.goto(app.host.newAddress());
    await openScreen(page, 'Accounts');
    const shown = await rowsShown(page, rows);
    for (const [at, { from, act }] of acts.entries()) {
      await from(page);
      await page.waitForTimeout(500);
      into[at]?.push(await watched(page, () => act(page, bench.quick)));
    }
    return shown;
  } finally {
    await app.close();
  }
}

async function watched(page: Page, act: () => Promise<number | null>): Promise<Done> {
  const begun = await pageNow(page);
  const { value: ms, tasks } = await withLongTasks(page, felt, async () => {
    const took = await act();
    // What the answer itself sets off: rows that are drawn, pages of them that are asked for.
    await page.waitForTimeout(500);
    return took;
  });
  return { ms, spanMs: (await pageNow(page)) - begun, longTasks: tasks };
}

async function blankPage(bench: Bench, ms: number): Promise<Done> {
  const { page, close } = await bench.floorPage('blank');
  try {
    await page.evaluate(() => window.pageWatch.startFrames());
    return await watched(page, async () => {
      await idleFor(ms);
      return null;
    });
  } finally {
    await close();
  }
}
