import { expect, test, type App } from '../support/app.ts';
import { besideTheApp } from '../support/raw-storage.ts';
import { ExchangePage } from '../pages/exchange.page.ts';
import { FirstRunPage } from '../pages/first-run.page.ts';
import { PanelPage } from '../pages/panel.page.ts';
import { ShellPage } from '../pages/shell.page.ts';

const account = 'Harbour Mills';

/** A saved workspace with one account, open in the panel. */
async function withOneAccount(app: App): Promise<PanelPage> {
  const page = app.page();
  await new FirstRunPage(page).begin('Import my list', 'Nora Lindqvist');
  const exchange = new ExchangePage(page);
  await exchange.previewOf({ name: 'one.csv', bytes: `Account Name,Employees\n${account},2400\n` });
  await exchange.apply();
  const shell = new ShellPage(page);
  await shell.open('Board');
  await page.getByRole('option', { name: account }).click();
  await shell.isSaved();
  return new PanelPage(page, account);
}

test.describe('saved', () => {
  test('says "Saving…" until the journal has the change, then "Saved"', async ({ app, page }) => {
    const panel = await withOneAccount(app);
    const { saveState } = new ShellPage(page);
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route(
      '**/call/journal.append',
      async (route) => {
        await held;
        await route.continue();
      },
      { times: 1 },
    );
    await panel.edit('BDR Next Step', 'Call the works council');
    await expect(saveState).toHaveText('Saving…');
    await expect(panel.value('BDR Next Step')).toContainText('Call the works council');
    letGo();
    await expect(saveState).toHaveText('Saved');
  });

  test(
    'host away: edits go on, and are saved once it is back',
    { tag: ['@loopback', '@long'] },
    async ({ app, page }) => {
      const panel = await withOneAccount(app);
      const { saveState } = new ShellPage(page);
      await app.whileHostIsAway(async () => {
        await panel.edit('BDR Next Step', 'Written while the host was away');
        await expect(saveState).toHaveText('Not reaching the host');
        await panel.edit('BDR Next Step Date', '2026-03-20');
        await expect(panel.value('BDR Next Step Date')).toContainText('2026');
      });
      await expect(saveState).toHaveText('Saved', { timeout: 20_000 });

      await app.restart();
      const again = app.page();
      await new ShellPage(again).open('Board');
      await again.getByRole('option', { name: account }).click();
      const later = new PanelPage(again, account);
      await expect(later.value('BDR Next Step')).toContainText('Written while the host was away');
      await expect(later.value('BDR Next Step Date')).toContainText('Mar 20, 2026');
    },
  );

  test(
    'a closed host at the start is said in words, and "Try again" opens the workspace',
    { tag: ['@loopback', '@long'] },
    async ({ app, page }) => {
      await withOneAccount(app);
      // The page itself still comes, from another cache or a host that just went: only the calls fail.
      await page.route('**/call/session.open', (route) => route.abort('connectionrefused'), { times: 1 });
      app.expectProblem(/ERR_CONNECTION_REFUSED/);
      await app.reload();
      await expect(new ShellPage(page).trouble).toContainText('Groundwork is not running');
      await expect(new ShellPage(page).trouble).toContainText('Your data is untouched');
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('complementary', { name: `Account ${account}` })).toBeVisible();
    },
  );
});

test.describe('safe', () => {
  test(
    'a store of a newer Groundwork is refused in words and left alone',
    { tag: '@long' },
    async ({ app, page }) => {
      await withOneAccount(app);
      const raised = await besideTheApp(page, () => page.evaluate(raiseVersion));
      await expect(new ShellPage(page).trouble).toContainText(
        'This workspace was written by a newer Groundwork',
      );
      await expect(new ShellPage(page).trouble).toContainText(`Its storage has version ${raised / 10}`);
      await expect(new ShellPage(page).trouble).toContainText('Nothing was changed.');
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(new ShellPage(page).trouble).toContainText('newer Groundwork');
    },
  );
});

/** What a newer version leaves behind: the same database under a higher number. Gives that number. */
async function raiseVersion(): Promise<number> {
  const [database] = await indexedDB.databases();
  const next = (database?.version ?? 0) + 10;
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database?.name ?? '', next);
    opening.onsuccess = () => {
      opening.result.close();
      resolve(next);
    };
    opening.onerror = () => reject(new Error('The database could not be raised.'));
  });
}
