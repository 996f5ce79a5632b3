import { isAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/app.ts';
import { beginWithList, numbered, ourBdr } from '../support/imported-book.ts';
import { Keyboard } from '../support/keyboard.ts';
import { damageAccount, loseDatabases } from '../support/raw-storage.ts';
import { BoardPage } from '../pages/board.page.ts';
import { chooseBackupFile, DataPage } from '../pages/data.page.ts';
import { ExchangePage } from '../pages/exchange.page.ts';
import { FirstRunPage } from '../pages/first-run.page.ts';
import { PanelPage } from '../pages/panel.page.ts';
import { RecoveryPage } from '../pages/recovery.page.ts';
import { RulesPage } from '../pages/rules.page.ts';
import { ShellPage } from '../pages/shell.page.ts';

test('first run, and screens without accounts @even', async ({ page }) => {
  const welcome = new FirstRunPage(page);
  await expect(welcome.heading).toBeVisible();
  await isAccessible(page, 'the welcome');
  await welcome.workspaceName.fill('');
  await welcome.way('Start empty').click();
  await isAccessible(page, 'the welcome with a mistake');
  await welcome.way('Open a backup').click();
  await chooseBackupFile(page, { name: 'list.csv', bytes: Buffer.from('Account Name') });
  await expect(page.getByText('This is no Groundwork backup.')).toBeVisible();
  await isAccessible(page, 'opening a backup');
  const locked = Buffer.from('age-encryption.org/v1\n-> scrypt x 18\n');
  await chooseBackupFile(page, { name: 'locked.groundwork-backup.age', bytes: locked });
  await expect(page.getByRole('textbox', { name: 'Passphrase' })).toBeFocused();
  await isAccessible(page, 'a locked backup');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await welcome.begin('Start empty', ourBdr);
  const shell = new ShellPage(page);
  for (const screen of ['Board', 'Accounts', 'Exchange', 'Rules', 'Settings'] as const) {
    await shell.open(screen);
    await expect(page.getByRole('main')).toContainText(/\w/);
    await isAccessible(page, `${screen} without accounts`);
  }
  await new RulesPage(page).open('AW-6');
  await new RulesPage(page).limit('Large').fill('many');
  await isAccessible(page, 'a rule with a mistake');
});

test('each step of an import, and the export @odd', async ({ page }) => {
  await new FirstRunPage(page).begin('Import my list', ourBdr);
  const exchange = new ExchangePage(page);
  await exchange.choose({ name: 'empty.csv', bytes: '' });
  await expect(exchange.problem).toBeVisible();
  await isAccessible(page, 'a refused file');
  const rows = [
    'Acme,120,acme.example',
    ',5,nobody.example',
    'Bolt,-3,bolt.example',
    'Acme,120,acme.example',
  ];
  await exchange.choose({ name: 'list.csv', bytes: ['Account Name,Employees,Website', ...rows].join('\n') });
  await exchange.isAtColumnsOf('list.csv');
  await isAccessible(page, 'columns');
  await exchange.preview();
  await isAccessible(page, 'preview');
  await exchange.showRows('refused');
  await isAccessible(page, 'refused rows');
  await exchange.apply();
  await isAccessible(page, 'the import done');
  await exchange.showExport();
  await isAccessible(page, 'export');
});

test('the board: a menu, a carried card, a refusal, a selection @odd', async ({ page }) => {
  // Without a head count no segment is known, so no seat can be counted or swapped.
  await beginWithList(page, [
    ...numbered('Amber Works', 5, {}),
    { name: 'Birch Mills', employees: 700, status: 'Actively Working' },
  ]);
  const shell = new ShellPage(page);
  await shell.open('Board');
  const board = new BoardPage(page);
  const keys = new Keyboard(page);
  await keys.tabTo(board.card('Amber Works 01'));
  await keys.press('m');
  await expect(board.entry('Actively Working')).toHaveAttribute('aria-disabled', 'true');
  await isAccessible(page, 'the Move-to menu', '[role="menu"]');
  await keys.press('Escape', 'Space', 'ArrowRight', 'ArrowRight');
  await expect(board.refused).toContainText('AW-6');
  await isAccessible(page, 'a card held over a column that refuses it');
  await keys.press('Space');
  await expect(board.verdict('Actively Working')).toBeVisible();
  await isAccessible(page, 'the board after a refusal');
  await keys.press('Escape', 'x', 'Shift+ArrowDown');
  await expect(board.selectionBar).toBeVisible();
  await isAccessible(page, 'a selection on the board');
  await keys.press('m');
  await keys.arrowTo(board.entry('Queued'), 'ArrowDown');
  await keys.press('Enter');
  await expect(shell.notes).toContainText('Moved 2 accounts to Queued');
  await isAccessible(page, 'a note with Undo');
  await keys.press('m');
  await keys.arrowTo(board.entry('Restricted'), 'ArrowDown');
  await keys.press('Enter');
  await expect(
    page.getByRole('dialog', { name: 'Move 2 accounts to Restricted', exact: true }),
  ).toBeVisible();
  await isAccessible(page, 'the question of AW-8', '[role="dialog"]');
});

test('a problem is told by a note that screen readers reach', { tag: '@long' }, async ({ page }) => {
  await beginWithList(page, [
    { name: 'Amber Works', employees: 50 },
    { name: 'Cedar Holdings', employees: '' },
  ]);
  const keys = new Keyboard(page);
  await keys.press('g', 'a');
  await new ShellPage(page).isAt('Accounts');
  await keys.tabTo(page.getByRole('gridcell', { name: 'Amber Works' }).last());
  await keys.press('ControlOrMeta+A');
  const bar = page.getByRole('toolbar', { name: 'Selected accounts' });
  await keys.tabTo(bar.getByRole('button', { name: 'Move to…' }));
  await keys.press('Enter');
  await keys.arrowTo(page.getByRole('menuitem', { name: /^Actively Working/ }), 'ArrowDown');
  await keys.press('Enter');
  const { refused } = new BoardPage(page);
  await expect(refused).toContainText(
    'Cedar Holdings: AW-6: the segment is unknown, so no slot can be counted.',
  );
  await expect(new ShellPage(page).notes.getByRole('dialog')).toContainText('Cedar Holdings: AW-6');
  await isAccessible(page, 'a note on a problem');
});

test('palette, settings, shortcuts, a new account', { tag: '@long' }, async ({ page }) => {
  await beginWithList(page, numbered('Amber Works', 12, { employees: 500 }));
  const shell = new ShellPage(page);
  const keys = new Keyboard(page);
  await keys.press('ControlOrMeta+K');
  await keys.type('a');
  await expect(page.getByRole('dialog').getByRole('option').nth(5)).toBeVisible();
  await isAccessible(page, 'the palette', '[role="dialog"]');
  await keys.press('Escape');
  await shell.open('Settings');
  await isAccessible(page, 'Settings');
  await keys.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts', exact: true })).toBeVisible();
  await isAccessible(page, 'the shortcuts', '[role="dialog"]');
  await keys.press('Escape', 'n');
  const dialog = page.getByRole('dialog', { name: 'New account', exact: true });
  await dialog.getByRole('button', { name: 'Add account' }).click();
  await isAccessible(page, 'a new account with a mistake', '[role="dialog"]');
});

test('data and backups: a copy, a restore, a check with a finding', { tag: '@long' }, async ({ page }) => {
  await beginWithList(page, numbered('Amber Works', 3, { employees: 500 }));
  const shell = new ShellPage(page);
  const data = new DataPage(page);
  await data.open();
  await data.backUp();
  await shell.dismissNotes();
  await isAccessible(page, 'Data and backups');
  await data.backups.getByRole('button', { name: 'Save a copy…' }).click();
  await data.copyDialog.getByRole('checkbox', { name: 'Lock it with a passphrase' }).click();
  await data.copyDialog.getByRole('textbox', { name: 'Passphrase', exact: true }).fill('short');
  await data.copyDialog.getByRole('button', { name: 'Save the copy' }).click();
  await isAccessible(page, 'a copy with a mistake', '[role="dialog"]');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Board' }).click();
  await page.getByRole('option', { name: 'Amber Works 01' }).click();
  await new PanelPage(page, 'Amber Works 01').edit('BDR Next Step', 'After the backup');
  await data.open();
  await data.backups.getByRole('button', { name: 'Restore…' }).click();
  const choices = data.restoreDialog.getByRole('list', { name: 'Backups' }).getByRole('button');
  await expect(choices.first()).toBeVisible();
  await isAccessible(page, 'choosing a backup', '[role="dialog"]');
  await choices.first().click();
  await data.restoreDialog.getByText('Amber Works 01').click();
  await isAccessible(page, 'the preview of a restore', '[role="dialog"]');
  await page.keyboard.press('Escape');
  await shell.isSaved();

  await damageAccount(page, 'Amber Works 02');
  await expect(page.getByRole('region', { name: 'Notice' })).toBeVisible({ timeout: 30_000 });
  await new DataPage(page).open();
  await expect(data.check.getByText('1 record put aside')).toBeVisible();
  await data.check.getByText('The record as it was').click();
  await isAccessible(page, 'a bar, a finding and a record put aside');

  await test.step('a lost workspace', async () => {
    await shell.isSaved();
    await loseDatabases(page);
    const recovery = new RecoveryPage(page);
    await expect(recovery.rebuildButton).toBeVisible();
    await page.getByText("Show the data folder's place").click();
    await isAccessible(page, 'recovery');
    await page.getByRole('button', { name: 'Choose another backup…' }).click();
    await expect(page.getByRole('dialog').getByRole('list', { name: 'Backups' })).toBeVisible();
    await isAccessible(page, 'another backup', '[role="dialog"]');
    await page.keyboard.press('Escape');
    await recovery.rebuild();
    await isAccessible(page, 'a rebuilt workspace');
  });
});

test('a window that lost the workspace', { tag: '@long' }, async ({ page }) => {
  await beginWithList(page, numbered('Amber Works', 3, { employees: 500 }));
  await page.getByRole('option', { name: 'Amber Works 01' }).click();
  await new PanelPage(page, 'Amber Works 01').value('Account Research').click();
  await page.keyboard.type('Half a thought');
  const opened = page.waitForEvent('popup');
  await page.evaluate(() => void window.open(location.href));
  const second = await opened;
  await second.getByRole('button', { name: 'Work here instead' }).click();
  await expect(
    page.getByRole('dialog', { name: 'Work goes on in another window', exact: true }),
  ).toBeVisible();
  await isAccessible(page, 'the notice of a lost window', '[role="dialog"]');
  await page.getByRole('button', { name: 'Stay and read' }).click();
  await isAccessible(page, 'a window for reading');
});

test.describe('with the sample', () => {
  // A low window: axe looks at every cell and card that is drawn.
  test.use({ demo: true, viewport: { width: 1280, height: 560 } });

  test('board and panel @even', async ({ page }) => {
    const shell = new ShellPage(page);
    const keys = new Keyboard(page);
    await shell.isAt('Today');
    await shell.open('Board');
    const card = page.getByRole('listbox', { name: 'Actively Working' }).getByRole('option').first();
    await expect(card).toBeVisible();
    await isAccessible(page, 'the board');

    await keys.tabTo(page.locator('[role="option"][tabindex="0"]'));
    await keys.press('Enter');
    const panel = page.getByRole('complementary');
    await expect(panel.getByRole('heading', { name: 'Planning' })).toBeVisible();
    await isAccessible(page, 'board and panel');
    await panel.getByRole('tab', { name: /^Prospects/ }).click();
    await panel.getByRole('button', { name: 'Add a person' }).click();
    await isAccessible(page, 'a person', '[role="dialog"]');
    await keys.press('Escape');
    await panel.getByRole('tab', { name: 'History' }).click();
    await expect(
      panel.getByRole('tabpanel', { name: 'History' }).getByRole('listitem').first(),
    ).toBeVisible();
    await isAccessible(page, 'the history', 'aside');
  });

  test('the table, its editors and its bar', { tag: '@long' }, async ({ page }) => {
    const shell = new ShellPage(page);
    const keys = new Keyboard(page);
    await shell.isAt('Today');
    await shell.open('Accounts');
    await keys.tabTo(page.locator('[role="gridcell"][tabindex="0"]'));
    await isAccessible(page, 'accounts');
    await keys.press('o');
    await expect(page.getByRole('complementary').getByRole('heading', { name: 'Planning' })).toBeVisible();
    await isAccessible(page, 'accounts and panel', 'aside');
    await keys.press('Escape', 'Enter');
    await expect(page.getByRole('textbox', { name: /^Account of / })).toBeFocused();
    await keys.retype('');
    await keys.press('Enter');
    await isAccessible(page, 'a cell with a mistake', '[role="row"][aria-rowindex="2"]');
    await keys.press('Escape', 'ArrowRight', 'ArrowRight', 'Enter');
    await expect(page.getByRole('menu')).toBeVisible();
    await isAccessible(page, 'the menu of a cell', '[role="row"][aria-rowindex="2"]', '[role="menu"]');
    await keys.press('Escape', 'ControlOrMeta+A');
    await isAccessible(page, 'all accounts selected', '[role="toolbar"]', '[role="row"][aria-rowindex="2"]');
    await page.getByRole('button', { name: 'Export…' }).click();
    await expect(
      page.getByRole('dialog').getByRole('button', { name: /^Export \d+ accounts$/ }),
    ).toBeVisible();
    await isAccessible(page, 'the export dialog', '[role="dialog"]');
    await keys.press('Escape', 'Escape');
    await page.getByRole('search').getByRole('button', { name: 'With findings' }).click();
    await page.getByRole('search').getByText('Segment').click();
    await expect(page.getByRole('option').first()).toBeVisible();
    await isAccessible(page, 'the filter open', '[role="search"]', '.popup');
    await keys.press('Escape');
    await page.getByRole('searchbox').fill('nothing like it');
    await expect(page.getByRole('heading', { name: 'No account fits this filter' })).toBeVisible();
    await isAccessible(page, 'a filter that nothing fits', 'main');
  });

  test('a second window of the same workspace says so', async ({ page }) => {
    await new ShellPage(page).isSaved();
    const opened = page.waitForEvent('popup');
    await page.evaluate(() => void window.open(location.href));
    const second = await opened;
    await expect(second.getByRole('heading', { name: 'Groundwork is already open' })).toBeVisible();
    await isAccessible(second, 'a second window');
  });
});
