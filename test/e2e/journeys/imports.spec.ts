import type { Page } from '@playwright/test';
import { AccountsPage } from '../pages/accounts.page.ts';
import { ExchangePage } from '../pages/exchange.page.ts';
import { PanelPage } from '../pages/panel.page.ts';
import { ShellPage } from '../pages/shell.page.ts';
import { isAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/app.ts';
import { beginWithList, numbered } from '../support/imported-book.ts';

const book = [
  ...numbered('Amber Works', 2, { employees: 1200, status: 'Actively Working' as const }),
  ...numbered('Cedar Labs', 2, { employees: 300, status: 'Queued' as const }),
];

async function chooseAnother(page: Page, name: string, lines: readonly string[]): Promise<ExchangePage> {
  const exchange = new ExchangePage(page);
  await new ShellPage(page).open('Exchange');
  await exchange.showImport();
  await exchange.anotherFile();
  await exchange.choose({ name, bytes: lines.join('\n') });
  await exchange.isAtColumnsOf(name);
  return exchange;
}

test('opportunities come as a list: decided, refused, seen, asked by AW-4, and taken back @long', async ({
  page,
}) => {
  await beginWithList(page, book);
  const name = 'opportunities.csv';
  const exchange = await chooseAnother(page, name, [
    'Opportunity Name,Opportunity ID,Account Name,Stage,Created Date,Close Date',
    'New seats,006A,Cedar Labs 01,Discovery,2026-03-10,',
    'Renewal,006B,Amber Works 01,Closed Won,2025-01-10,2025-02-01',
    'Renewal,006C,Amber Works 01,Closed Lost,2025-05-10,2025-06-01',
    'Renewal,,Amber Works 01,Discovery,,',
    'Nobody,006D,Nowhere Inc,Discovery,,',
    'Odd day,006E,Cedar Labs 02,Discovery,someday,',
  ]);
  await expect(page.getByRole('combobox', { name: 'A list of' })).toHaveText('Opportunities');
  expect(await exchange.preview()).toMatchObject({ read: 6, new: 3, undecided: 1, refused: 2 });
  await exchange.showRows('refused');
  await expect(exchange.row(/Odd day/)).toContainText('“someday” is no date for Created');
  await expect(exchange.row(/Nobody/)).toContainText('no account of the book');
  await exchange.showRows('undecided');
  const ask = page.getByRole('group', { name: 'Decide row 5' });
  await expect(ask.getByRole('button')).toHaveText([
    'Renewal, Closed Won',
    'Renewal, Closed Lost',
    'A new opportunity',
    'Skip the row',
  ]);
  await isAccessible(page, 'opportunities-undecided', '#work');
  await ask.getByRole('button', { name: 'A new opportunity' }).click();
  expect(await exchange.counts()).toMatchObject({ read: 6, new: 4, undecided: 0, refused: 2 });
  await page.getByRole('button', { name: 'Import 4 opportunities' }).click();
  await page.getByRole('button', { name: 'See the opportunities' }).click();
  const list = page.getByRole('table', { name: 'Opportunities' });
  await expect(list.getByRole('row').filter({ hasText: 'Renewal' })).toHaveCount(3);
  await expect(list.getByRole('row').filter({ hasText: 'New seats' })).toContainText('Cedar Labs 01');

  const lists = page.getByRole('navigation', { name: 'Lists' });
  await lists.getByRole('button', { name: 'Accounts' }).click();
  await new AccountsPage(page).row('Cedar Labs 01').getByRole('gridcell').nth(1).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page
    .getByRole('toolbar', { name: 'Selected accounts' })
    .getByRole('button', { name: 'Change…' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Change 4 accounts', exact: true });
  await dialog.getByRole('combobox', { name: 'New status' }).click();
  await page.getByRole('option', { name: 'Actively Working' }).click();
  await expect(dialog.getByRole('status')).toHaveText('1 would change, 1 refused, 2 as they are.');
  await expect(dialog.getByRole('row').nth(1)).toContainText(
    'AW-4: the opportunity New seats was created on',
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  // One undo takes the whole list back.
  await page.keyboard.press('ControlOrMeta+Z');
  await lists.getByRole('button', { name: 'Opportunities' }).click();
  await expect(list).toBeHidden();
  await expect(page.getByText('New seats')).toHaveCount(0);
});

test('SEG-4: new data wait in Today for a confirmation, a bad source is left out, one undo takes all back @odd', async ({
  page,
}) => {
  await beginWithList(page, book);
  const exchange = await chooseAnother(page, 'grown.csv', [
    'Account Name,Employees,[User Input] Employee Source',
    'Cedar Labs 01,5000,https://www.linkedin.com/company/cedar',
    'Cedar Labs 02,2500,https://cedar.example/report',
    'Amber Works 01,1300,',
  ]);
  expect(await exchange.preview()).toMatchObject({ read: 3, changed: 3 });
  await expect(exchange.notesOnPreview).toContainText('2 accounts would change segment');
  await expect(exchange.notesOnPreview).toContainText(
    '1 cell of “[User Input] Employee Source” will be left out',
  );
  await expect(exchange.row(/Cedar Labs 01/)).toContainText('SEG-4: LinkedIn is not accepted');
  await exchange.apply();

  const shell = new ShellPage(page);
  await shell.open('Today');
  const changes = page.getByRole('region', { name: /^Segment changes/ });
  await expect(changes).toContainText('New data makes it Large; Mid-Market stays in force');
  await isAccessible(page, 'segment-changes', '#work');
  await changes
    .getByRole('row')
    .filter({ hasText: 'Cedar Labs 02' })
    .getByRole('button', { name: 'Keep' })
    .click();
  await expect(changes.getByRole('row')).toHaveCount(1);
  await shell.open('Accounts');
  const table = new AccountsPage(page);
  await table.openAccount('Cedar Labs 01');
  const cedar = new PanelPage(page, 'Cedar Labs 01');
  const review = cedar.pane.getByRole('region', { name: 'Waits for a review' });
  await isAccessible(page, 'segment-review', '#work');
  await review.getByRole('button', { name: 'Confirm Large' }).click();
  await expect(review).toBeHidden();
  await expect(table.row('Cedar Labs 01')).toContainText('Large');
  await expect(table.row('Cedar Labs 02')).toContainText('Mid-Market');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ControlOrMeta+Z');
  await expect(table.row('Cedar Labs 01')).toContainText('300');
  await expect(table.row('Cedar Labs 01')).toContainText('Mid-Market');
});
