import { expect, test } from '../support/app.ts';
import { beginWithList, numbered, ourBdr } from '../support/imported-book.ts';
import { BoardPage } from '../pages/board.page.ts';
import { chooseBackupFile, DataPage } from '../pages/data.page.ts';
import { FirstRunPage } from '../pages/first-run.page.ts';
import { PanelPage } from '../pages/panel.page.ts';
import { RecoveryPage } from '../pages/recovery.page.ts';
import { ShellPage } from '../pages/shell.page.ts';

const account = 'Amber Works 01';

test('back up, go on working, restore with a preview, take the restore back @odd', async ({ page }) => {
  await beginWithList(page, numbered('Amber Works', 4, { employees: 500 }));
  const shell = new ShellPage(page);
  const data = new DataPage(page);
  await data.open();
  await expect(data.safety).toContainText('Everything is saved in both places');
  await expect(data.row('Before an import')).toHaveCount(1);
  await data.backUp();
  await expect(data.row('Made by you')).toContainText('4 accounts, 2 changes');
  await data.backups.getByRole('button', { name: 'Back up now' }).click();
  await expect(shell.notes).toContainText('Nothing has changed since the last backup');

  await shell.open('Board');
  await page.getByRole('option', { name: account }).click();
  const panel = new PanelPage(page, account);
  await panel.edit('BDR Next Step', 'Changed after the backup');
  await panel.close();
  await page.keyboard.press('n');
  const added = page.getByRole('dialog', { name: 'New account', exact: true });
  await added.getByRole('textbox', { name: 'Account name' }).fill('Birch Mills');
  await added.getByRole('button', { name: 'Add account' }).click();
  const board = new BoardPage(page);
  await expect(board.card('Birch Mills')).toBeVisible();

  await test.step('the preview counts and shows, and changes nothing', async () => {
    await data.open();
    await expect(data.safety).toContainText('All but the last 2 changes');
    await data.chooseFromMenu(data.row('Made by you'), 'Restore…');
    expect(await data.previewOfAccounts()).toEqual([0, 1, 1, 3]);
    await expect(data.restoreDialog).toContainText('2 changes made since then are set back.');
    const samples = data.restoreDialog.getByRole('region', { name: 'Accounts that would change' });
    await expect(samples.getByText('goes away')).toBeVisible();
    await samples.getByText(account).click();
    await expect(samples.getByRole('definition')).toContainText('Changed after the backup');
    await data.restoreDialog.getByRole('button', { name: 'Cancel' }).click();
    await shell.open('Board');
    await expect(board.card('Birch Mills')).toBeVisible();
  });

  await test.step('restored, and undone', async () => {
    await data.open();
    await data.chooseFromMenu(data.row('Made by you'), 'Restore…');
    await data.restoreDialog.getByRole('button', { name: 'Restore 2 accounts' }).click();
    await expect(data.restoreDialog).toBeHidden({ timeout: 20_000 });
    await expect(shell.notes).toContainText('Restored the backup of');
    await expect(data.row('Before a restore')).toHaveCount(1);
    await shell.open('Board');
    await expect(board.card('Birch Mills')).toHaveCount(0);
    await page.getByRole('option', { name: account }).click();
    await expect(panel.value('BDR Next Step')).not.toContainText('Changed after the backup');

    await shell.undo();
    await expect(board.card('Birch Mills')).toBeVisible();
    await expect(panel.value('BDR Next Step')).toContainText('Changed after the backup');
  });
});

