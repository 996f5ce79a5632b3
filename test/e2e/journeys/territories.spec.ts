import { realList } from '../../builders/real-lists.ts';
import { AccountsPage } from '../pages/accounts.page.ts';
import { ExchangePage } from '../pages/exchange.page.ts';
import { FirstRunPage } from '../pages/first-run.page.ts';
import { ShellPage } from '../pages/shell.page.ts';
import { isAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/app.ts';
import { listFile, ourBdr, wholeBook } from '../support/imported-book.ts';

const mapping = [
  ['Territory Code', 'Segment', 'Region', 'Countries', 'States', 'BDR', 'Motion', 'AEs'],
  ['EU-DACH', 'Large', 'EMEA', 'DACH', '', ourBdr, 'Any', 'Paul Reyes'],
  ['EU-GERMANY', 'Large', 'EMEA', 'Germany', '', 'Ben Ito', 'Any', 'Paul Reyes'],
  ['EU-UK', 'All', 'EMEA', 'United Kingdom', '', 'Ben Ito', 'Any', 'Tim Sato; Olga Brandt'],
  ['US', 'All', 'AMER', 'United States', '', ourBdr, 'Any', 'Ina Falk'],
  ['JAPAN', 'Large', 'APAC', 'Japan', '', '', 'Any', ''],
]
  .map((cells) => cells.join('\t'))
  .join('\n');

/** A few hundred companies of several countries, where the real list is not there. */
const made = (): Buffer =>
  Buffer.from(
    listFile(
      ['Germany', 'Austria', 'United Kingdom', 'United States', 'Japan', 'France'].flatMap((country) =>
        Array.from({ length: 60 }, (_, at) => ({
          name: `${country} Works ${at + 1}`,
          employees: 4500 + at,
          more: { 'Billing Country': country },
        })),
      ),
    ),
  );

test('a mapping is pasted, applied in part after its preview, worked on, and undone @long', async ({
  page,
}) => {
  test.slow();
  const shell = new ShellPage(page);
  await new FirstRunPage(page).begin('Import my list', ourBdr);
  const exchange = new ExchangePage(page);
  await exchange.previewOf(realList('yago') ?? { name: 'list.csv', bytes: made() });
  await exchange.apply();
  await shell.isSaved();
  const before = await wholeBook(page);

  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  await shell.open('Territories');
  await expect(page.getByRole('heading', { name: 'No territory mapping yet' })).toBeVisible();
  await isAccessible(page, 'territories-empty', '.territories');

  await test.step('paste, columns, problems', async () => {
    await page.getByRole('button', { name: 'Import or paste a mapping' }).click();
    await page.getByRole('textbox', { name: /paste the table/ }).fill(mapping);
    await page.getByRole('button', { name: 'Read the pasted table' }).click();
    await expect(page.getByText('5 rows read = 5 taken + 0 blank + 0 refused')).toBeVisible();
    await expect(page.getByRole('table', { name: 'Problems of the mapping' })).toContainText(
      'DE belongs to EU-GERMANY here and to EU-DACH in row 2',
    );
    await isAccessible(page, 'territories-columns', '.territories');
  });

  const chosenOf = async (): Promise<number> => {
    const words = await page.getByRole('button', { name: /^Apply for/ }).textContent();
    return Number(/[\d,]+/.exec(words ?? '')?.[0].replace(',', ''));
  };
  await test.step('impact, a part of it', async () => {
    await page.getByRole('button', { name: 'Preview the impact' }).click();
    await expect(page.getByText(/accounts change: /)).toBeVisible();
    const all = await chosenOf();
    expect(all).toBeGreaterThan(50);
    const first = page.getByRole('checkbox', { name: / changes hands$/ }).first();
    await first.focus();
    await page.keyboard.press('Space');
    await expect(first).not.toBeChecked();
    expect(await chosenOf()).toBe(all - 1);
    await isAccessible(page, 'territories-impact', '.territories');
    await page.getByRole('button', { name: /^Apply for/ }).click();
    await expect(page.getByRole('table', { name: 'Rows of the mapping' })).toContainText('EU-GERMANY');
    await isAccessible(page, 'territories-mapping', '.territories');
  });

  await test.step('a conflict is settled with one click', async () => {
    await tab('Work list').focus();
    await page.keyboard.press('Enter');
    const items = page.getByRole('listitem').filter({ hasText: 'TER-7' });
    const choose = page.getByRole('button', { name: /^Choose EU-DACH: / }).first();
    const name = (await choose.getAttribute('aria-label'))?.replace('Choose EU-DACH: ', '') ?? '';
    await expect(items.filter({ hasText: name }).first()).toBeVisible();
    await isAccessible(page, 'territories-work', '.territories');
    await choose.click();
    await expect(page.getByRole('button', { name: `Choose EU-DACH: ${name}` })).toHaveCount(0);
    await tab('Exceptions').click();
    await expect(page.getByRole('table', { name: 'Recorded exceptions' })).toContainText(name);
    await isAccessible(page, 'territories-exceptions', '.territories');
  });

  await test.step('Is this mine?', async () => {
    await tab('Is this mine?').click();
    await page
      .getByRole('textbox', { name: 'A company on each line' })
      .fill('Anybody at all\nBrand New Co, brandnew.example, Columbus, Ohio, United States, 4,000 employees');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/^2 companies: /)).toBeVisible();
    const fresh = page.getByRole('listitem').filter({ hasText: 'Brand New Co' }).first();
    await expect(fresh).toContainText('TER-9: yours, in US.');
    await isAccessible(page, 'territories-mine', '.territories');
  });

  await test.step('coverage', async () => {
    await tab('Coverage').click();
    await expect(page.getByRole('img', { name: /Territories against the mean/ })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Coverage by territory' })).toContainText('EU-UK');
    await isAccessible(page, 'territories-coverage', '.territories');
    // A list that a line leads to leads back to the same coverage.
    await page.getByRole('combobox', { name: 'Coverage by' }).click();
    await page.getByRole('option', { name: 'By BDR' }).click();
    await page.getByRole('button', { name: 'Accounts of Ben Ito' }).click();
    await shell.isAt('Accounts');
    await new AccountsPage(page).showAll();
    await page.goBack();
    await expect(page.getByRole('table', { name: 'Coverage by BDR' })).toContainText('Ben Ito');
    for (const name of ['Named accounts', 'Public sector', 'Opportunities']) {
      await tab(name).click();
      await isAccessible(page, `territories-${name.toLowerCase().replace(' ', '-')}`, '.territories');
    }
  });

  await test.step('rows are edited in place by keyboard, and the edit is dropped', async () => {
    await tab('Mapping').click();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const cell = page.getByRole('button', { name: /^BDR of row 3: / });
    await cell.click();
    const input = page.getByRole('textbox', { name: 'BDR of row 3' });
    await input.fill('Ann; Ben');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'several BDRs' })).toBeVisible();
    await input.fill('Ann Lee');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'BDR of row 3: Ann Lee' })).toBeFocused();
    await isAccessible(page, 'territories-edit', '.territories');
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(page.getByRole('table', { name: 'Rows of the mapping' })).toBeVisible();
  });

  await test.step('undo all of it', async () => {
    await shell.dismissNotes();
    await shell.undo();
    await shell.undo();
    await expect(page.getByRole('heading', { name: 'No territory mapping yet' })).toBeVisible();
    await shell.isSaved();
    expect(await wholeBook(page)).toBe(before);
  });
});
