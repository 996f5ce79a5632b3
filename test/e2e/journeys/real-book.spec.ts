import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { writeCsv } from '../../builders/csv-writer.ts';
import { realList } from '../../builders/real-lists.ts';
import { ExchangePage } from '../pages/exchange.page.ts';
import { FirstRunPage } from '../pages/first-run.page.ts';
import { PanelPage } from '../pages/panel.page.ts';
import { RulesPage } from '../pages/rules.page.ts';
import { ShellPage } from '../pages/shell.page.ts';
import { TerritoriesPage } from '../pages/territories.page.ts';
import { TodayPage } from '../pages/today.page.ts';
import { expect, test } from '../support/app.ts';
import { ourBdr, wholeBook } from '../support/imported-book.ts';

/** The app's clock stands on Monday, 16 March 2026. */
const nextMonth = '2026-04-16';

type Cells = Readonly<Record<string, string>>;

/** How many companies of the list are planned. */
const size = 60;

const real = realList('yago');

/** Companies of the world's largest in their order, by the list's own columns. */
async function companies(): Promise<readonly Cells[]> {
  if (real === undefined) return madeCompanies();
  const { data } = Papa.parse<Record<string, string>>(await readFile(real, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return data.slice(0, size).map(({ name = '', country = '', people = '', industry = '', web = '' }) => ({
    name,
    country,
    people,
    industry,
    web,
  }));
}

/** The same columns; it begins with the countries that the real list begins with. */
function madeCompanies(): readonly Cells[] {
  const first = ['China', 'China', 'India', 'Germany', 'Russia', 'Germany'];
  const others = ['China', 'United States', 'Japan', 'Thailand'];
  return Array.from({ length: size }, (_, at) => {
    const country = first[at] ?? others[at % others.length] ?? '';
    return {
      name: `Company ${at + 1} of ${country}`,
      country,
      people: String(900_000 - at * 1000),
      industry: 'electric utility',
      web: `https://company-${at + 1}.example`,
    };
  });
}

const researched = {
  'Account Research': 'Runs its own data centres.',
  'Account Strategy': 'Through the platform team',
  'BDR Next Step': 'Call the platform lead',
};
const worked = (since: string, more: Cells = {}): Cells => ({
  'BDR Prospecting Status': 'Actively Working',
  'Actively Working Start Date': since,
  ...more,
});

/** How the first companies of the list stand with the BDR: so many of each, in this order. */
const standing: readonly (readonly [number, Cells])[] = [
  // Due back since the 11th.
  [6, worked('2026-03-01')],
  // Due back on the 18th.
  [2, worked('2026-03-08')],
  [2, worked('2026-03-14', { 'Account Research': 'Runs its own data centres.' })],
  [2, worked('2026-03-13', { ...researched, 'BDR Next Step Date': '2026-03-12' })],
  [2, worked('2026-03-13', { ...researched, 'BDR Next Step Date': '2026-03-18' })],
  [2, { 'BDR Prospecting Status': 'Queued', 'Rest Reason': 'poor fit', 'Wake-up Date': '2026-03-10' }],
  [3, { 'Nominated By': 'Ina Falk', 'Nominated On': '2026-03-02' }],
  // What the list now says makes them Large; somebody has to confirm it.
  [2, { 'BDR Prospecting Status': 'Queued', 'Confirmed Segment': 'Mid-Market' }],
];

function listOf(rows: readonly Cells[]): string {
  const standings = standing.flatMap(([count, cells]) => Array.from({ length: count }, () => cells));
  const records = rows.map((row, at) => ({ ...row, ...standings[at] }));
  const headers = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return writeCsv([
    headers,
    ...records.map((record: Cells) => headers.map((header) => record[header] ?? '')),
  ]);
}

/** DACH and Germany claim the same companies, Russia is nobody's, India is another BDR's. */
const mapping = [
  ['Territory Code', 'Segment', 'Region', 'Countries', 'BDR', 'Motion'],
  ['EU-DACH', 'All', 'EMEA', 'DACH', ourBdr, 'Any'],
  ['EU-GERMANY', 'All', 'EMEA', 'Germany', ourBdr, 'Any'],
  ['CHINA', 'All', 'APAC', 'China', ourBdr, 'Any'],
  ['INDIA', 'All', 'APAC', 'India', 'Ben Ito', 'Any'],
  ['US', 'All', 'AMER', 'United States', ourBdr, 'Any'],
  ['REST', 'All', 'APAC', 'Japan; South Korea; Thailand; France; New Zealand', ourBdr, 'Any'],
] as const;

/** Works Today from its head down and counts the changes that were made, each of which Undo takes back. */
class Work {
  readonly page: Page;
  readonly today: TodayPage;
  /** Groups that were there, in the order in which they came up. */
  readonly met = new Set<string>();
  changes = 0;

  constructor(page: Page) {
    this.page = page;
    this.today = new TodayPage(page);
  }

  async toEmpty(): Promise<void> {
    for (;;) {
      const left = await this.today.count();
      if (left === 0) return;
      const group = await this.#firstGroup();
      this.met.add(group);
      await this.#settle(group);
      await expect.poll(() => this.today.count(), { message: `${group} is settled` }).not.toBe(left);
    }
  }

  async #firstGroup(): Promise<string> {
    const heading = this.page.getByRole('main').getByRole('heading', { level: 2 }).first();
    return ((await heading.innerText()).split(/\s+\d/)[0] ?? '').trim();
  }

  async #settle(group: string): Promise<void> {
    const { today, page } = this;
    switch (group) {
      case 'Due back':
      case 'Nominated':
      case 'Segment changes':
        await today.settleAll(group);
        this.changes += 1;
        return;
      case 'Running out': {
        const name = await today.act(group, 'Pause clocks');
        const dialog = page.getByRole('dialog', { name: `Pause the clocks of ${name}`, exact: true });
        // Letters that are keys of Today, too, are only letters here.
        const reason = dialog.getByRole('textbox', { name: 'Reason' });
        await reason.pressSequentially('pause up to Monday');
        await expect(reason).toHaveValue('pause up to Monday');
        await page.keyboard.press('Enter');
        await expect(dialog).toBeHidden();
        this.changes += 1;
        return;
      }
      case 'Next step overdue':
      case 'This week': {
        const name = await today.act(group, 'Set next step');
        const dialog = page.getByRole('dialog', { name: `Next step for ${name}`, exact: true });
        await dialog.getByLabel('BDR Next Step Date').fill(nextMonth);
        await dialog.getByRole('button', { name: 'Set next step' }).click();
        await expect(dialog).toBeHidden();
        this.changes += 1;
        return;
      }
      case 'Waking up': {
        await today.act(group, 'Do not wake up');
        this.changes += 1;
        return;
      }
      case 'Missing research':
        await this.#research(group);
        return;
      case 'Limits': {
        await today.act(group, 'Release [\\d,]+ seats?');
        const dialog = page.getByRole('dialog', { name: 'Release Large seats' });
        await dialog.getByRole('button', { name: /^Release [\d,]+ accounts?$/ }).click();
        await expect(dialog).toBeHidden();
        this.changes += 1;
        return;
      }
      case 'Contradictions':
        await this.#territory(group);
        return;
      default:
        throw new Error(`Today shows “${group}”, which this journey does not expect.`);
    }
  }

  /** One thing is missing after another: the panel opens at the first of them. */
  async #research(group: string): Promise<void> {
    const words = await this.today.group(group).getByRole('row').first().innerText();
    const name = await this.today.act(group, 'Fill (it|them) in');
    const panel = new PanelPage(this.page, name);
    const fields = ['Account Research', 'Account Strategy', 'BDR Next Step', 'BDR Next Step Date'] as const;
    const missing = fields.filter((field) => new RegExp(`${field}(?! Date)`).test(words));
    for (const [at, field] of missing.entries()) {
      const text = field === 'BDR Next Step Date' ? nextMonth : 'Asked the platform team';
      if (at > 0) await panel.edit(field, text);
      else await panel.editOpened(field, text);
      this.changes += 1;
    }
    await panel.close();
  }

  /** TER-7: of two that fit alike one is chosen; where nothing fits, any. */
  async #territory(group: string): Promise<void> {
    const { page } = this;
    const name = await this.today.act(group, 'Settle');
    const dialog = page.getByRole('dialog', { name: `Territory of ${name}`, exact: true });
    const choose = dialog.getByRole('button', { name: `Choose EU-DACH: ${name}`, exact: true });
    const chooseAny = dialog.getByRole('button', { name: `Choose a territory: ${name}`, exact: true });
    await expect(choose.or(chooseAny)).toBeVisible();
    if (await choose.isVisible()) await choose.click();
    else {
      await chooseAny.click();
      const record = page.getByRole('dialog', { name: 'Record an exception' });
      await record.getByRole('combobox', { name: 'Goes to the territory' }).click();
      await page.getByRole('option', { name: 'REST', exact: true }).click();
      await record.getByRole('textbox', { name: 'Reason' }).fill('Nobody else sells there');
      await record.getByRole('button', { name: 'Record', exact: true }).click();
    }
    await expect(dialog).toBeHidden();
    this.changes += 1;
  }
}

