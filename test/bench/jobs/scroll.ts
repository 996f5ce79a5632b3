import type { Page } from '@playwright/test';
import { openScreen, startApp } from '../app.ts';
import { sizes, type Bench } from '../bench.ts';
import { percentOf } from '../figures.ts';
import { framesDuring, lateMs, mainThreadMs, pacedByFrames } from '../paced.ts';
import type { JobResult } from '../result.ts';

/** A long table turned with the wheel: what it costs, and whether frames come late. */
interface Scrolled {
  /** Main-thread time for each turn of the wheel, in ms. */
  readonly mainMsPerTurn: number;
  /** Share of frames that took over 25 ms, in percent. */
  readonly lateFrames: number;
}

const turnsPerPass = 180;
/** One notch of a wheel, in px: not quite four rows. */
const notch = 120;
const rowHeight = 32;

/** Where a table scrolls, as a selector. */
const appTable = '[role="grid"]';
const rawTable = '.scroll';

/** Wheeling through the table of 100,000 accounts against as many rows of plain text. */
export async function scrollJob(bench: Bench): Promise<JobResult> {
  const { large: rows } = sizes(bench.quick);
  const home = await bench.book(rows);
  const app = await startApp(home, bench.appDir);
  const floor = await bench.floorPage('rows');
  const ours: Scrolled[] = [];
  const raw: Scrolled[] = [];
  let shown: number;
  try {
    await app.page.goto(app.host.newAddress());
    await openScreen(app.page, 'Accounts');
    await app.page.getByRole('gridcell').first().waitFor();
    shown = await rowsShown(app.page, rows);
    await floor.page.evaluate((count) => window.rowsFloor.show(count), rows);
    const turns = bench.quick ? 20 : turnsPerPass;
    const sides = [
      async () => {
        ours.push(await scrollThrough(app.page, appTable, turns));
      },
      async () => {
        raw.push(await scrollThrough(floor.page, rawTable, turns));
      },
    ];
    // One pass unmeasured: the first of a page compiles code.
    for (const side of sides) await side();
    for (const list of [ours, raw]) list.length = 0;
    for (let round = 0; round < bench.rounds(7); round += 1) {
      await bench.shuffled(sides);
      bench.log(`  scroll, round ${round + 1}: ${wordsOf(ours.at(-1))}; floor ${wordsOf(raw.at(-1))}`);
    }
  } finally {
    await Promise.all([app.close(), floor.close()]);
  }
  const job = `scroll ${rows.toLocaleString('en')} rows`;
  const floorIs = 'as many rows of plain text cells, hand-made virtual';
  return {
    measures: [
      {
        job: `${job}: frames over 25 ms`,
        unit: '%',
        ours: ours.map(({ lateFrames }) => lateFrames),
        floor: raw.map(({ lateFrames }) => lateFrames),
        floorIs,
        target: { kind: 'difference', atMost: 1 },
      },
      {
        job: `${job}: main thread per turn`,
        unit: 'ms',
        ours: ours.map(({ mainMsPerTurn }) => mainMsPerTurn),
        floor: raw.map(({ mainMsPerTurn }) => mainMsPerTurn),
        floorIs,
        target: { kind: 'none' },
      },
    ],
    counts: [{ what: 'rows of the table', expected: rows, found: shown }],
  };
}

const wordsOf = (scrolled: Scrolled | undefined): string =>
  scrolled
    ? `${scrolled.mainMsPerTurn.toFixed(2)} ms a turn, ${scrolled.lateFrames.toFixed(1)} % late frames`
    : '';

/** Rows that the table says it has; waits until the whole book is there. */
export async function rowsShown(page: Page, rows: number): Promise<number> {
  const count = async (): Promise<number> =>
    Number(await page.getByRole('grid', { name: 'Accounts' }).getAttribute('aria-rowcount')) - 1;
  for (let look = 0; look < 120 && (await count()) !== rows; look += 1) await page.waitForTimeout(500);
  return count();
}

/** Two passes of the same way, so that watching frames does not add to the main thread's time. */
async function scrollThrough(page: Page, table: string, turns: number): Promise<Scrolled> {
  const mainMs = await wheel(page, table, turns, (turn) => mainThreadMs(page, turn));
  const frames = await wheel(page, table, turns, (turn) => framesDuring(page, turn));
  return { mainMsPerTurn: mainMs / turns, lateFrames: percentOf(frames, (ms) => ms > lateMs) };
}

/**
 * Turns the wheel from the top of the table on.
 * @throws Error when the table did not follow: one that stands still would look cheap
 */
export async function wheel<T>(
  page: Page,
  table: string,
  turns: number,
  measure: (turn: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const scroller = page.locator(table);
  await scroller.evaluate((element) => {
    element.scrollTop = 0;
  });
  await page.mouse.move(700, 500);
  await page.waitForTimeout(300);
  const measured = await measure(() => pacedByFrames(turns, () => page.mouse.wheel(0, notch)));
  // The wheel's last turn glides to its end.
  await page.waitForTimeout(500);
  const top = await scroller.evaluate((element) => element.scrollTop);
  const row = Math.floor(top / rowHeight) + 1;
  if (top < 0.9 * turns * notch || (await scroller.locator(`[data-row="${row}"]`).count()) === 0) {
    throw new Error(`The table stands at ${top} px after ${turns} turns of the wheel at ${page.url()}.`);
  }
  return measured;
}