test(
  'a locked copy opens a workspace elsewhere, history included',
  { tag: '@long' },
  async ({ page, elsewhere }) => {
    await beginWithList(page, numbered('Amber Works', 4, { employees: 500 }));
    await page.getByRole('option', { name: account }).click();
    await new PanelPage(page, account).edit('Account Research', 'Travels with the copy');
    await new ShellPage(page).isSaved();
    const data = new DataPage(page);
    await data.open();
    const copy = await data.saveCopy('seven quiet barges carry amber');
    expect(copy.name).toBe('My territory 2026-03-16.groundwork-backup.age');

    const there = elsewhere.page();
    await new FirstRunPage(there).way('Open a backup').click();
    await expect(there.getByRole('main')).toContainText('the two keep their data apart');
    await chooseBackupFile(there, copy);
    const passphrase = there.getByRole('textbox', { name: 'Passphrase' });
    await expect(passphrase).toBeFocused();
    await passphrase.fill('seven quiet barges');
    await there.getByRole('button', { name: 'Open the backup' }).click();
    await expect(passphrase).toHaveAccessibleDescription(/The passphrase does not fit/, { timeout: 20_000 });
    await passphrase.fill('seven quiet barges carry amber');
    await passphrase.press('Enter');
    await expect(there.getByRole('heading', { level: 1, name: 'My territory' })).toBeFocused({
      timeout: 20_000,
    });
    await expect(there.getByRole('main')).toContainText('Whole');
    await there.getByRole('button', { name: 'Open it here' }).click();
    const recovery = new RecoveryPage(there);
    await expect(recovery.main).toContainText('Everything is back: 4 accounts, 3 changes.', {
      timeout: 30_000,
    });
    await recovery.goOnButton.click();

    await new ShellPage(there).open('Board');
    await expect(there.getByRole('option')).toHaveCount(4);
    await there.getByRole('option', { name: account }).click();
    const panel = new PanelPage(there, account);
    await expect(panel.value('Account Research')).toContainText('Travels with the copy');
    await panel.show('History');
    await expect(panel.history.first()).toContainText('Edited Account Research');
    await expect(new ShellPage(there).topLine).toContainText(ourBdr);
  },
);

test(
  'a file that is no backup, or is damaged, is refused with the reason',
  { tag: '@long' },
  async ({ page, elsewhere }) => {
    await beginWithList(page, numbered('Amber Works', 4, { employees: 500 }));
    const data = new DataPage(page);
    await data.open();
    const copy = await data.saveCopy();

    const there = elsewhere.page();
    await new FirstRunPage(there).way('Open a backup').click();
    const choose = (name: string, bytes: Buffer): Promise<void> => chooseBackupFile(there, { name, bytes });
    await choose('list.csv', Buffer.from('Account Name\nAcme\n'));
    await expect(there.getByRole('alert').filter({ hasText: /\w/ })).toContainText(
      'This is no Groundwork backup.',
    );
    await choose('empty', Buffer.alloc(0));
    await expect(there.getByRole('alert').filter({ hasText: /\w/ })).toContainText('The file is empty');

    await choose('cut.groundwork-backup', copy.bytes.subarray(0, Math.floor(copy.bytes.length / 3)));
    await expect(there.getByRole('term').filter({ hasText: 'Every line checked' })).toBeVisible({
      timeout: 20_000,
    });
    await expect(there.getByRole('main')).not.toContainText('Whole');
    await there.getByRole('button', { name: 'Choose another file' }).click();
    await expect(there.getByRole('heading', { level: 1, name: 'Open a backup' })).toBeFocused();
  },
);

test('by keyboard: palette, choose, preview, restore', { tag: '@long' }, async ({ page }) => {
  await beginWithList(page, numbered('Amber Works', 3, { employees: 500 }));
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('back up now');
  await page.keyboard.press('Enter');
  await expect(new ShellPage(page).notes).toContainText('Backed up and checked', { timeout: 20_000 });
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('restore');
  await page.keyboard.press('Enter');
  const data = new DataPage(page);
  await expect(data.restoreDialog.getByRole('list', { name: 'Backups' }).getByRole('button')).toHaveCount(2);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await data.previewOfAccounts()).toEqual([0, 0, 3, 0]);
  await page.keyboard.press('Escape');
  await expect(data.restoreDialog).toBeHidden();
});
