import type { Page } from '@playwright/test';
import { startApp, type RunningApp } from '../app.ts';
import { sizes, type Bench } from '../bench.ts';
import type { ReadFloor } from '../floors/store-worker.ts';
import { expectEvent, expectSights, pageNow, timeOf, type Sight } from '../page-watch.ts';
import type { JobResult } from '../result.ts';
import { countStore } from '../store-counts.ts';

const checkedAtStart: Sight = { selector: '.check-fine' };
/** The first check is done, its report gone, the second one's there. */
const checkedAgain: readonly Sight[] = [
  { selector: 'section:not(:has(.check-fine)) [role="status"].stack' },
  { selector: '.check-fine' },
];
const patienceMs = 300_000;

interface Checked {
  /** From the page's first moment until the check in idle time has told its report. */
  readonly atStartMs: number;
  /** From the click on "Check everything": the whole history and the journal's files, too. */
  readonly onDemandMs: number;
  /** Records that the report says it looked at, and those that are there. */
  readonly rows: number;
  readonly stored: number;
}

/** What looking at every record costs, against reading as many and looking at none. */
export async function checkJob(bench: Bench): Promise<JobResult> {
  const { large: rows } = sizes(bench.quick);
  const home = await bench.book(rows);
  const list = await bench.list(rows);
  const floor = await bench.floorPage('store');
  const ours: Checked[] = [];
  const reads: ReadFloor[] = [];
  try {
    await floor.page.getByLabel('List').setInputFiles(list.path);
    await floor.page.evaluate((mapping) => window.storeFloor.importList(mapping), list.mapping);
    for (let round = 0; round < bench.rounds(3); round += 1) {
      await bench.shuffled([
        async () => {
          const app = await startApp(home, bench.appDir);
          try {
            ours.push(await checkOnce(app));
          } finally {
            await app.close();
          }
        },
        async () => {
          reads.push(await floor.page.evaluate(() => window.storeFloor.readAll()));
        },
      ]);
      bench.log(
        `  check, round ${round + 1}: at start after ${ours.at(-1)?.atStartMs.toFixed(0)} ms, ` +
          `all in ${ours.at(-1)?.onDemandMs.toFixed(0)} ms; read ${reads.at(-1)?.readMs.toFixed(0)} ms`,
      );
    }
  } finally {
    await floor.close();
  }
  const shared = {
    unit: 'ms',
    floor: reads.map(({ readMs }) => readMs),
    floorIs: 'as many records read through raw IndexedDB, 200 at a time',
    target: { kind: 'none' },
  } as const;
  const count = rows.toLocaleString('en');
  return {
    measures: [
      {
        ...shared,
        job: `check of ${count} accounts at start, in idle time`,
        ours: ours.map(({ atStartMs }) => atStartMs),
      },
      {
        ...shared,
        job: `check of ${count} accounts, history and journal`,
        ours: ours.map(({ onDemandMs }) => onDemandMs),
      },
    ],
    counts: [
      { what: 'records read by the floor', expected: rows, found: reads.at(-1)?.rows ?? 0 },
      {
        what: 'records looked at, of those stored',
        expected: ours.at(-1)?.stored ?? 0,
        found: ours.at(-1)?.rows ?? 0,
      },
    ],
  };
}

async function checkOnce({ page, host }: RunningApp): Promise<Checked> {
  await page.goto(host.newAddress());
  await page.getByRole('navigation').waitFor();
  await page.evaluate(() => {
    window.location.hash = '#/settings/data';
  });
  await expectSights(page, 'checked at start', checkedAtStart);
  const atStartMs = await timeOf(page, 'checked at start', patienceMs);
  await expectSights(page, 'checked again', ...checkedAgain);
  await expectEvent(page, 'asked', 'click');
  await page.getByRole('button', { name: 'Check everything' }).click();
  const onDemandMs = (await timeOf(page, 'checked again', patienceMs)) - (await timeOf(page, 'asked'));
  const { accounts, otherRecords } = await countStore(page);
  return { atStartMs, onDemandMs, rows: await rowsLookedAt(page), stored: accounts + otherRecords };
}

/** As the report says: "Everything is whole: 10,001 records, …". */
async function rowsLookedAt(page: Page): Promise<number> {
  const text = await page.locator('.check-fine').innerText();
  const found = /([\d,]+) records?/.exec(text)?.[1];
  if (found === undefined)
    throw new Error(`The report names no records at ${await pageNow(page)} ms: ${text}`);
  return Number(found.replaceAll(',', ''));
}