const list = real === undefined ? 'a generated list' : 'the real list';

test(`${list} and a mapping come in, Today is worked to empty, and all of it is undone`, async ({
  page,
}, testInfo) => {
  test.slow();
  const shell = new ShellPage(page);
  const work = new Work(page);
  const { today } = work;

  await test.step('the list, and a limit that it passes', async () => {
    await new FirstRunPage(page).begin('Import my list', ourBdr);
    const exchange = new ExchangePage(page);
    const counts = await exchange.previewOf({ name: 'companies.csv', bytes: listOf(await companies()) });
    expect(counts).toMatchObject({ read: size, new: size });
    await exchange.apply();
    await new RulesPage(page).setLimit('Large', '8');
    await shell.isSaved();
  });
  const before = await wholeBook(page);

  await test.step('the mapping, after its preview', async () => {
    await shell.open('Territories');
    const territories = new TerritoriesPage(page);
    await territories.show('Import');
    await territories.drop(testInfo.outputPath(), 'mapping.csv', writeCsv(mapping));
    expect(await territories.preview()).toMatch(/accounts change: [1-9]\d* to another BDR/);
    await territories.apply();
    await expect(territories.rows).toContainText('EU-GERMANY');
  });

  await shell.open('Today');
  const first = await today.everything();

  await test.step('everything is settled, from the head down', async () => {
    await work.toEmpty();
    await expect(today.nothingToDo).toBeVisible();
    expect([...work.met].sort()).toEqual(
      [
        'Due back',
        'Running out',
        'Next step overdue',
        'This week',
        'Waking up',
        'Nominated',
        'Missing research',
        'Limits',
        'Segment changes',
        'Contradictions',
      ].sort(),
    );
  });

  await test.step('all of it is undone', async () => {
    await shell.dismissNotes();
    for (let turn = 0; turn < work.changes; turn += 1) await shell.undo();
    await expect.poll(() => today.everything()).toEqual(first);
    await shell.undo();
    await shell.open('Territories');
    await new TerritoriesPage(page).show('Mapping');
    await expect(page.getByRole('heading', { name: 'No territory mapping yet' })).toBeVisible();
    await shell.isSaved();
    expect(await wholeBook(page)).toBe(before);
  });
});
