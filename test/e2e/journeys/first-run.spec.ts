import { expect, test } from '../support/app.ts';
import { FirstRunPage } from '../pages/first-run.page.ts';
import { ShellPage } from '../pages/shell.page.ts';

test.describe('the first start', () => {
  test('asks whose book it is and offers four beginnings', async ({ page }) => {
    const welcome = new FirstRunPage(page);
    await expect(welcome.heading).toBeVisible();
    await expect(welcome.bdr).toBeFocused();
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    await expect(welcome.timeZone, 'the zone of this machine').toHaveText(timeZone);
    for (const way of [
      'Import my list',
      'Look around with a sample',
      'Start empty',
      'Open a backup',
    ] as const) {
      await expect(welcome.way(way)).toBeEnabled();
    }

    await welcome.workspaceName.fill('');
    await welcome.way('Start empty').click();
    await expect(welcome.workspaceName).toHaveAccessibleDescription(/Give the workspace a name/);
    await expect(welcome.workspaceName).toBeFocused();
    await expect(welcome.heading).toBeVisible();
  });

  test('empty: each screen says what to do next, and the answers are kept', async ({ app, page }) => {
    await new FirstRunPage(page).begin('Start empty', 'Nora Lindqvist', 'Nordics');
    const shell = new ShellPage(page);
    await expect(shell.topLine).toContainText('Nordics · Nora Lindqvist');

    await shell.isAt('Today');
    await expect(page.getByRole('heading', { name: 'No accounts yet' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add an account' })).toBeVisible();
    await page.getByRole('button', { name: 'Import a list' }).click();
    await shell.isAt('Exchange');
    await expect(page.getByRole('button', { name: 'Choose file' })).toBeVisible();

    await shell.open('Accounts');
    await expect(page.getByRole('heading', { name: 'No accounts yet' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Import a list' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add an account' })).toBeVisible();

    await shell.isSaved();
    await app.reload();
    await expect(shell.topLine).toContainText('Nordics · Nora Lindqvist');
  });

  test('empty: the first account can be typed in', { tag: '@long' }, async ({ page }) => {
    await new FirstRunPage(page).begin('Start empty', 'Nora Lindqvist');
    await page.getByRole('button', { name: 'Add an account' }).click();
    const dialog = page.getByRole('dialog', { name: 'New account', exact: true });
    await dialog.getByRole('button', { name: 'Add account' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Account name' })).toHaveAccessibleDescription(/name/i);
    await dialog.getByRole('textbox', { name: 'Account name' }).fill('Fjordline Ferries');
    await dialog.getByRole('textbox', { name: 'Employees' }).fill('100');
    await dialog.getByRole('button', { name: 'Add account' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('complementary', { name: 'Account Fjordline Ferries' })).toBeVisible();
    await new ShellPage(page).open('Board');
    await expect(page.getByRole('listbox', { name: 'No status' }).getByRole('option')).toHaveAccessibleName(
      /^Fjordline Ferries.*segment Mid-Market/,
    );
  });

  test('import: leads straight to choosing a file', { tag: '@long' }, async ({ page }) => {
    await new FirstRunPage(page).begin('Import my list', 'Nora Lindqvist');
    await new ShellPage(page).isAt('Exchange');
    await expect(page.getByRole('button', { name: 'Choose file' })).toBeVisible();
  });

  test('sample: opens about 600 made-up accounts', async ({ page }) => {
    await new FirstRunPage(page).begin('Look around with a sample', '');
    const shell = new ShellPage(page);
    await shell.isAt('Today');
    await shell.open('Board');
    await expect(page.getByRole('search').getByRole('status')).toHaveText(/^(5[5-9]\d|6[0-4]\d) accounts$/);
    await shell.isSaved();
  });
});

test.describe('--demo', () => {
  test.use({ demo: true });

  // In `npm test` axe.spec.ts opens it so, and looks at the same.
  test('opens the sample at once', { tag: '@long' }, async ({ page }) => {
    const shell = new ShellPage(page);
    await shell.isAt('Today');
    await expect(shell.topLine).toContainText('Groundwork demo');
    await expect(page.getByRole('grid', { name: /^Due back/ })).toBeVisible();
    await shell.open('Board');
    await expect(
      page.getByRole('listbox', { name: 'Actively Working' }).getByRole('option').first(),
    ).toBeVisible();
    await expect(page.getByRole('search').getByRole('status')).toHaveText(/^\d{3} accounts$/);
  });
});
