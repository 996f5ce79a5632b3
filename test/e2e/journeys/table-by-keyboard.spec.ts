import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { beginWithList, numbered, type ListedAccount } from '../support/imported-book.ts';
import { Keyboard } from '../support/keyboard.ts';
import { AccountsPage } from '../pages/accounts.page.ts';
import { BoardPage } from '../pages/board.page.ts';
import { ShellPage } from '../pages/shell.page.ts';

const list: readonly ListedAccount[] = [
  ...numbered('Amber Works', 60, { employees: 50 }),
  { name: 'Birch Mills', employees: 500, more: { 'Account Owner': 'Dana Wells', Industry: 'Milling' } },
  { name: 'Cedar Holdings', employees: '', more: { 'Account Owner': 'Dana Wells' } },
  { name: 'Delta Foods', employees: 4000, status: 'Queued', more: { 'Account Owner': 'Ines Roth' } },
];

const columnNames = [
  'Selected',
  'Account',
  'Segment',
  'Status',
  'Priority',
  'Next step date',
  'Next step',
  'Owner',
  'BDR Assigned',
  'Place',
  'Employees',
  'Domain',
  'Industry',
  'Findings',
] as const;

async function begin(page: Page, accounts = list): Promise<{ table: AccountsPage; keys: Keyboard }> {
  await beginWithList(page, accounts);
  const keys = new Keyboard(page);
  await keys.press('g', 'a');
  await new ShellPage(page).isAt('Accounts');
  const table = new AccountsPage(page);
  await keys.tabTo(table.row('Amber Works 01').getByRole('gridcell').nth(1));
  return { table, keys };
}

/** The cell with focus: where it is and what it says. */
async function isAtCell(page: Page, row: number, column: (typeof columnNames)[number]): Promise<void> {
  const focused = page.locator(':focus');
  await expect(focused).toHaveRole(row === 0 ? 'columnheader' : 'gridcell');
  await expect(focused).toHaveAttribute('aria-colindex', String(columnNames.indexOf(column) + 1));
  await expect(page.getByRole('row').filter({ has: focused })).toHaveAttribute(
    'aria-rowindex',
    String(row + 1),
  );
}

test('the grid tells its size, and arrows go from cell to cell', { tag: '@long' }, async ({ page }) => {
  const { table, keys } = await begin(page);
  await expect(table.grid).toHaveAttribute('aria-rowcount', '64');
  await expect(table.grid).toHaveAttribute('aria-colcount', '14');
  await expect(table.grid).toHaveAttribute('aria-multiselectable', 'true');

  await isAtCell(page, 1, 'Account');
  await keys.press('ArrowDown', 'ArrowRight', 'ArrowRight');
  await isAtCell(page, 2, 'Status');
  await keys.press('End');
  await isAtCell(page, 2, 'Findings');
  await expect(page.locator(':focus')).toBeInViewport();
  await keys.press('ArrowRight', 'Home', 'ArrowLeft');
  await isAtCell(page, 2, 'Selected');
  await keys.press('Control+End');
  await isAtCell(page, 63, 'Findings');
  await expect(page.getByRole('row').filter({ has: page.locator(':focus') })).toContainText('Delta Foods');
  await keys.press('PageUp', 'PageDown');
  await isAtCell(page, 63, 'Findings');
  await keys.press('Control+Home');
  await isAtCell(page, 1, 'Selected');
  await keys.press('ArrowUp', 'ArrowUp');
  await isAtCell(page, 0, 'Selected');
  await keys.press('ArrowDown');

  // The grid is one tab stop, and it remembers.
  await keys.press('ArrowRight', 'ArrowRight', 'Shift+Tab', 'Tab');
  await isAtCell(page, 1, 'Segment');
});

test('Enter on a head sorts, up and down', { tag: '@long' }, async ({ page }) => {
  const { table, keys } = await begin(page);
  const head = (name: string) => table.grid.getByRole('columnheader', { name, exact: true });
  /** The account in a row, counted from 1 in the order of the table. */
  const nameIn = (row: number) => table.grid.locator(`[aria-rowindex="${row + 1}"] [aria-colindex="2"]`);
  await expect(head('Account')).toHaveAttribute('aria-sort', 'ascending');
  await expect(head('Segment')).toHaveAttribute('aria-sort', 'none');
  await expect(head('Findings')).not.toHaveAttribute('aria-sort');

  await keys.press('ArrowUp', 'Enter');
  await isAtCell(page, 0, 'Account');
  await expect(head('Account')).toHaveAttribute('aria-sort', 'descending');
  await expect(nameIn(1)).toContainText('Delta Foods');
  await expect(nameIn(2)).toContainText('Cedar Holdings');

  await keys.repeat('ArrowRight', 9);
  await isAtCell(page, 0, 'Employees');
  await keys.press('Enter', 'Enter');
  await expect(head('Employees')).toHaveAttribute('aria-sort', 'descending');
  await expect(head('Account')).toHaveAttribute('aria-sort', 'none');
  await expect(nameIn(1)).toContainText('Delta Foods');
  await expect(nameIn(2)).toContainText('Birch Mills');
  await isAtCell(page, 0, 'Employees');
});

