import type { Page } from '@playwright/test';
import { ShellPage } from '../pages/shell.page.ts';
import { TerritoriesPage } from '../pages/territories.page.ts';
import { isAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/app.ts';
import { beginWithList, numbered, ourBdr } from '../support/imported-book.ts';
import { damageMapping } from '../support/raw-storage.ts';

const head = ['Territory Code', 'Segment', 'Region', 'Countries', 'Postal Prefixes', 'BDR', 'AEs'];

async function begin(page: Page): Promise<TerritoriesPage> {
  const germans = numbered('Berlin Works', 5, { employees: 4500, more: { 'Billing Country': 'Germany' } });
  await beginWithList(page, germans);
  await new ShellPage(page).open('Territories');
  const territories = new TerritoriesPage(page);
  await territories.show('Import');
  return territories;
}

/** No version of the mapping was written, not even a part of one. */
async function nothingIsApplied(territories: TerritoriesPage): Promise<void> {
  await territories.show('Mapping');
  await expect(territories.page.getByRole('heading', { name: 'No territory mapping yet' })).toBeVisible();
  await territories.show('Import');
}

test(
  'every problem of a mapping is told with its row and keeps all of it out; a damaged part is told',
  { tag: '@long' },
  async ({ page }) => {
    test.slow();
    const territories = await begin(page);
    const table = [
      head,
      ['EU-DACH', 'Large', 'EMEA', 'DACH', '', ourBdr, 'Paul Reyes'],
      ['EU-GERMANY', 'Large', 'EMEA', 'Germany', '', 'Ben Ito', 'Tim Sato'],
      ['EU-LOST', 'Large', 'EMEA', 'Atlantis', '', 'Ben Ito', 'Tim Sato'],
      ['EU-DACH', 'Mid-Market', 'EMEA', 'Austria', '', 'Ben Ito', ''],
      ['EU-UK', 'Large', 'EMEA', 'United Kingdom', '', 'Ben Ito', 'Paul Reyes, , Tim Sato'],
    ];
    await territories.paste(table);
    await expect(page.getByText('5 rows read = 2 taken + 0 blank + 3 refused')).toBeVisible();
    await expect(
      page.getByRole('status').filter({ hasText: '3 errors keep the whole mapping out.' }),
    ).toContainText('1 warning to know of.');
    const told = [
      [3, 'Warning', 'DE belongs to EU-GERMANY here and to EU-DACH in row 2.'],
      [4, 'Error', '“Atlantis” is no country or group of countries'],
      [5, 'Error', 'EU-DACH says here another segment, region, area or vertical than in row 2.'],
      [6, 'Error', 'In “Paul Reyes, , Tim Sato” an AE has no name.'],
    ] as const;
    for (const [row, kind, words] of told) {
      await expect(territories.problemOfRow(row)).toContainText(kind);
      await expect(territories.problemOfRow(row)).toContainText(words);
    }
    await expect(territories.previewButton).toBeDisabled();
    await isAccessible(page, 'territories-problems', '.territories');
    await nothingIsApplied(territories);

    await page.getByRole('button', { name: 'Choose another' }).click();
    const mended = table
      .with(3, ['EU-LOST', 'Large', 'EMEA', 'Greece', '', 'Ben Ito', 'Tim Sato'])
      .with(4, ['EU-DACH-MM', 'Mid-Market', 'EMEA', 'Austria', '', 'Ben Ito', ''])
      .with(5, ['EU-UK', 'Large', 'EMEA', 'United Kingdom', '', 'Ben Ito', 'Paul Reyes, Tim Sato']);
    await territories.paste(mended);
    await expect(page.getByText('5 rows read = 5 taken + 0 blank + 0 refused')).toBeVisible();
    await territories.apply();
    await expect(territories.rows).toContainText('EU-DACH-MM');

    await test.step('a damaged part is told on the screen, with what is lost and the way back', async () => {
      const shell = new ShellPage(page);
      await shell.isSaved();
      await damageMapping(page);
      await shell.open('Territories');
      const alert = page.getByRole('alert').filter({ hasText: 'missing from the mapping' });
      await expect(alert).toContainText('TER-1: 5 rows of 5 are missing from the mapping Pasted table of', {
        timeout: 20_000,
      });
      await expect(alert).toContainText('1 piece in quarantine can be put back.');
      await isAccessible(page, 'territories-gap', '.territories');
      await alert.getByRole('button', { name: 'See what was put aside' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /^Put back without what is wrong: / }).click();
      await shell.open('Territories');
      await expect(alert).toContainText('TER-1: 1 row of 5 is missing from the mapping Pasted table of');
      await territories.show('Mapping');
      await expect(territories.rows).toContainText('EU-DACH-MM');
      await expect(territories.rows).not.toContainText('EU-LOST');
      await alert.getByRole('button', { name: 'Import the mapping again' }).click();
      await territories.paste(mended);
      await territories.apply();
      await expect(alert).toHaveCount(0);
      // The older version lacks its row for good: told beside the versions, and nowhere else.
      const note = page.getByRole('status').filter({ hasText: 'TER-1: 1 row of 5 is missing' });
      await expect(note).toContainText('It is not in force');
      await isAccessible(page, 'territories-older-gap', '.mapping-gaps');
      await territories.show('Coverage');
      await expect(note).toBeHidden();
    });
  },
);

const many = 50_000;

/** A territory for each of so many German postal codes. */
const manyRows = (): string[] =>
  Array.from(
    { length: many },
    (_, at) => `T${at},Large,EMEA,,DE:${10_000 + at},${at % 2 === 0 ? ourBdr : 'Ben Ito'},Paul Reyes`,
  );

/** Counts frames and tasks over 50 ms from now on. */
const watchPage = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen = { frames: 0, longTasks: [] as number[] };
    const frame = (): void => {
      seen.frames += 1;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longTasks.push(Math.round(duration));
    }).observe({ type: 'longtask' });
    Object.assign(window, { seen });
  });

