import type { Page } from '@playwright/test';
import { notSaved, openScreen, saved, startApp } from '../app.ts';
import { sizes, type Bench } from '../bench.ts';
import type { PutFloor } from '../floors/store-worker.ts';
import { expectEvent, expectSights, timeOf } from '../page-watch.ts';
import type { JobResult, Measure } from '../result.ts';
import { countStore, type StoreCounts } from '../store-counts.ts';

/** One change from the user's key press on. */
interface Change {
  /** Until the changed row is on the page: IndexedDB has flushed it, the book has taken it in. */
  readonly shownMs: number;
  /** Until the save state says that the host's journal has it, too. */
  readonly savedMs: number;
}

const cardsMoved = 50;

/** One edit, and one move of 50 cards, against raw puts of as many records and a synced append. */
export async function editJob(bench: Bench): Promise<JobResult> {
  const { small: rows } = sizes(bench.quick);
  const home = await bench.book(rows);
  const list = await bench.list(rows);
  const app = await startApp(home, bench.appDir);
  const floor = await bench.floorPage('store');
  const edits: Change[] = [];
  const puts: PutFloor[] = [];
  const moves: Change[] = [];
  const bulkPuts: PutFloor[] = [];
  let stored: StoreCounts;
  try {
    await floor.page.getByLabel('List').setInputFiles(list.path);
    await floor.page.evaluate((mapping) => window.storeFloor.importList(mapping), list.mapping);
    await app.page.goto(app.host.newAddress());
    await openScreen(app.page, 'Accounts');
    const rounds = bench.rounds(15);
    // The first change of a session wakes what sleeps; it is not counted.
    await editNextStep(app.page, 0, 'Warm up');
    await putRaw(floor.page, 0, 1);
    for (let round = 0; round < rounds; round += 1) {
      await bench.shuffled([
        async () => {
          edits.push(await editNextStep(app.page, 1 + (round % 8), `Call about round ${round + 1}`));
        },
        async () => {
          puts.push(await putRaw(floor.page, round, 1));
        },
      ]);
    }
    await openScreen(app.page, 'Board');
    for (let round = 0; round < Math.min(rounds, 5); round += 1) {
      await bench.shuffled([
        async () => {
          moves.push(await moveCards(app.page));
        },
        async () => {
          bulkPuts.push(await putRaw(floor.page, 60 * round, cardsMoved));
        },
      ]);
      bench.log(`  change, round ${round + 1}: edit ${wordsOf(edits[round])}, move ${wordsOf(moves[round])}`);
    }
    stored = await countStore(app.page);
  } finally {
    await Promise.all([app.close(), floor.close()]);
  }
  return {
    measures: [
      ...measuresOf('edit of one field', edits, puts),
      ...measuresOf(`move of ${cardsMoved} cards`, moves, bulkPuts),
    ],
    counts: [
      { what: 'accounts stored after edits and moves', expected: rows, found: stored.accounts },
      { what: 'history entries, for changes made', expected: stored.changes, found: stored.historyEntries },
      {
        what: 'change sets: workspace, import, edits, moves and their undoing',
        expected: 2 + 1 + edits.length + 2 * moves.length,
        found: stored.changeSets,
      },
    ],
  };
}

const wordsOf = (change: Change | undefined): string =>
  change ? `${change.shownMs.toFixed(0)} ms (saved ${change.savedMs.toFixed(0)})` : '';

function measuresOf(job: string, changes: readonly Change[], floor: readonly PutFloor[]): Measure[] {
  const shown = changes.map(({ shownMs }) => shownMs);
  const journalled = changes.map(({ savedMs }) => savedMs);
  const put = floor.map(({ putMs }) => putMs);
  const appended = floor.map(({ appendMs }) => appendMs);
  const putIs = 'the same records put through raw IndexedDB, strict';
  const shared = { unit: 'ms', target: { kind: 'none' } } as const;
  return [
    { ...shared, job: `${job}: on screen / put`, ours: shown, floor: put, floorIs: putIs },
    { ...shared, job: `${job}: saved / put`, ours: journalled, floor: put, floorIs: putIs },
    {
      ...shared,
      job: `${job}: saved / put + append`,
      ours: journalled,
      floor: appended,
      floorIs: `${putIs}, then a line posted to a host that appends and syncs it`,
    },
    {
      ...shared,
      job: `${job}: with journal / without`,
      ours: journalled,
      floor: shown,
      floorIs: 'the same change until it is on screen: flushed by the engine, not yet in the journal',
    },
  ];
}

const putRaw = (page: Page, start: number, count: number): Promise<PutFloor> =>
  page.evaluate(([first, many]) => window.storeFloor.putAgain(first, many), [start, count] as const);

/** Types another next step into a row of the table. */
async function editNextStep(page: Page, row: number, text: string): Promise<Change> {
  const grid = page.getByRole('grid', { name: 'Accounts' });
  const header = grid.getByRole('columnheader', { name: 'Next step', exact: true });
  const column = Number(await header.getAttribute('aria-colindex')) - 1;
  const cell = grid.locator(`[data-row="${row}"][data-col="${column}"]`);
  await cell.dblclick();
  await cell.getByRole('textbox').fill(text);
  await expectSights(
    page,
    'shown',
    // The field closes at once and shows what was there; the new text comes from the store.
    { selector: `[data-row="${row}"][data-col="${column}"]:not(:has(input))`, text: `^${text}$` },
  );
  return pressAndTime(page, 'keydown', () => page.keyboard.press('Enter'));
}

/** Moves the first cards of a column through the menu of the selection, then takes it back. */
async function moveCards(page: Page): Promise<Change> {
  const list = page.getByRole('listbox', { name: 'Queued' });
  await list.getByRole('option').first().waitFor();
  const size = Number(await list.getByRole('option').first().getAttribute('aria-setsize'));
  const left = size - cardsMoved;
  await list.getByRole('option').first().press('x');
  for (let card = 1; card < cardsMoved; card += 1) await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('toolbar', { name: 'Selected accounts' });
  await bar.getByText(`${cardsMoved} accounts selected`).waitFor();
  await bar.getByRole('button', { name: 'Move to…' }).click();
  const entry = page.getByRole('menuitem', { name: /^No status/ });
  await entry.waitFor();
  await expectSights(page, 'shown', {
    selector: `[data-column="Queued"] [role="option"][aria-setsize="${left}"]`,
  });
  const change = await pressAndTime(page, 'click', () => entry.click());
  await expectSights(page, 'saved', notSaved, saved);
  await page.keyboard.press('Escape');
  await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await timeOf(page, 'saved');
  await list.locator(`[aria-setsize="${size}"]`).first().waitFor();
  return change;
}

/** Times a change that is expected as "shown", from the event that asks for it. */
async function pressAndTime(page: Page, event: string, press: () => Promise<void>): Promise<Change> {
  await expectSights(page, 'saved', notSaved, saved);
  await expectEvent(page, 'pressed', event);
  await press();
  const pressed = await timeOf(page, 'pressed');
  return {
    shownMs: (await timeOf(page, 'shown')) - pressed,
    savedMs: (await timeOf(page, 'saved')) - pressed,
  };
}