test('cells are edited in place: Enter, F2, Tab, Escape, and what is refused @even', async ({ page }) => {
  const { table, keys } = await begin(page);
  const focused = page.locator(':focus');
  await keys.press('Enter');
  await keys.isAt(page.getByRole('textbox', { name: 'Account of Amber Works 01' }));
  await keys.retype('');
  await keys.press('Enter');
  await expect(focused).toHaveAttribute('aria-invalid', 'true');
  await expect(table.grid.getByRole('alert')).toContainText(/name/i);
  await keys.type('Abacus Works');
  await expect(table.grid.getByRole('alert')).toBeHidden();
  await keys.press('Escape');
  await isAtCell(page, 1, 'Account');
  await expect(table.row('Amber Works 01')).toBeVisible();

  await keys.press('F2');
  await keys.retype('Abacus Works');
  await keys.press('Enter');
  await isAtCell(page, 1, 'Account');
  await expect(table.row('Abacus Works')).toBeVisible();

  await keys.repeat('ArrowRight', 5);
  await keys.press('Enter');
  await keys.type('Call about the depot');
  await keys.press('Tab');
  await isAtCell(page, 1, 'Owner');
  await expect(table.row('Abacus Works')).toContainText('Call about the depot');
  await keys.press('Enter');
  await keys.type('Dana Wells');
  await keys.press('Shift+Tab');
  await isAtCell(page, 1, 'Next step');
  await expect(table.row('Abacus Works')).toContainText('Dana Wells');

  await keys.press('ArrowLeft', 'Enter');
  await keys.type('03202026');
  await keys.press('Enter');
  await isAtCell(page, 1, 'Next step date');
  await expect(table.row('Abacus Works')).toContainText('Mar 20, 2026');

  // Read-only cells stay as they are.
  await keys.press('Home', 'ArrowRight', 'ArrowRight');
  await expect(focused).toHaveAttribute('aria-readonly', 'true');
  await keys.press('Enter');
  await isAtCell(page, 1, 'Segment');

  // Undo takes the edits back one by one.
  await keys.press('ControlOrMeta+Z', 'ControlOrMeta+Z', 'ControlOrMeta+Z', 'ControlOrMeta+Z');
  await expect(table.row('Amber Works 01')).toBeVisible();
  await isAtCell(page, 1, 'Segment');
});

test('status and priority are chosen from a menu in the cell', { tag: '@long' }, async ({ page }) => {
  const { table, keys } = await begin(page);
  await keys.press('ArrowRight', 'ArrowRight', 'Enter');
  const menu = page.getByRole('menu', { name: 'Status of Amber Works 01' });
  await expect(menu.getByRole('menuitemcheckbox', { name: 'No status', exact: true })).toBeChecked();
  const worked = menu.getByRole('menuitemcheckbox', { name: 'Worked in FY' });
  await expect(worked).toHaveAttribute('aria-disabled', 'true');
  await expect(worked).toHaveAccessibleDescription(
    /AW-0: No status cannot become Worked in FY\. From No status it can go to/,
  );
  await keys.press('Escape');
  await isAtCell(page, 1, 'Status');
  await keys.press('Enter');
  await keys.arrowTo(menu.getByRole('menuitemcheckbox', { name: 'Queued' }), 'ArrowDown');
  await keys.press('Enter');
  await expect(new BoardPage(page).said).toHaveText('Moved Amber Works 01 to Queued');
  await isAtCell(page, 1, 'Status');
  await expect(page.locator(':focus')).toHaveText('Queued');

  await keys.press('ArrowRight', 'F2');
  await keys.arrowTo(
    page
      .getByRole('menu', { name: 'Priority of Amber Works 01' })
      .getByRole('menuitemcheckbox', { name: 'Priority 2' }),
    'ArrowDown',
  );
  await keys.press('Enter');
  await isAtCell(page, 1, 'Priority');
  await expect(table.row('Amber Works 01')).toContainText('Priority 2');
});

