import type { Page } from '@playwright/test';
import { openScreen } from '../app.ts';
import { expectEvent, expectSights, timeOf, type Sight } from '../page-watch.ts';
import { pacedByFrames } from '../paced.ts';
import { appBoard, carry, pathOver } from './drag.ts';
import { wheel } from './scroll.ts';

/** Something a person does on a screen that asks the whole book. */
export interface Act {
  readonly name: string;
  /** To where it begins; not measured. */
  readonly from: (page: Page) => Promise<void>;
  /** @returns ms from the press until the answer is on screen; `null` = it has no end but its own pace */
  readonly act: (page: Page, quick: boolean) => Promise<number | null>;
}

const patience = 5 * 60_000;

/** From a press, or another event, until something is to be seen. */
async function untilShown(
  page: Page,
  { press, event = 'click', sight }: { press: () => Promise<void>; event?: string; sight: Sight },
): Promise<number> {
  await expectEvent(page, 'pressed', event);
  await press();
  const pressed = await timeOf(page, 'pressed');
  await expectSights(page, 'shown', sight);
  return (await timeOf(page, 'shown', patience)) - pressed;
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });

/** A mapping by states and countries, under names of its own; as a person pastes it. */
const mappingText = (name: string): string =>
  [
    'Territory Code,Segment,Countries,States,BDR',
    ...['California', 'New York', 'Texas', 'Washington', 'Illinois'].map((state) => `,${state}`),
    ...['United States', 'Germany', 'United Kingdom', 'France', 'Canada', 'Netherlands', 'Spain'].map(
      (country) => `${country},`,
    ),
  ]
    .map((line, at) => (at === 0 ? line : `${name}${at},All,${line},${['Ada', 'Bob', 'Cem'][at % 3] ?? ''}`))
    .join('\n');

async function toImpact(page: Page, name: string): Promise<void> {
  await openScreen(page, 'Territories');
  await tab(page, 'Import').click();
  await page.getByRole('textbox', { name: /paste the table/ }).fill(mappingText(name));
  await page.getByRole('button', { name: 'Read the pasted table' }).click();
  await page.getByText(/^12 rows read = 12 taken/).waitFor();
}

const impactShown: Sight = { selector: '.impact > [role="status"]', text: 'change|Nothing' };

const viewFile = {
  format: 1,
  list: 'accounts',
  name: 'Rules side by side',
  text: '',
  conditions: [],
  columns: [
    'name',
    'rule.segment',
    'rule.territory',
    'rule.coveredBy',
    'rule.motion',
    'rule.score',
    'rule.suggested',
    'rule.clock',
    'rule.clockDue',
    'accountStrategy',
  ],
  sort: { field: 'name', descending: false },
};

/** What the acts need: a mapping in force, a view with the results of rules, a second score profile. */
export async function prepare(page: Page): Promise<void> {
  await toImpact(page, 'A');
  await page.getByRole('button', { name: 'Preview the impact' }).click();
  await page.getByRole('button', { name: 'Tick none' }).click({ timeout: patience });
  await page.getByRole('button', { name: 'Apply, nobody changes hands' }).click();
  await page.getByRole('table', { name: 'Rows of the mapping', exact: true }).waitFor({ timeout: patience });
  await openScreen(page, 'Accounts');
  const buffer = Buffer.from(JSON.stringify(viewFile));
  await page
    .getByLabel('View file')
    .setInputFiles({ name: 'rules.view.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: `View: ${viewFile.name}` }).waitFor();
  await openScreen(page, 'Rules');
  await tab(page, 'Score profiles').click();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByRole('textbox', { name: 'Weight of High DB QS' }).fill('100');
  await page.getByRole('button', { name: 'Save the profile' }).click();
  await page.getByRole('button', { name: 'Save the profile' }).waitFor({ state: 'hidden' });
}

export const acts: readonly Act[] = [
  {
    name: 'the work list of territories shown',
    from: async (page) => {
      await openScreen(page, 'Territories');
      await tab(page, 'Mapping').click();
    },
    act: (page) =>
      untilShown(page, { press: () => tab(page, 'Work list').click(), sight: { selector: '.work-item' } }),
  },
  {
    name: 'the impact of another mapping shown',
    from: (page) => toImpact(page, 'B'),
    act: (page) =>
      untilShown(page, {
        press: () => page.getByRole('button', { name: 'Preview the impact' }).click(),
        sight: impactShown,
      }),
  },
  {
    name: 'the impact of another limit shown',
    from: async (page) => {
      await openScreen(page, 'Rules');
      await tab(page, 'Rules').click();
      await page.evaluate(() => {
        window.location.hash = '#/rules/AW-6';
      });
      await page.getByRole('textbox', { name: 'Large limit', exact: true }).waitFor();
    },
    act: (page) =>
      untilShown(page, {
        press: () => page.getByRole('textbox', { name: 'Large limit', exact: true }).fill('1'),
        event: 'input',
        sight: { selector: '.impact-view[aria-busy="false"]', text: '^What it would change(?!Going)' },
      }),
  },
  {
    name: 'two score profiles compared',
    from: async (page) => {
      await openScreen(page, 'Rules');
      await tab(page, 'Score profiles').click();
    },
    act: (page) =>
      untilShown(page, {
        press: () => page.getByRole('button', { name: 'Compare on the whole book' }).click(),
        sight: { selector: '.profile-compare [role="status"]', text: 'suggested another' },
      }),
  },
  {
    name: 'a card led over the columns',
    from: async (page) => {
      await openScreen(page, 'Board');
      await page.getByRole('option').first().waitFor();
    },
    act: async (page, quick) => {
      const steps = quick ? 20 : 120;
      const path = await pathOver(page, appBoard);
      await carry(page, appBoard, path, steps, (follow) => follow());
      return null;
    },
  },
  {
    name: 'a list with the results of rules scrolled',
    from: async (page) => {
      await openScreen(page, 'Accounts');
      await page.getByRole('button', { name: /^View: / }).click();
      await page.getByRole('menuitemcheckbox', { name: viewFile.name }).click();
      await page.getByRole('gridcell').first().waitFor();
    },
    act: async (page, quick) => {
      await wheel(page, '[role="grid"]', quick ? 20 : 90, (turn) => turn());
      return null;
    },
  },
];

/** A page that does nothing but draw, for as long. */
export const idleFor = (ms: number): Promise<void> =>
  pacedByFrames(Math.ceil(ms / 16), () => Promise.resolve());
