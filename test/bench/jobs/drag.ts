import type { Page } from '@playwright/test';
import { openScreen, startApp } from '../app.ts';
import { sizes, type Bench } from '../bench.ts';
import { percentOf } from '../figures.ts';
import { framesDuring, lateMs, mainThreadMs, pacedByFrames } from '../paced.ts';
import type { JobResult } from '../result.ts';

/** A card is taken and led over the columns; what it costs, and whether frames come late. */
interface Dragged {
  /** Main-thread time for each move of the pointer, in ms. */
  readonly mainMsPerMove: number;
  /** Share of frames that took over 25 ms, in percent. */
  readonly lateFrames: number;
}

const movesPerPass = 180;

/** Where a board's parts are, as selectors. */
interface BoardParts {
  readonly column: string;
  readonly card: string;
  /** There while a card is being dragged, and only then. */
  readonly dragging: string;
}

export const appBoard: BoardParts = {
  column: '[role="listbox"]',
  card: '[role="option"]',
  dragging: '[data-moving="pointer"]',
};
const rawBoard: BoardParts = { column: '.scroll', card: '.card', dragging: '.ghost' };

/** Dragging on a board of 10,000 cards against the same drag on a board of raw pointer events. */
export async function dragJob(bench: Bench): Promise<JobResult> {
  const { small: cards } = sizes(bench.quick);
  const home = await bench.book(cards);
  const app = await startApp(home, bench.appDir);
  const floor = await bench.floorPage('board');
  const blank = await bench.floorPage('blank');
  const ours: Dragged[] = [];
  const raw: Dragged[] = [];
  const idle: Dragged[] = [];
  let shown: number[];
  try {
    await app.page.goto(app.host.newAddress());
    await openScreen(app.page, 'Board');
    const card = app.page.getByRole('option').first();
    await card.waitFor();
    shown = await columnSizes(app.page, cards);
    await floor.page.evaluate((counts) => window.boardFloor.show(counts), shown);
    const steps = bench.quick ? 20 : movesPerPass;
    const sides = [
      async () => {
        ours.push(await dragThrough(app.page, appBoard, steps));
      },
      async () => {
        raw.push(await dragThrough(floor.page, rawBoard, steps));
      },
      async () => {
        idle.push(await dragThrough(blank.page, null, steps));
      },
    ];
    // One pass unmeasured: the first drag of a page compiles code.
    for (const side of sides) await side();
    for (const list of [ours, raw, idle]) list.length = 0;
    for (let round = 0; round < bench.rounds(7); round += 1) {
      await bench.shuffled(sides);
      bench.log(`  drag, round ${round + 1}: ${wordsOf(ours.at(-1))}; floor ${wordsOf(raw.at(-1))}`);
    }
  } finally {
    await Promise.all([app.close(), floor.close(), blank.close()]);
  }
  const job = `drag at ${cards.toLocaleString('en')} cards`;
  const late = (list: readonly Dragged[]): number[] => list.map(({ lateFrames }) => lateFrames);
  return {
    measures: [
      {
        job: `${job}: main thread per move`,
        unit: 'ms',
        ours: ours.map(({ mainMsPerMove }) => mainMsPerMove),
        floor: raw.map(({ mainMsPerMove }) => mainMsPerMove),
        floorIs: 'raw pointer events on hand-made virtual columns',
        target: { kind: 'ratio', atMost: 3 },
      },
      {
        job: `${job}: frames over 25 ms`,
        unit: '%',
        ours: late(ours),
        floor: late(idle),
        floorIs: 'a blank page under the same pointer',
        target: { kind: 'difference', atMost: 1 },
      },
      {
        job: `${job}: frames over 25 ms, raw board`,
        unit: '%',
        ours: late(raw),
        floor: late(idle),
        floorIs: 'a blank page under the same pointer',
        target: { kind: 'none' },
      },
    ],
    counts: [
      { what: 'cards on the board', expected: cards, found: shown.reduce((all, count) => all + count, 0) },
    ],
  };
}

const wordsOf = (dragged: Dragged | undefined): string =>
  dragged
    ? `${dragged.mainMsPerMove.toFixed(2)} ms a move, ${dragged.lateFrames.toFixed(1)} % late frames`
    : '';

/** Cards in each column, as its options say; waits until the whole book is there. */
async function columnSizes(page: Page, cards: number): Promise<number[]> {
  const count = (): Promise<number[]> =>
    page
      .getByRole('listbox')
      .evaluateAll((lists) =>
        lists.map((list) => Number(list.querySelector('[aria-setsize]')?.getAttribute('aria-setsize') ?? 0)),
      );
  for (let look = 0; look < 60; look += 1) {
    const sizesNow = await count();
    if (sizesNow.reduce((all, one) => all + one, 0) === cards) return sizesNow;
    await page.waitForTimeout(500);
  }
  return count();
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Two passes of the same drag, so that watching frames does not add to the main thread's time. */
async function dragThrough(page: Page, board: BoardParts | null, steps: number): Promise<Dragged> {
  const path = await pathOver(page, board);
  const mainMs = await carry(page, board, path, steps, (follow) => mainThreadMs(page, follow));
  const frames = await carry(page, board, path, steps, (follow) => framesDuring(page, follow));
  return { mainMsPerMove: mainMs / steps, lateFrames: percentOf(frames, (ms) => ms > lateMs) };
}

/**
 * Takes the card, has `measure` lead it along the path, and puts it back where it was.
 * @throws Error when the board did not follow: a drag that is none would look cheap
 */
export async function carry<T>(
  page: Page,
  board: BoardParts | null,
  path: DragPath,
  steps: number,
  measure: (follow: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const { start, at } = path;
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  for (let step = 1; step <= 4; step += 1) await page.mouse.move(start.x + 3 * step, start.y + 2 * step);
  await page.waitForTimeout(150);
  const measured = await measure(() =>
    pacedByFrames(steps, async (step) => {
      const { x, y } = at(step / steps);
      await page.mouse.move(x, y);
    }),
  );
  if (board !== null && (await page.locator(board.dragging).count()) !== 1) {
    throw new Error(`No card was being dragged at the end of the way at ${page.url()}.`);
  }
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.waitForTimeout(150);
  return measured;
}

interface DragPath {
  readonly start: Point;
  /** The pointer's place at a share of the way, from 0 to 1. */
  readonly at: (share: number) => Point;
}

/** Twice over the columns in sight and back, up and down within the middle half of the page. */
export async function pathOver(page: Page, board: BoardParts | null): Promise<DragPath> {
  const area = await page.evaluate((selector) => {
    const found = selector === null ? [document.documentElement] : [...document.querySelectorAll(selector)];
    const lists = found.map((list) => list.getBoundingClientRect());
    return {
      left: Math.max(0, Math.min(...lists.map(({ left }) => left))),
      right: Math.min(window.innerWidth, Math.max(...lists.map(({ right }) => right))),
    };
  }, board?.column ?? null);
  const box = board === null ? null : await page.locator(board.card).nth(2).boundingBox();
  const width = area.right - area.left;
  return {
    start: box === null ? { x: 200, y: 300 } : { x: box.x + 60, y: box.y + 20 },
    at: (share) => ({
      x: area.left + width * (0.5 + 0.38 * Math.sin(share * 4 * Math.PI)),
      y: 450 + 200 * Math.sin(share * 14 * Math.PI),
    }),
  };
}
