import { hostErrorOf } from '../../../src/main/io-error.ts';
import { expect, test } from '../support/app.ts';
import { beginWithList, numbered } from '../support/imported-book.ts';
import { damageAccount } from '../support/raw-storage.ts';
import { BoardPage } from '../pages/board.page.ts';
import { DataPage } from '../pages/data.page.ts';
import { PanelPage } from '../pages/panel.page.ts';
import { ShellPage } from '../pages/shell.page.ts';

const account = 'Amber Works 01';

test.describe('bad days', { tag: '@loopback' }, () => {
  test(
    'the host dies and comes back: edits go on, a bar says what waits',
    { tag: '@long' },
    async ({ app, page }) => {
      await beginWithList(page, numbered('Amber Works', 3, { employees: 500 }));
      await page.getByRole('option', { name: account }).click();
      const panel = new PanelPage(page, account);
      const bar = page.getByRole('region', { name: 'Notice' });
      await app.whileHostIsAway(async () => {
        await panel.edit('BDR Next Step', 'Written while the host was away');
        await expect(bar).toContainText('Not reaching the host', { timeout: 20_000 });
        await expect(bar).toContainText('1 change waits in this browser');
        await bar.getByRole('button', { name: 'Details' }).click();
        await expect(new DataPage(page).safety).toContainText('The journal cannot be reached');
      });
      await expect(bar).toBeHidden({ timeout: 20_000 });
      await new ShellPage(page).isSaved();
    },
  );

  test('a filling disk warns, a full one stops writing, and freed space goes on @even', async ({
    app,
    page,
  }) => {
    await beginWithList(page, numbered('Amber Works', 3, { employees: 500 }));
    const bar = page.getByRole('region', { name: 'Notice' });
    app.setFreeSpace(400_000_000);
    await app.reload();
    await expect(bar).toContainText('400 MB are free');
    await bar.getByRole('button', { name: 'Dismiss' }).click();
    await expect(bar).toBeHidden();

    app.setFreeSpace(50_000_000);
    await app.reload();
    await expect(bar).toContainText('Writing has stopped: the disk is nearly full');
    await expect(bar).toContainText('50 MB are free');
    await expect(bar.getByRole('button', { name: 'Dismiss' })).toHaveCount(0);
    await page.getByRole('option', { name: account }).click();
    const panel = new PanelPage(page, account);
    await panel.edit('BDR Next Step', 'Not written');
    await expect(page.getByRole('alert', { name: 'Urgent announcements' })).toContainText('50 MB');
    await expect(panel.value('BDR Next Step')).not.toContainText('Not written');

    app.setFreeSpace(5_000_000_000);
    await app.reload();
    await expect(bar).toBeHidden();
    await page.getByRole('option', { name: account }).click();
    await panel.edit('BDR Next Step', 'Written again');
    await new ShellPage(page).isSaved();
  });

  test(
    'a data folder that may not be written: what to do is said, nothing is lost',
    { tag: '@long' },
    async ({ app, page }) => {
      await beginWithList(page, numbered('Amber Works', 3, { employees: 500 }));
      await page.getByRole('option', { name: account }).click();
      const panel = new PanelPage(page, account);
      // A root user may write everywhere, so the system's refusal is given by hand, in the host's own words.
      const error = hostErrorOf(Object.assign(new Error('read-only file system'), { code: 'EROFS' }));
      await page.route('**/call/journal.append', (route) =>
        route.fulfill({
          contentType: 'application/x-ndjson',
          body: `${JSON.stringify({ kind: 'error', error })}\n`,
        }),
      );
      await panel.edit('BDR Next Step', 'Kept until the folder can be written');
      const shell = new ShellPage(page);
      await expect(shell.saveState).toHaveText('Journal not written');
      const bar = page.getByRole('region', { name: 'Notice' });
      await expect(bar).toContainText('Make that folder writable for your user.', { timeout: 20_000 });
      await page.unroute('**/call/journal.append');
      await shell.isSaved();
      await expect(bar).toBeHidden();
      await app.restart();
      await new ShellPage(app.page()).open('Board');
      await app.page().getByRole('option', { name: account }).click();
      await expect(new PanelPage(app.page(), account).value('BDR Next Step')).toContainText('Kept until');
    },
  );

  test('quitting makes a last backup, then lets the host go on', async ({ app, page }) => {
    await beginWithList(page, numbered('Amber Works', 3, { employees: 500 }));
    await new ShellPage(page).isSaved();
    const data = new DataPage(page);
    await data.open();
    const ready = page.waitForRequest('**/call/session.ready-to-quit', { timeout: 20_000 });
    app.tell({ kind: 'quit' });
    await ready;
    await expect(data.row('When Groundwork was closed')).toContainText('3 accounts, 2 changes');
  });
});

test(
  'a record that cannot be read is put aside, put back, and undone',
  { tag: '@long' },
  async ({ page }) => {
    await beginWithList(page, numbered('Amber Works', 3, { employees: 500 }));
    await damageAccount(page, account);
    const bar = page.getByRole('region', { name: 'Notice' });
    await expect(bar).toContainText('The check found 1 problem', { timeout: 30_000 });
    await bar.getByRole('button', { name: 'Details' }).click();
    const { check } = new DataPage(page);
    await expect(check.getByText('1 record put aside')).toBeVisible();
    await expect(check).toContainText('priority');
    await check.getByText('The record as it was').click();
    await expect(check.getByLabel(`Account ${account} as it was`)).toContainText('"priority":9');

    const shell = new ShellPage(page);
    const board = new BoardPage(page);
    await shell.open('Board');
    await expect(board.column('No status').getByRole('option')).toHaveCount(2);
    await new DataPage(page).open();
    await check.getByRole('button', { name: `Put back without what is wrong: Account ${account}` }).click();
    await expect(shell.notes).toContainText('Put 1 record back from quarantine');
    await expect(check.getByText('1 record put aside')).toBeHidden();
    await shell.open('Board');
    await expect(board.card(account)).toBeVisible();
    await shell.undo();
    await expect(board.card(account)).toHaveCount(0);
    await new DataPage(page).open();
    await check.getByRole('button', { name: `Let go: Account ${account}` }).click();
    await expect(check.getByText('1 record put aside')).toBeHidden();
    await shell.isSaved();
  },
);
