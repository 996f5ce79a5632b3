import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from '../support/app.ts';
import { DataPage } from '../pages/data.page.ts';
import { FirstRunPage } from '../pages/first-run.page.ts';
import { RulesPage } from '../pages/rules.page.ts';
import { SettingsPage } from '../pages/settings.page.ts';
import { ShellPage } from '../pages/shell.page.ts';

test.describe('settings', () => {
  test('limits stand at their rule, and the meters use them', { tag: '@long' }, async ({ app, page }) => {
    await new FirstRunPage(page).begin('Start empty', 'Nora Lindqvist');
    const shell = new ShellPage(page);
    const rules = new RulesPage(page);
    await shell.open('Settings');
    await page.getByRole('main').getByRole('link', { name: 'Rules' }).click();
    await shell.isAt('Rules');
    await rules.open('AW-6');
    await expect(rules.limit('Mid-Market')).toHaveValue('150');
    await expect(rules.limit('SMB')).toHaveValue('');
    for (const wrong of ['0', '-3', '2.5', 'many', '', '100001']) {
      await rules.limit('Large').fill(wrong);
      await expect(rules.limit('Large'), `“${wrong}” is refused`).toHaveAttribute('aria-invalid', 'true');
      await expect(rules.limit('Large')).toHaveAccessibleDescription(/from 1 to 100,000/);
      await expect(rules.apply).toBeDisabled();
    }
    await rules.limit('Large').press('Escape');
    await expect(rules.limit('Large')).toHaveValue('100');

    await rules.setLimit('Large', '3');
    await rules.setLimit('SMB', '40');
    await shell.open('Accounts');
    const meters = page.getByRole('group', { name: 'Actively Working, used of limit' });
    await expect(meters.getByRole('meter', { name: 'Large' })).toHaveAttribute(
      'aria-valuetext',
      '0 of 3, 3 free',
    );
    await expect(meters.getByRole('meter', { name: 'SMB' })).toHaveAttribute(
      'aria-valuetext',
      '0 of 40, 40 free',
    );

    await shell.isSaved();
    await app.reload();
    await expect(meters.getByRole('meter', { name: 'Large' })).toHaveAttribute(
      'aria-valuetext',
      '0 of 3, 3 free',
    );

    await rules.setLimit('SMB', '');
    await shell.undo();
    await expect(rules.limit('SMB')).toHaveValue('40');
    await shell.redo();
    await expect(rules.limit('SMB')).toHaveValue('');
  });

  test(
    'BDR and workspace name show in the top line and survive a restart',
    { tag: '@long' },
    async ({ app, page }) => {
      await new FirstRunPage(page).begin('Start empty', 'Nora Lindqvist', 'Nordics');
      await new ShellPage(page).open('Settings');
      const settings = new SettingsPage(page);
      await settings.bdr.fill('Tom Abara');
      await settings.bdr.press('Enter');
      await settings.workspaceName.fill('');
      await expect(settings.workspaceName).toHaveAccessibleDescription('The workspace needs a name.');
      await settings.workspaceName.press('Enter');
      await settings.workspaceName.fill('Benelux');
      await settings.workspaceName.press('Enter');
      const { topLine } = new ShellPage(page);
      await expect(topLine).toContainText('Benelux · Tom Abara');
      await new ShellPage(page).isSaved();

      await app.restart();
      await expect(new ShellPage(app.page()).topLine).toContainText('Benelux · Tom Abara');
    },
  );

  test('the time zone decides which day it is', async ({ page }) => {
    // The clock stands at 09:00 UTC on 16 March, when Honolulu is still at the 15th.
    await new FirstRunPage(page).begin('Start empty', 'Nora Lindqvist');
    await new ShellPage(page).open('Settings');
    const settings = new SettingsPage(page);
    await expect(settings.about).toContainText('2026-03-16');
    await settings.chooseTimeZone('Pacific/Honolulu');
    await expect(settings.about).toContainText('2026-03-15');
  });

  test('the theme is taken at once and kept on this machine', { tag: '@long' }, async ({ app, page }) => {
    await new FirstRunPage(page).begin('Start empty', 'Nora Lindqvist');
    await new ShellPage(page).open('Settings');
    const settings = new SettingsPage(page);
    const lightness = (): Promise<string> =>
      app.page().evaluate(() => getComputedStyle(document.documentElement).colorScheme);

    await settings.chooseTheme('Dark');
    expect(await lightness()).toBe('dark');
    await app.reload();
    await expect(settings.theme).toHaveText('Dark');
    expect(await lightness()).toBe('dark');
    await settings.chooseTheme('Light');
    expect(await lightness()).toBe('light');

    await settings.chooseTheme('As the system');
    const ink = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).color);
    await page.emulateMedia({ colorScheme: 'dark' });
    const atNight = await ink();
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await ink()).not.toBe(atNight);
  });

  test(
    'names the data folder, and the check finds a damaged journal',
    { tag: '@long' },
    async ({ app, page }) => {
      await new FirstRunPage(page).begin('Look around with a sample', 'Nora Lindqvist');
      await new ShellPage(page).open('Accounts');
      await expect(page.getByRole('search').getByRole('status')).toHaveText(/^\d{3} accounts$/);
      await new ShellPage(page).isSaved();
      const data = new DataPage(page);
      await data.open();
      await expect(data.safety).toContainText(app.dataFolder);
      await data.check.getByRole('button', { name: 'Check everything' }).click();
      await expect(data.check.getByRole('status')).toContainText('Everything is whole', { timeout: 20_000 });
      await expect(data.check.getByRole('status')).toContainText('2 changes of the history and the journal');

      const [file, line] = await damageJournal(app.dataFolder);
      await data.check.getByRole('button', { name: 'Check everything' }).click();
      await expect(data.check.getByRole('listitem').first()).toContainText(
        `The journal is damaged (${file}, line ${line}): `,
        { timeout: 20_000 },
      );
      await expect(page.getByRole('region', { name: 'Notice' })).toContainText('The check found');
    },
  );
});

/** Changes one letter in the middle of the journal; gives the file's name and the line. */
async function damageJournal(dataFolder: string): Promise<readonly [file: string, line: number]> {
  const files = await readdir(dataFolder, { recursive: true });
  const path = files.find((file) => file.endsWith('.ndjson'));
  if (path === undefined) throw new Error('There is no journal.');
  const lines = (await readFile(join(dataFolder, path), 'utf8')).split('\n');
  const at = lines.findIndex((text) => text.includes('"pack"') || text.includes('"account"'));
  lines[at] = (lines[at] ?? '').replace(/name/, 'nane');
  await writeFile(join(dataFolder, path), lines.join('\n'));
  return [basename(path), at + 1];
}
