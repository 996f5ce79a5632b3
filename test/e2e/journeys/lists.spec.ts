import { readFile } from 'node:fs/promises';
import { AccountsPage } from '../pages/accounts.page.ts';
import { ExchangePage } from '../pages/exchange.page.ts';
import { PanelPage } from '../pages/panel.page.ts';
import { ShellPage } from '../pages/shell.page.ts';
import { isAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/app.ts';
import { beginWithList, numbered, ourBdr } from '../support/imported-book.ts';

const book = [
  ...numbered('Amber Works', 3, { employees: 1200, status: 'Actively Working' as const }),
  ...numbered('Birch Mills', 1, { employees: 5000, status: 'Restricted' as const }),
  ...numbered('Cedar Labs', 3, { employees: 300, status: 'Queued' as const }),
];

test('a view by a rule’s result is saved, shared as a file and taken back @odd', async ({ page }) => {
  await beginWithList(page, book);
  const shell = new ShellPage(page);
  await shell.open('Accounts');
  const table = new AccountsPage(page);
  await expect(table.count).toHaveText('7 accounts');

  await page.getByRole('button', { name: 'Conditions', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'Conditions', exact: true });
  await panel.getByRole('combobox', { name: 'Add a condition on' }).click();
  await page.getByRole('combobox', { name: 'Search Add a condition on' }).fill('Missing research');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(table.count).toHaveText('3 of 7 accounts');
  await isAccessible(page, 'conditions', 'body');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  const columns = page.getByRole('dialog', { name: 'Columns', exact: true });
  await columns.getByRole('combobox', { name: 'Add a column' }).click();
  await page.getByRole('combobox', { name: 'Search Add a column' }).fill('Last day of the clock');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const shown = columns.getByRole('list', { name: 'Shown columns, in order' });
  await expect(shown.getByRole('listitem').last()).toContainText('Last day of the clock');
  await shown.getByRole('button', { name: 'Move Last day of the clock up' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(shown.getByRole('listitem').last()).toContainText('With findings');
  await expect(shown.getByRole('button', { name: 'Move Last day of the clock up' })).toBeFocused();
  await isAccessible(page, 'columns', 'body');
  await page.keyboard.press('Escape');
  await expect(table.grid.getByRole('columnheader', { name: 'Last day of the clock' })).toBeAttached();

  await page.getByRole('button', { name: 'View…' }).click();
  await page.getByRole('menuitem', { name: 'Save as a new view…' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Research now');
  await page.keyboard.press('Enter');
  const picker = page.getByRole('group', { name: 'View', exact: true });
  await expect(picker.getByRole('button', { name: 'View: Research now' })).toBeVisible();

  await page.getByRole('button', { name: 'View…' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Export this view as a file' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('research-now.view.json');
  const text = await readFile(await file.path(), 'utf8');
  await page.getByRole('button', { name: 'View…' }).click();
  await page.getByRole('menuitem', { name: 'Delete Research now' }).click();
  await expect(table.count).toHaveText('7 accounts');

  const give = page.getByLabel('View file');
  await give.setInputFiles({
    name: 'bad.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"a":1}'),
  });
  await expect(page.getByRole('heading', { name: /^bad\.json: / })).toBeVisible();
  await give.setInputFiles({ name: 'v.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(picker.getByRole('button', { name: 'View: Research now' })).toBeVisible();
  await expect(table.count).toHaveText('3 of 7 accounts');
  await expect(table.grid.getByRole('columnheader', { name: 'Last day of the clock' })).toBeAttached();

  await picker.getByRole('button', { name: /^View: / }).click();
  await page.getByRole('menuitemcheckbox', { name: 'B3 My Actively Working' }).click();
  await expect(table.grid.getByText('Priority: Blank')).toBeVisible();
  await isAccessible(page, 'accounts-b3', 'body');
});

test(
  'groups are hidden and shown, and the last view comes back after a restart with its changes',
  { tag: '@long' },
  async ({ app, page }) => {
    await beginWithList(page, [
      ...book,
      { name: 'Dogwood Mills', employees: 900, status: 'Actively Working' },
    ]);
    const shell = new ShellPage(page);
    await shell.open('Accounts');
    const table = new AccountsPage(page);
    const picker = page.getByRole('group', { name: 'View', exact: true });
    await picker.getByRole('button', { name: /^View: / }).click();
    await page.getByRole('menuitemcheckbox', { name: 'B3 My Actively Working' }).click();
    const head = table.grid.getByRole('row', { name: /^Priority: Blank · 4 accounts/ });
    await expect(head).toHaveAttribute('aria-expanded', 'true');
    await head.click();
    await expect(head).toHaveAttribute('aria-expanded', 'false');
    await expect(table.row('Amber Works 01')).toBeHidden();
    await page.keyboard.press('ArrowRight');
    await expect(table.row('Amber Works 01')).toHaveAttribute('aria-level', '2');
    await page.keyboard.press('Enter');
    await expect(table.row('Amber Works 01')).toBeHidden();
    await shell.open('Board');
    await shell.open('Accounts');
    await expect(head).toHaveAttribute('aria-expanded', 'false');

    await page.getByRole('searchbox', { name: 'Filter by text' }).fill('dogwood');
    await expect(table.count).toHaveText('1 of 8 accounts');
    await shell.isSaved();
    await app.restart();
    const next = app.page();
    await new ShellPage(next).open('Accounts');
    await expect(next.getByRole('button', { name: 'View: B3 My Actively Working changed' })).toBeVisible();
    await expect(new AccountsPage(next).count).toHaveText('1 of 8 accounts');
    await expect(new AccountsPage(next).row('Dogwood Mills')).toBeVisible();
  },
);

test(
  'people are imported, judged by PR-10, and accounts changed in bulk with one refused',
  { tag: '@long' },
  async ({ page }) => {
    await beginWithList(page, book);
    const shell = new ShellPage(page);
    const exchange = new ExchangePage(page);
    await shell.open('Exchange');
    await page.getByRole('tab', { name: 'Import' }).click();
    await page.getByRole('button', { name: 'Import another file' }).click();
    await exchange.choose({
      name: 'people.csv',
      bytes: [
        'First Name,Last Name,Email,Account Name,Country,Lead Source,Do Not Call,Sequence,Sequenced on,State',
        'Ada,King,ada@amber.example,Amber Works 01,United States,ZoomInfo,Yes,Autumn,2026-03-10,',
        'Bo,Berg,bo@gmail.com,Amber Works 01,Germany,Fair,No,,,',
        'Cy,Lo,cy@gmail.com,Nowhere Inc,United States,ZoomInfo,,,,',
      ].join('\n'),
    });
    await exchange.isAtColumnsOf('people.csv');
    await expect(page.getByRole('combobox', { name: 'A list of' })).toHaveText('People');
    await isAccessible(page, 'people-columns', 'body');
    const counts = await exchange.preview();
    expect(counts).toMatchObject({ read: 3, new: 2, refused: 1 });
    await isAccessible(page, 'people-preview', 'body');
    await page.getByRole('button', { name: 'Import 2 people' }).click();
    await page.getByRole('button', { name: 'See the people' }).click();
    const people = page.getByRole('table', { name: 'People' });
    await expect(people.getByRole('row').filter({ hasText: 'Ada King' })).toContainText('may be called');
    await expect(people.getByRole('row').filter({ hasText: 'Bo Berg' })).toContainText('PR-10');
    await isAccessible(page, 'people', 'body');
    await people.getByRole('button', { name: 'Ada King' }).click();
    await expect(page.getByRole('dialog', { name: 'Ada King', exact: true })).toBeVisible();
    await page.keyboard.press('Escape');

    await page.getByRole('navigation', { name: 'Lists' }).getByRole('button', { name: 'Accounts' }).click();
    const table = new AccountsPage(page);
    await table.row('Birch Mills 01').getByRole('gridcell').nth(1).click();
    await page.keyboard.press('ControlOrMeta+A');
    const bar = page.getByRole('toolbar', { name: 'Selected accounts' });
    await bar.getByRole('button', { name: 'Change…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change 7 accounts', exact: true });
    await dialog.getByRole('combobox', { name: 'New status' }).click();
    await page.getByRole('option', { name: 'Actively Working' }).click();
    await expect(dialog.getByRole('status')).toHaveText('3 would change, 1 refused, 3 as they are.');
    await expect(dialog.getByRole('row').nth(1)).toContainText('AW-7');
    await isAccessible(page, 'bulk', 'body');
    await dialog.getByRole('button', { name: 'Change 3 accounts' }).click();
    await expect(table.row('Cedar Labs 01')).toContainText('Actively Working');
    await expect(table.row('Birch Mills 01')).toContainText('Restricted');
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(table.row('Cedar Labs 03')).toContainText('Queued');
  },
);

test('who works this lead is asked from everywhere, and has an address of its own (ROE) @odd', async ({
  page,
}) => {
  await beginWithList(page, book.slice(0, 1));
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('combobox').last().fill('works this lead');
  await page.keyboard.press('Enter');
  const lead = page.getByRole('dialog', { name: 'Who works this lead?', exact: true });
  await lead.getByRole('textbox', { name: 'Account of the lead' }).fill('Amber Works 01');
  await lead.getByRole('button', { name: /^Amber Works 01/ }).click();
  const answer = lead.getByRole('region', { name: 'Answer' });
  await expect(answer).toContainText('round robin');
  await lead.getByRole('button', { name: 'Add an activity' }).click();
  await lead.getByLabel('Day of activity 1').fill('2026-03-16');
  await expect(answer).toContainText(ourBdr);
  await isAccessible(page, 'lead', 'body');

  // It has an address: Back closes it, and it can be linked.
  await expect(page).toHaveURL(/#\/board\?lead$/);
  await page.goBack();
  await expect(lead).toBeHidden();
  await page.goForward();
  await expect(lead).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lead).toBeHidden();
  await expect(page).not.toHaveURL(/lead/);
  await page.evaluate(() => {
    window.location.hash = '#/lead';
  });
  await expect(lead).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/today$/);
});

test('an account gets a parent; a circle is refused with its path', { tag: '@long' }, async ({ page }) => {
  await beginWithList(page, book);
  const shell = new ShellPage(page);
  await shell.open('Accounts');
  const table = new AccountsPage(page);
  await table.openAccount('Cedar Labs 01');
  const cedar = new PanelPage(page, 'Cedar Labs 01');
  await cedar.pane.getByRole('button', { name: 'Give it a parent…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Parent of Cedar Labs 01', exact: true });
  await dialog.getByRole('textbox', { name: 'Parent account' }).fill('Birch');
  await dialog.getByRole('button', { name: /^Birch Mills 01/ }).click();
  await expect(dialog.getByRole('status')).toContainText('Cedar Labs 01 Mid-Market → Large');
  await isAccessible(page, 'parent', 'body');
  await dialog.getByRole('button', { name: 'Set the parent' }).click();
  await expect(cedar.hierarchy).toHaveCount(2);
  await expect(cedar.hierarchy.first()).toContainText('decides');

  await cedar.hierarchy.first().getByRole('button').click();
  const birch = new PanelPage(page, 'Birch Mills 01');
  await birch.pane.getByRole('button', { name: 'Give it a parent…' }).click();
  const second = page.getByRole('dialog', { name: 'Parent of Birch Mills 01', exact: true });
  await second.getByRole('textbox', { name: 'Parent account' }).fill('Cedar Labs 01');
  await second.getByRole('button', { name: /^Cedar Labs 01/ }).click();
  await expect(second.getByRole('alert')).toContainText('Birch Mills 01 → Cedar Labs 01 → Birch Mills 01');
  await expect(second.getByRole('button', { name: 'Set the parent' })).toBeDisabled();
});

test('what was typed just before leaving holds: a filter that was cleared does not come back', async ({
  app,
  page,
}) => {
  await beginWithList(page, [...numbered('Amber Works', 2), ...numbered('Birch Mills', 3)]);
  const shell = new ShellPage(page);
  const found = page.getByRole('search').getByRole('status');
  const { filter } = new AccountsPage(page);
  await filter.fill('Amber');
  await expect(found).toHaveText('2 of 5 accounts');
  await filter.fill('');
  await shell.open('Settings');
  await shell.open('Board');
  await expect(found).toHaveText('5 accounts');
  await filter.fill('Birch');
  await shell.open('Settings');
  await app.reload();
  await shell.open('Board');
  await expect(found).toHaveText('3 of 5 accounts');
});
