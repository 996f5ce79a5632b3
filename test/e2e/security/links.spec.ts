import type { Locator, Page } from '@playwright/test';
import { PanelPage } from '../pages/panel.page.ts';
import { ShellPage } from '../pages/shell.page.ts';
import { AccountsPage } from '../pages/accounts.page.ts';
import { isAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/app.ts';
import { beginWithList } from '../support/imported-book.ts';
import { Keyboard } from '../support/keyboard.ts';

const accounts = [
  { name: 'Plain', more: { Website: 'http://www.plain.example/about?from=crm#team' } },
  { name: 'Disguised', more: { Website: 'https://stranger.example/known.example' } },
  // The first letter is Cyrillic.
  { name: 'Lookalike', more: { Website: '\u0430pple.com' } },
  { name: 'Mail', more: { Website: 'mailto:ada@mail.example?subject=Hello' } },
  { name: 'Script', more: { Website: 'javascript:alert(1)' } },
  { name: 'Borrowed', more: { Website: 'https://known.example@elsewhere.example/' } },
  { name: 'File', more: { Website: 'file:///etc/passwd' } },
];

/** Opens an account from the table and gives the panel's way out. */
async function websiteOf(page: Page, account: string): Promise<Locator> {
  await new AccountsPage(page).openAccount(account);
  const { pane } = new PanelPage(page, account);
  await expect(pane.getByRole('heading', { level: 2 })).toContainText(account);
  return pane.getByRole('button', { name: 'Open website' });
}

test(
  'a link shows where it leads, and opens only when told to, by keyboard too @even',
  { tag: '@loopback' },
  async ({ app, page }) => {
    await beginWithList(page, accounts);
    await new ShellPage(page).open('Accounts');
    const keys = new Keyboard(page);
    const dialog = page.getByRole('dialog', { name: 'Open this website?', exact: true });

    const plain = await websiteOf(page, 'Plain');
    await plain.focus();
    await keys.press('Enter');
    await expect(dialog).toContainText('https://www.plain.example/about?from=crm#team');
    await expect(dialog.getByRole('strong')).toHaveText('www.plain.example');
    await expect(dialog).toHaveAccessibleDescription('https://www.plain.example/about?from=crm#team');
    await keys.isAt(dialog.getByRole('button', { name: 'Open' }));
    await isAccessible(page, 'opening a website', '[role="dialog"]');
    await keys.press('Escape');
    await expect(dialog).toBeHidden();
    await keys.isAt(plain);
    await keys.press('Enter', 'Shift+Tab');
    await keys.isAt(dialog.getByRole('button', { name: 'Cancel' }));
    await keys.press('Enter');
    await expect(dialog).toBeHidden();
    expect(app.openedOutside()).toEqual([]);

    await keys.press('Enter');
    await keys.isAt(dialog.getByRole('button', { name: 'Open' }));
    await keys.press('Enter');
    await expect(dialog).toBeHidden();
    await expect.poll(() => app.openedOutside()).toEqual(['https://www.plain.example/about?from=crm#team']);

    await (await websiteOf(page, 'Disguised')).click();
    await expect(dialog.getByRole('strong')).toHaveText('stranger.example');
    await dialog.getByRole('button', { name: 'Close' }).click();

    await (await websiteOf(page, 'Lookalike')).click();
    await expect(dialog.getByRole('strong')).toHaveText('xn--pple-43d.com');
    await expect(dialog).toContainText('In other letters: \u0430pple.com.');
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    await (await websiteOf(page, 'Mail')).click();
    const mail = page.getByRole('dialog', { name: 'Write to this address?', exact: true });
    await expect(mail.getByRole('strong')).toHaveText('ada@mail.example');
    await mail.getByRole('button', { name: 'Open' }).click();
    await expect.poll(() => app.openedOutside().at(-1)).toBe('mailto:ada@mail.example?subject=Hello');

    for (const account of ['Script', 'Borrowed', 'File']) {
      await expect(await websiteOf(page, account)).toBeHidden();
    }
    expect(app.openedOutside()).toHaveLength(2);
  },
);

test('a link that cannot be opened says so @odd', { tag: '@loopback' }, async ({ app, page }) => {
  await beginWithList(page, accounts.slice(0, 1));
  await new ShellPage(page).open('Accounts');
  await (await websiteOf(page, 'Plain')).click();
  app.expectProblem(/ERR_CONNECTION_REFUSED/);
  await page.route('**/call/link.open', (route) => route.abort('connectionrefused'), { times: 1 });
  await page.getByRole('dialog').getByRole('button', { name: 'Open' }).click();
  await expect(new ShellPage(page).notes).toContainText('The link was not opened');
  expect(app.openedOutside()).toEqual([]);
});
