import { cp, readdir, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type App } from '../support/app.ts';
import { beginWithList, numbered } from '../support/imported-book.ts';
import { loseDatabases } from '../support/raw-storage.ts';
import { chooseBackupFile, DataPage } from '../pages/data.page.ts';
import { PanelPage } from '../pages/panel.page.ts';
import { RecoveryPage } from '../pages/recovery.page.ts';
import { ShellPage } from '../pages/shell.page.ts';

const account = 'Amber Works 01';
const welcome = /Welcome to Groundwork/;

/** Twelve accounts, a backup, and two edits that only the journal has. */
async function workedBook(app: App): Promise<void> {
  const page = app.page();
  await beginWithList(page, numbered('Amber Works', 12, { employees: 500 }));
  const data = new DataPage(page);
  await data.open();
  await data.backUp();
  const shell = new ShellPage(page);
  await shell.open('Board');
  await page.getByRole('option', { name: account }).click();
  const panel = new PanelPage(page, account);
  await panel.edit('BDR Next Step', 'Call the works council');
  await panel.edit('Account Research', 'Builds its own platform team.');
  await shell.isSaved();
}

async function editsAreThere(app: App): Promise<void> {
  const page = app.page();
  await new ShellPage(page).open('Board');
  await expect(page.getByRole('option')).toHaveCount(12);
  await page.getByRole('option', { name: account }).click();
  const panel = new PanelPage(page, account);
  await expect(panel.value('BDR Next Step')).toContainText('Call the works council');
  await expect(panel.value('Account Research')).toContainText('Builds its own platform team.');
}

/** The files of the data folder whose path matches. */
async function filesOf(app: App, pattern: RegExp): Promise<readonly string[]> {
  const all = await readdir(app.dataFolder, { recursive: true });
  return all.filter((path) => pattern.test(path)).map((path) => join(app.dataFolder, path));
}

test.use({ onDisk: true });

test('a lost database is told in words and rebuilt with every edit, undo included @odd', async ({
  app,
  page,
}) => {
  await workedBook(app);
  await loseDatabases(page);
  const recovery = new RecoveryPage(page);
  await expect(recovery.heading("Your workspace is missing from this browser's storage")).toBeFocused();
  await expect(recovery.assets).toContainText('It remembers 12 accounts and 4 changes.');
  await expect(recovery.asset('Backup')).toContainText('made by you: 12 accounts, 2 changes');
  await expect(recovery.asset('Journal')).toHaveText('2 changes since then');
  await expect(recovery.asset('Comes back')).toContainText('Everything, up to change 4');
  await expect(page.getByText(welcome)).toHaveCount(0);
  await page.getByText("Show the data folder's place").click();
  await expect(recovery.main).toContainText(app.dataFolder);

  // Never a first run, also at the next start.
  await app.restart();
  const again = new RecoveryPage(app.page());
  await expect(again.rebuildButton).toBeVisible();
  await expect(app.page().getByText(welcome)).toHaveCount(0);

  await again.rebuild();
  await expect(again.heading('Your workspace is back')).toBeFocused();
  await expect(again.main).toContainText('Everything is back: 12 accounts, 4 changes.');
  await again.goOnButton.click();
  await editsAreThere(app);

  const shell = new ShellPage(app.page());
  await shell.undo();
  await expect(new PanelPage(app.page(), account).value('Account Research')).not.toContainText(
    'platform team',
  );
  await shell.redo();
  await shell.isSaved();
  await app.restart();
  await editsAreThere(app);
});

test('by keyboard alone', { tag: '@long' }, async ({ app, page }) => {
  await workedBook(app);
  await loseDatabases(page);
  const recovery = new RecoveryPage(page);
  await expect(recovery.rebuildButton).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(recovery.rebuildButton).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(recovery.heading('Your workspace is back')).toBeFocused({ timeout: 30_000 });
  await expect(page.getByRole('status', { name: 'Announcements' })).toHaveText(/^Everything is back/);
  await page.keyboard.press('Tab');
  await expect(recovery.goOnButton).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await expect(page.getByRole('option')).toHaveCount(12);
});

