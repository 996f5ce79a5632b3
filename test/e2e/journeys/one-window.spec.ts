import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { beginWithList, numbered } from '../support/imported-book.ts';
import { PanelPage } from '../pages/panel.page.ts';
import { ShellPage } from '../pages/shell.page.ts';

const account = 'Amber Works 01';

async function secondWindow(page: Page): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await page.evaluate(() => void window.open(location.href));
  const second = await opened;
  await expect(second.getByRole('heading', { name: 'Groundwork is already open' })).toBeVisible();
  return second;
}

test(
  'a second window takes over; the first keeps what was typed and can take it back',
  { tag: '@long' },
  async ({ page }) => {
    await beginWithList(page, numbered('Amber Works', 3, { employees: 500 }));
    await page.getByRole('option', { name: account }).click();
    const first = new PanelPage(page, account);
    await first.edit('BDR Next Step', 'Said in the first window');
    await new ShellPage(page).isSaved();
    await first.value('Account Research').click();
    await page.keyboard.type('Half a thought');

    const second = await secondWindow(page);
    await second.getByRole('button', { name: 'Work here instead' }).click();
    const there = new PanelPage(second, account);
    await expect(there.value('BDR Next Step')).toContainText('Said in the first window');

    const notice = page.getByRole('dialog', { name: 'Work goes on in another window', exact: true });
    await expect(notice).toBeVisible();
    await expect(notice.getByRole('textbox', { name: 'Account Research' })).toHaveValue('Half a thought');
    await there.edit('BDR Next Step', 'Said in the second window');
    await new ShellPage(second).isSaved();

    await test.step('the first window is for reading', async () => {
      await notice.getByRole('button', { name: 'Stay and read' }).click();
      await expect(notice).toBeHidden();
      const bar = page.getByRole('region', { name: 'Notice' });
      await expect(bar).toContainText('Another window works on this workspace.');
      await first.edit('Account Strategy', 'Nobody gets this');
      await expect(page.getByRole('alert', { name: 'Urgent announcements' })).toContainText(
        'opened in another window',
      );
      await expect(there.value('Account Strategy')).not.toContainText('Nobody gets this');
    });

    await test.step('and takes the work back', async () => {
      await page.getByRole('button', { name: 'Work here again' }).click();
      await expect(
        second.getByRole('dialog', { name: 'Work goes on in another window', exact: true }),
      ).toBeVisible();
      await expect(first.value('BDR Next Step')).toContainText('Said in the second window');
      await expect(first.value('Account Strategy')).not.toContainText('Nobody gets this');
      await first.edit('Account Strategy', 'Written after coming back');
      await new ShellPage(page).isSaved();
    });
  },
);

test('closing the first window lets the second one in', { tag: '@long' }, async ({ page }) => {
  await beginWithList(page, numbered('Amber Works', 3, { employees: 500 }));
  const second = await secondWindow(page);
  await page.close();
  await second.getByRole('button', { name: 'Try again' }).click();
  await expect(second.getByRole('option')).toHaveCount(3);
});
