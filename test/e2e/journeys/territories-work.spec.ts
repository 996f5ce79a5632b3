import type { Page } from '@playwright/test';
import { AccountsPage } from '../pages/accounts.page.ts';
import { ExchangePage } from '../pages/exchange.page.ts';
import { ShellPage } from '../pages/shell.page.ts';
import { TerritoriesPage } from '../pages/territories.page.ts';
import { isAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/app.ts';
import { beginWithList, numbered, ourBdr, type ListedAccount } from '../support/imported-book.ts';

const mapping = [
  'Territory Code,Segment,Region,Countries,States,BDR,Motion,AEs',
  `EU-DACH,Large,EMEA,DACH,,${ourBdr},Any,Paul Reyes`,
  'EU-UK,Large,EMEA,United Kingdom,,Ben Ito,Any,Tim Sato',
  `US-WEST,Large,AMER,,California,${ourBdr},Any,Ina Falk`,
  'JAPAN,Large,APAC,Japan,,,Any,',
].join('\n');

const at = (country: string, more: Readonly<Record<string, string>> = {}) => ({
  employees: 4500,
  more: { 'Billing Country': country, ...more },
});

const book: readonly ListedAccount[] = [
  ...numbered('Berlin Works', 3, at('Germany', { 'Account Owner': 'Paul Reyes' })),
  { name: 'Bern Works', ...at('Switzerland', { 'Parent Account': 'Berlin Works 01' }) },
  ...numbered('London Mills', 2, at('United Kingdom', { 'Account Owner': 'Tim Sato' })),
  ...numbered('Osaka Labs', 4, at('Japan')),
  { name: 'Pacific Lines', ...at('United States') },
  { name: 'Somewhere Inc', employees: 4500 },
  { name: 'Wien Unknown', more: { 'Billing Country': 'Austria' } },
];

/** Begins with the book, nobody assigned, and stands at the import of a mapping. */
async function begin(page: Page, accounts: readonly ListedAccount[]): Promise<TerritoriesPage> {
  await beginWithList(page, accounts, { assign: 'Leave unassigned' });
  await new ShellPage(page).open('Territories');
  const territories = new TerritoriesPage(page);
  await territories.show('Import');
  return territories;
}

test(
  'a dropped mapping, what it leaves open, exceptions, and coverage that leads to its accounts',
  { tag: '@long' },
  async ({ page }, testInfo) => {
    test.slow();
    const territories = await begin(page, book);
    await territories.drop(testInfo.outputPath('given'), 'mapping.csv', mapping);
    await expect(page.getByText('4 rows read = 4 taken + 0 blank + 0 refused')).toBeVisible();
    await territories.previewButton.click();
    await page.getByRole('button', { name: 'Tick none' }).click();
    await page.getByRole('button', { name: 'Apply, nobody changes hands' }).click();
    await expect(territories.rows).toBeVisible();

    // Short notes are dialogs, too.
    const dialog = page.getByRole('dialog').and(page.locator('.dialog'));
    const item = (text: string) => territories.work.filter({ hasText: text });
    await test.step('what is missing is filled in by keyboard, and nonsense is refused', async () => {
      await territories.show('Work list');
      const fill = async (button: string, field: string, wrong: string, told: string, right: string) => {
        const opener = page.getByRole('button', { name: button });
        await opener.focus();
        await page.keyboard.press('Enter');
        const input = dialog.getByRole('textbox', { name: field });
        await expect(input).toBeFocused();
        await page.keyboard.type(wrong);
        await page.keyboard.press('Enter');
        await expect(input).toHaveAccessibleDescription(new RegExp(told));
        await input.fill(right);
        await page.keyboard.press('Enter');
        await expect(dialog).toBeHidden();
        await expect(opener).toHaveCount(0);
      };
      await fill('Fill in state: Pacific Lines', 'State', 'Bavaria', 'no state of its country', 'California');
      await fill('Fill in country: Somewhere Inc', 'Country', 'Atlantis', 'no country that is known', 'UK');
      await fill('Fill in employees: Wien Unknown', 'Employees', 'many', 'no number of employees', '2500');
      await expect(item('Pacific Lines')).toHaveCount(0);
    });

    await test.step('accounts that no row works are dealt out in turn', async () => {
      await page.getByRole('button', { name: 'Assign 4 accounts in turn…' }).focus();
      await page.keyboard.press('Enter');
      await expect(dialog).toHaveAccessibleName('Assign in turn');
      await expect(dialog.getByRole('listitem')).toHaveText([
        /^Ben Ito: 2 accounts/,
        /^Nora Lindqvist: 2 acc/,
      ]);
      await isAccessible(page, 'territories-round-robin', '.dialog');
      await dialog.getByRole('button', { name: 'Assign 4 accounts' }).click();
      await expect(dialog).toBeHidden();
      await expect(item('JAPAN')).toHaveCount(0);
    });

    await test.step('a child is handed to a local territory, and the exception dropped again (TER-5)', async () => {
      await territories.show('Exceptions');
      await page.getByRole('button', { name: 'Record an exception' }).click();
      const choose = async (name: string): Promise<void> => {
        await dialog.getByRole('textbox', { name: 'Account' }).fill(name);
        await dialog.getByRole('button', { name: new RegExp(`^${name}`) }).click();
      };
      await choose('London Mills 01');
      await dialog.getByRole('combobox', { name: 'Goes to the territory' }).click();
      await page.getByRole('option', { name: 'EU-UK' }).click();
      await dialog.getByRole('button', { name: 'Record', exact: true }).click();
      const refused = dialog.getByRole('alert');
      await expect(refused).toContainText('TER-5: London Mills 01 has no parent');
      await expect(refused).toContainText('both reps and both managers have to agree');
      await choose('Bern Works');
      for (const name of ['Rep who gives', 'Manager of the rep who gives', 'Rep who takes'])
        await dialog.getByRole('textbox', { name, exact: true }).fill(`${name}: Ann`);
      await dialog.getByRole('textbox', { name: 'Manager of the rep who takes' }).fill('Ute Ott');
      await isAccessible(page, 'territories-exception', '.dialog');
      await dialog.getByRole('textbox', { name: 'Reason' }).fill('Buys in London');
      await dialog.getByRole('button', { name: 'Record', exact: true }).click();
      await expect(dialog).toBeHidden();
      const recorded = page.getByRole('table', { name: 'Recorded exceptions' });
      const row = recorded.getByRole('row').filter({ hasText: 'Bern Works' });
      await expect(row).toContainText('EU-UK');
      await expect(row).toContainText('Buys in London');
    });

    await test.step('coverage: a territory and a BDR lead to as many accounts as they are said to hold', async () => {
      const shell = new ShellPage(page);
      const accounts = new AccountsPage(page);
      const leads = async (by: 'By territory' | 'By BDR', of: string, held: number): Promise<void> => {
        await shell.open('Territories');
        await territories.show('Coverage');
        await page.getByRole('combobox', { name: 'Coverage by' }).click();
        await page.getByRole('option', { name: by }).click();
        const table = page.getByRole('table', { name: /^Coverage by / });
        const line = table
          .getByRole('row')
          .filter({ has: page.getByRole('button', { name: of, exact: true }) });
        await expect(line.getByRole('cell').nth(1)).toHaveText(String(held));
        await line.getByRole('button', { name: of, exact: true }).focus();
        await page.keyboard.press('Enter');
        await shell.isAt('Accounts');
        await expect(accounts.count).toHaveText(`${held} of 13 accounts`);
      };
      await leads('By territory', 'Accounts of EU-UK', 4);
      await expect(accounts.row('Bern Works')).toBeVisible();
      // The filter that it left says so, in the export too, and goes with one press.
      const filter = page.getByRole('button', { name: 'Remove the condition: Territory is EU-UK' });
      await expect(filter).toBeVisible();
      const exchange = new ExchangePage(page);
      await shell.open('Exchange');
      await exchange.showExport();
      const which = page.getByRole('group', { name: 'Which accounts' });
      await expect(which.getByRole('radio', { checked: true })).toHaveAccessibleName(
        'The 4 accounts of the filter, not all 13 Territory is EU-UK.',
      );
      await expect(page.getByRole('button', { name: 'Export 4 accounts' })).toBeVisible();
      await which.getByRole('radio', { name: 'All 13 accounts' }).check();
      await expect(page.getByRole('button', { name: 'Export 13 accounts' })).toBeVisible();
      await shell.open('Accounts');
      await filter.focus();
      await page.keyboard.press('Enter');
      await expect(accounts.count).toHaveText('13 accounts');
      await expect(accounts.filter).toBeFocused();
      await leads('By territory', 'Accounts of EU-DACH', 4);
      await shell.open('Territories');
      await territories.show('Exceptions');
      const drop = page.getByRole('button', { name: 'Drop the exception of Bern Works' });
      await drop.focus();
      await page.keyboard.press('Enter');
      await expect(page.getByText('None is recorded.')).toBeVisible();
      await leads('By territory', 'Accounts of EU-DACH', 5);
      await leads('By BDR', 'Accounts of Ben Ito', 5);
    });
  },
);

test('named accounts up to the limit, public sector answers, and held opportunities (TER-4, TER-6, TER-10) @long', async ({
  page,
}, testInfo) => {
  test.slow();
  const named = { 'Named Account': 'Yes', 'Named Account Owner': 'Paul Reyes' };
  const territories = await begin(page, [
    ...numbered('Berlin Works', 29, at('Germany', { ...named, 'Account Owner': 'Paul Reyes' })),
    ...numbered('Hamburg Docks', 2, at('Germany', { 'Account Owner': 'Paul Reyes' })),
    {
      name: 'Fort Supply',
      status: 'Queued',
      ...at('United States', { Description: 'Serves the Department of Defense.' }),
    },
    { name: 'State Foods', ...at('United States', { Description: 'Snacks for college students.' }) },
  ]);
  await territories.drop(testInfo.outputPath('given'), 'mapping.csv', mapping);
  await territories.apply();

  await test.step('the 30th named account enters, the 31st is refused with the 30 (TER-4)', async () => {
    await territories.show('Named accounts');
    const paul = page.getByRole('region', { name: 'Paul Reyes' });
    await expect(paul.getByRole('listitem')).toHaveCount(29);
    const name = async (account: string): Promise<void> => {
      await page.getByRole('textbox', { name: 'Name an account' }).fill(account);
      await page
        .getByRole('button', { name: new RegExp(`^${account}`) })
        .first()
        .click();
      await page.getByRole('textbox', { name: 'To the rep' }).fill('paul reyes');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    };
    await name('Hamburg Docks 01');
    await expect(paul.getByRole('listitem')).toHaveCount(30);
    await name('Hamburg Docks 02');
    const refused = page.getByRole('alert').filter({ hasText: 'TER-4' });
    await expect(refused).toContainText('paul reyes holds 30 named accounts, and 30 is the most.');
    await expect(refused.getByRole('listitem')).toHaveCount(30);
    await isAccessible(page, 'territories-named-full', '.territories');
    await refused.getByRole('button', { name: 'Take off, to make room: Berlin Works 07' }).click();
    await expect(paul.getByRole('listitem')).toHaveCount(29);
    await page.getByRole('button', { name: 'Name it' }).click();
    await expect(paul.getByRole('listitem')).toHaveCount(30);
    await expect(paul).toContainText('Hamburg Docks 02');
  });

  await test.step('suggestions are answered one by one, and come back with undo (TER-6)', async () => {
    await territories.show('Public sector');
    const table = page.getByRole('table', { name: 'Public sector suggestions' });
    await expect(table.getByRole('row').filter({ hasText: 'Fort Supply' })).toContainText('“Defense”');
    await isAccessible(page, 'territories-hints', '.territories');
    await page.getByRole('button', { name: 'Answer questions about Fort Supply' }).click();
    const questions = page.getByRole('dialog', { name: 'Is Fort Supply public sector?', exact: true });
    const share = questions.getByRole('textbox', {
      name: 'Share of its business from government, in percent',
    });
    await expect(questions.getByRole('status')).toContainText('until it is known');
    await questions.getByRole('combobox', { name: 'It requires US-based support' }).click();
    await page.getByRole('option', { name: 'No', exact: true }).click();
    await share.fill('74');
    await expect(questions.getByRole('status')).toContainText('it stays in its region');
    await isAccessible(page, 'territories-public-sector-questions', '[role="dialog"]');
    await share.fill('75');
    await expect(questions.getByRole('status')).toContainText('it goes to Public Sector.');
    await questions.getByRole('button', { name: 'Flag as public sector' }).click();
    await expect(table.getByRole('row')).toHaveCount(2);
    await page.getByRole('button', { name: 'It is not public sector: State Foods' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'No suggestions' })).toBeVisible();
    await territories.show('Work list');
    await expect(territories.work.filter({ hasText: 'Fort Supply is US public sector' })).toHaveCount(1);
    const shell = new ShellPage(page);

    // It is planned, so Today tells it as well, and settles it on the spot.
    await shell.open('Today');
    const settle = page.getByRole('button', { name: 'Settle: Fort Supply', exact: true });
    await settle.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Choose a territory: Fort Supply', exact: true }).click();
    const record = page.getByRole('dialog', { name: 'Record an exception', exact: true });
    await record.getByRole('combobox', { name: 'Goes to the territory' }).click();
    await page.getByRole('option', { name: 'US-WEST' }).click();
    await record.getByRole('textbox', { name: 'Reason' }).fill('Until there is a row');
    await record.getByRole('button', { name: 'Record', exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'Territory of Fort Supply', exact: true })).toBeHidden();
    await expect(settle).toHaveCount(0);
    await shell.dismissNotes();
    await shell.undo();
    await expect(settle).toBeVisible();
    await shell.open('Territories');
    await shell.undo();
    await territories.show('Public sector');
    await expect(table.getByRole('row').filter({ hasText: 'State Foods' })).toBeVisible();
  });

  await test.step('an extension is asked with evidence and decided; the days follow (TER-10)', async () => {
    const exchange = new ExchangePage(page);
    await new ShellPage(page).open('Exchange');
    await exchange.anotherFile();
    await exchange.choose({
      name: 'deals.csv',
      bytes: [
        'Opportunity Name,Opportunity Owner,Stage,Created Date,Account Name',
        'On the edge,Olga Brandt,Proposal,2025-11-16,Berlin Works 01',
        'Day after,Olga Brandt,Proposal,2025-11-15,Berlin Works 02',
        'Over,Olga Brandt,Proposal,2025-09-16,Berlin Works 03',
      ].join('\n'),
    });
    await exchange.isAtColumnsOf('deals.csv');
    await exchange.preview();
    await page.getByRole('button', { name: 'Import 3 opportunities' }).click();
    await expect(exchange.step(/^Imported /)).toBeVisible();
    await new ShellPage(page).open('Territories');
    await territories.show('Opportunities');
    const deal = (name: string) =>
      page.getByRole('table', { name: 'Held opportunities' }).getByRole('row').filter({ hasText: name });
    await expect(deal('Over')).toContainText('Hand it over');
    await expect(deal('Day after')).toContainText('59 left');
    await expect(deal('Day after')).toContainText('Too late to ask');
    await expect(deal('On the edge')).toContainText('60 left');
    const ask = deal('On the edge').getByRole('button', { name: 'Ask for an extension of On the edge' });
    await ask.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Extension of On the edge', exact: true });
    await expect(dialog.getByRole('button', { name: 'Ask', exact: true })).toBeDisabled();
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await page.keyboard.type('Contract is with legal, signature on 1 June');
    await isAccessible(page, 'territories-extension', '.dialog');
    await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(dialog).toBeHidden();
    await deal('On the edge')
      .getByRole('button', { name: /^Granted: / })
      .click();
    await expect(deal('On the edge')).toContainText('Granted, asked');
    await expect(deal('On the edge')).toContainText('90 left');
    await isAccessible(page, 'territories-held', '.territories');
    const shell = new ShellPage(page);
    await shell.dismissNotes();
    await shell.undo();
    await deal('On the edge')
      .getByRole('button', { name: /^Refused: / })
      .click();
    await expect(deal('On the edge')).toContainText('Hand it over');
  });
});