test(
  'what no file has any more is named exactly before and after',
  { tag: '@long' },
  async ({ app, page }) => {
    await workedBook(app);
    await loseDatabases(page);
    // The journal's last line, the second edit, is cut through.
    const [journal = ''] = await filesOf(app, /journal-.*\.ndjson$/);
    await truncate(journal, (await stat(journal)).size - 20);
    await app.restart();
    const recovery = new RecoveryPage(app.page());
    await expect(recovery.asset('Journal')).toHaveText('1 change since then');
    await expect(recovery.asset('Comes back')).toContainText('All but what is missing, up to change 3');
    await expect(recovery.assets).toContainText('1 change is in no backup and not in the journal.');
    await expect(recovery.assets.getByRole('listitem')).toHaveText(/^number 4, made between /);

    await recovery.rebuild();
    await expect(recovery.heading('Your workspace is back, but not whole')).toBeFocused();
    await expect(recovery.main.getByRole('listitem')).toHaveText(/^number 4/);
    await recovery.goOnButton.click();
    await new ShellPage(app.page()).open('Board');
    await app.page().getByRole('option', { name: account }).click();
    const panel = new PanelPage(app.page(), account);
    await expect(panel.value('BDR Next Step')).toContainText('Call the works council');
    await expect(panel.value('Account Research')).not.toContainText('platform team');
  },
);

test(
  'a damaged backup is passed over, and a saved copy can be brought instead',
  { tag: '@long' },
  async ({ app, page }) => {
    await workedBook(app);
    const data = new DataPage(page);
    await data.open();
    const copy = await data.saveCopy();
    await loseDatabases(page);
    // Nothing is left but the sentinel.
    for (const file of await filesOf(app, /journal-.*\.ndjson$/)) await rm(file);
    for (const file of await filesOf(app, /\.groundwork-backup$/))
      await writeFile(file, 'no backup any more');
    await app.restart();
    const again = app.page();
    const recovery = new RecoveryPage(again);
    await expect(recovery.asset('Comes back')).toHaveText('Nothing');
    await expect(recovery.rebuildButton).toHaveCount(0);

    await again.getByRole('button', { name: 'Choose another backup…' }).click();
    const dialog = again.getByRole('dialog', { name: 'Rebuild from another backup', exact: true });
    await expect(dialog.getByRole('list', { name: 'Backups' }).getByText('Damaged').first()).toBeVisible();
    await chooseBackupFile(again, copy);
    await expect(dialog).toBeHidden({ timeout: 20_000 });
    await expect(recovery.asset('Backup')).toContainText('brought in as a file: 12 accounts');
    await recovery.rebuild();
    await expect(recovery.main).toContainText('Everything is back: 12 accounts, 4 changes.');
    await recovery.goOnButton.click();
    await editsAreThere(app);
  },
);

test(
  'an older copy of the browser storage is brought up to date from the journal, and told',
  { tag: '@long' },
  async ({ app, page }) => {
    await beginWithList(page, numbered('Amber Works', 12, { employees: 500 }));
    const older = `${app.storageFolder}-of-yesterday`;
    await app.restart(() => cp(app.storageFolder, older, { recursive: true }));
    await new ShellPage(app.page()).open('Board');
    await app.page().getByRole('option', { name: account }).click();
    const panel = new PanelPage(app.page(), account);
    await panel.edit('BDR Next Step', 'Call the works council');
    await panel.edit('Account Research', 'Builds its own platform team.');
    await new ShellPage(app.page()).isSaved();

    await app.restart(async () => {
      await rm(app.storageFolder, { recursive: true });
      await rename(older, app.storageFolder);
    });
    await expect(new ShellPage(app.page()).notes).toContainText('2 changes came back from the journal');
    await editsAreThere(app);
  },
);