interface Seen {
  readonly frames: number;
  readonly longTasks: readonly number[];
}

const seenSoFar = (page: Page): Promise<Seen> =>
  page.evaluate(() => (window as unknown as { readonly seen: Seen }).seen);

/** Frames that the page drew while it said these words: one that freezes draws none. */
async function framesWhile(page: Page, words: string): Promise<number> {
  const sample = (): Promise<{ readonly isBusy: boolean; readonly frames: number }> =>
    page.evaluate(
      (text) => ({
        isBusy: document.querySelector('.territories')?.textContent.includes(text) === true,
        frames: (window as unknown as { readonly seen: Seen }).seen.frames,
      }),
      words,
    );
  await expect.poll(async () => (await sample()).isBusy, { intervals: [5] }).toBe(true);
  const first = await sample();
  let last = first;
  for (let now = await sample(); now.isBusy; now = await sample()) last = now;
  return last.frames - first.frames;
}

test('50,000 rows: refused for one bad row, then imported, while the page goes on answering @long', async ({
  page,
}, testInfo) => {
  test.setTimeout(240_000);
  const territories = await begin(page);
  await watchPage(page);
  const folder = testInfo.outputPath('given');
  const rows = manyRows();

  await test.step('one bad row keeps all of it out', async () => {
    const bad = rows.with(49_998, 'T49998,Large,EMEA,Atlantis,,Ben Ito,Paul Reyes');
    await territories.drop(folder, 'bad.csv', [head.join(','), ...bad].join('\n'));
    await expect(page.getByText('50,000 rows read = 49,999 taken + 0 blank + 1 refused')).toBeVisible({
      timeout: 60_000,
    });
    await expect(territories.problemOfRow(50_000)).toContainText('“Atlantis” is no country');
    await expect(territories.previewButton).toBeDisabled();
    await nothingIsApplied(territories);
    await page.getByRole('button', { name: 'Choose another' }).click();
  });

  await test.step('whole, it is previewed and applied; frames are drawn meanwhile', async () => {
    await territories.drop(folder, 'good.csv', [head.join(','), ...rows].join('\n'));
    await expect(page.getByText('50,000 rows read = 50,000 taken + 0 blank + 0 refused')).toBeVisible({
      timeout: 60_000,
    });
    const drawn = framesWhile(page, 'Working out who would change hands');
    await territories.previewButton.click();
    expect(await drawn).toBeGreaterThan(1);
    await page.getByRole('button', { name: /^Apply/ }).click({ timeout: 60_000 });
    await expect(territories.rows).toBeVisible({ timeout: 60_000 });
  });

  await test.step('its last row is there, and the work list asks for the postal codes', async () => {
    await expect(territories.rows).toHaveAttribute('aria-rowcount', String(many + 1), { timeout: 30_000 });
    await territories.rows.evaluate((table) => table.scrollTo({ top: table.scrollHeight }));
    await expect(territories.rows).toContainText('T49999', { timeout: 30_000 });
    await territories.show('Work list');
    await expect(territories.work.first()).toContainText('TER-2: a territory goes by the postal code');
  });
  const { longTasks } = await seenSoFar(page);
  testInfo.annotations.push({ type: 'tasks over 50 ms', description: longTasks.join(', ') || 'none' });
  console.log(`Tasks over 50 ms: ${longTasks.join(', ') || 'none'}.`);
});