test('selecting: one, a range, all; and what can be done with many', { tag: '@long' }, async ({ page }) => {
  const { table, keys } = await begin(page);
  const bar = page.getByRole('toolbar', { name: 'Selected accounts' });
  await keys.press('x');
  await expect(table.row('Amber Works 01')).toHaveAttribute('aria-selected', 'true');
  await expect(bar).toContainText('1 account selected');
  await keys.press('Shift+ArrowDown', 'Shift+ArrowDown');
  await expect(bar).toContainText('3 accounts selected');
  await keys.press('Escape');
  await expect(bar).toBeHidden();
  await isAtCell(page, 3, 'Account');
  await keys.press('ControlOrMeta+A');
  await expect(bar).toContainText('63 accounts selected');
  await keys.press('Escape', 'ArrowUp', 'ArrowUp', 'Space', 'ArrowDown', 'Space');
  await expect(bar).toContainText('2 accounts selected');

  const said = new BoardPage(page).said;
  await keys.tabTo(bar.getByRole('button', { name: 'Move to…' }));
  await keys.press('Enter');
  await keys.arrowTo(page.getByRole('menuitem', { name: /^Queued/ }), 'ArrowDown');
  await keys.press('Enter');
  await expect(said).toHaveText('Moved 2 accounts to Queued');
  await keys.isAt(bar.getByRole('button', { name: 'Move to…' }));
  await keys.tabTo(bar.getByRole('button', { name: 'Priority…' }));
  await keys.press('Enter');
  await keys.arrowTo(page.getByRole('menuitem', { name: /^Priority 1/ }), 'ArrowDown');
  await keys.press('Enter');
  await expect(table.row('Amber Works 02')).toContainText('Priority 1');

  await keys.tabTo(bar.getByRole('button', { name: 'Change…' }));
  await keys.press('Enter');
  const change = page.getByRole('dialog', { name: 'Change 2 accounts', exact: true });
  await keys.tabTo(change.getByRole('combobox', { name: 'What to change' }));
  await keys.press('Enter');
  await keys.arrowTo(page.getByRole('option', { name: 'BDR Assigned' }), 'ArrowDown');
  await keys.press('Enter');
  await keys.tabTo(change.getByRole('textbox', { name: 'New value' }));
  await keys.retype('Tom Abara');
  await keys.tabTo(change.getByRole('button', { name: 'Change 2 accounts' }));
  await keys.press('Enter');
  await expect(table.row('Amber Works 01')).toContainText('Tom Abara');
  await keys.isAt(bar.getByRole('button', { name: 'Change…' }));

  await keys.tabTo(bar.getByRole('button', { name: 'Export…' }));
  await keys.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export 2 selected accounts', exact: true });
  await keys.tabTo(dialog.getByRole('button', { name: 'Export 2 accounts' }));
  const saved = page.waitForEvent('download');
  await keys.press('Enter');
  expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
  await keys.press('Escape');
  await keys.isAt(bar.getByRole('button', { name: 'Export…' }));

  await keys.tabTo(bar.getByRole('button', { name: 'Delete' }));
  await keys.press('Enter');
  await expect(table.grid).toHaveAttribute('aria-rowcount', '62');
  await expect(bar).toBeHidden();
  await expect(said).toHaveText('Deleted 2 accounts');
  await expect(page.locator(':focus')).toHaveRole('gridcell');
  await keys.press('ControlOrMeta+Z');
  await expect(table.grid).toHaveAttribute('aria-rowcount', '64');
});

test('the filter narrows by text and by choice; / goes there', { tag: '@long' }, async ({ page }) => {
  const { table, keys } = await begin(page);
  await keys.press('/');
  await keys.isAt(table.filter);
  await keys.type('amber works 60');
  await expect(table.count).toHaveText('1 of 63 accounts');
  await expect(table.grid).toHaveAttribute('aria-rowcount', '2');
  await keys.press('Escape');
  await expect(table.count).toHaveText('63 accounts');

  await keys.tabTo(
    page.getByRole('combobox', { name: 'Owner' }).or(page.getByRole('button', { name: /^Owner/ })),
  );
  await keys.press('Enter');
  const owner = page.getByRole('option', { name: 'Dana Wells' });
  await expect(owner).toBeVisible();
  await keys.type('dana');
  await keys.press('ArrowDown', 'Enter', 'Escape');
  await expect(table.count).toHaveText('2 of 63 accounts');
  await keys.tabTo(page.getByRole('button', { name: 'Clear', exact: true }));
  await keys.press('Enter');
  await expect(table.count).toHaveText('63 accounts');

  await keys.press('/');
  await keys.type('nothing like it');
  await expect(page.getByRole('heading', { name: 'No account fits this filter' })).toBeVisible();
  await keys.tabTo(page.getByRole('button', { name: 'Clear the filter' }));
  await keys.press('Enter');
  await expect(table.count).toHaveText('63 accounts');
});

test(
  '10,000 rows: the last one is a key away, and only some are rendered',
  { tag: '@long' },
  async ({ page }) => {
    const { table, keys } = await begin(page, numbered('Amber Works', 10_000, { employees: 50 }));
    await expect(table.grid).toHaveAttribute('aria-rowcount', '10001');
    await keys.press('Control+End');
    await isAtCell(page, 10_000, 'Findings');
    await keys.press('Home', 'ArrowRight');
    await expect(page.locator(':focus')).toBeInViewport({ ratio: 1 });
    await keys.repeat('PageUp', 3);
    expect(await table.grid.getByRole('row').count()).toBeLessThan(120);
    await keys.press('F2');
    await keys.retype('Zinnia Works');
    await keys.press('Enter');
    // Sorted by name it is the last one now, and the cursor went along.
    await expect(page.getByRole('row').filter({ has: page.locator(':focus') })).toContainText('Zinnia Works');
    await isAtCell(page, 10_000, 'Account');
    await expect(page.locator(':focus')).toBeInViewport({ ratio: 1 });
  },
);
