import { readFile } from 'node:fs/promises';
import { PanelPage } from '../pages/panel.page.ts';
import { RulesPage } from '../pages/rules.page.ts';
import { ShellPage } from '../pages/shell.page.ts';
import { isAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/app.ts';
import { beginWithList, numbered } from '../support/imported-book.ts';
import { Keyboard } from '../support/keyboard.ts';

test('a limit is changed by keyboard: its impact first, then applied, planned, undone, reset @odd', async ({
  page,
}) => {
  await beginWithList(page, numbered('Amber Works', 6, { employees: 5000, status: 'Actively Working' }));
  const shell = new ShellPage(page);
  const rules = new RulesPage(page);
  const keys = new Keyboard(page);

  await test.step('search leads to the rule', async () => {
    await keys.press('g', 'r');
    await shell.isAt('Rules');
    await keys.tabTo(rules.search);
    await keys.type('actively working limits');
    await keys.press('ArrowDown');
    await keys.arrowTo(rules.entry('AW-6'), 'ArrowDown');
    await expect(rules.rule('AW-6')).toContainText('From: Sales Development handbook.');
    await expect(page).toHaveURL(/#\/rules\/AW-6$/);
  });

  await test.step('every number says what it would change, or that it changes nothing', async () => {
    await rules.open('PR-5');
    await rules.setting('Share of Priority 1').fill('20');
    await expect(rules.impact).toContainText('nothing in the mix of Priorities');
    await expect(rules.rule('PR-5')).toContainText(
      '15 % are Priority 1, 35 % Priority 2 and 50 % Priority 3',
    );
    await rules.open('AW-9');
    await rules.setting('The BDR fields are filled within').fill('30');
    await expect(rules.impact).toContainText('6 accounts due on another day');
    await rules.open('TER-6');
    await rules.setting('Share of business from government that makes a contractor Public Sector').fill('60');
    await expect(rules.impact).toContainText('No account changes');
    await rules.open('AW-6');
  });

  await test.step('what it would change, before it does', async () => {
    await keys.tabTo(rules.limit('Large'));
    await keys.retype('2');
    await expect(rules.impact).toContainText('Large limit: 100 accounts → 2 accounts: 4 accounts over');
    await rules.impact.getByText('The 4 accounts to release first').click();
    await expect(rules.impact.getByRole('button', { name: /^Amber Works/ })).toHaveCount(4);
    await isAccessible(page, 'a rule with its impact', '.rules');
    await rules.impact
      .getByRole('button', { name: /^Amber Works/ })
      .first()
      .click();
    await expect(page.getByRole('complementary', { name: /^Account Amber Works/ })).toBeVisible();
    await keys.press('Escape');
    await expect(page.getByRole('complementary')).toBeHidden();
    await expect(rules.limit('Large')).toHaveValue('2');
  });

  await test.step('applied, and focus stays at the number', async () => {
    await rules.limit('Large').focus();
    await keys.press('Enter');
    await expect(rules.apply).toBeHidden();
    await expect(rules.limit('Large')).toBeFocused();
    await expect(rules.limit('Large')).toHaveValue('2');
    await expect(rules.entry('AW-6')).toContainText('changed');
    await shell.dismissNotes();
  });

  await test.step('a later day is planned, listed and called off', async () => {
    await rules.limit('SMB').fill('40');
    await page.getByLabel('Holds from').fill('2099-01-01');
    await rules.apply.click();
    await expect(rules.apply).toBeHidden();
    await expect(rules.limit('SMB')).toHaveValue('');
    await expect(rules.limit('SMB')).toHaveAccessibleDescription(/From .*2099: 40 accounts/);
    await rules.show('Changes by day');
    const days = page.getByRole('list', { name: 'Changes by day' });
    await expect(days).toContainText('Planned');
    await isAccessible(page, 'changes by day', '.rules');
    await days.getByRole('button', { name: 'Call off' }).click();
    await expect(days).not.toContainText('2099');
    await expect(days).toContainText('Large limit: 100 accounts → 2 accounts');
  });

  await test.step('undone, and reset to the default', async () => {
    for (let turn = 0; turn < 2; turn += 1) await shell.undo();
    await rules.open('AW-6');
    await expect(rules.limit('Large')).toHaveValue('2');
    await page.getByRole('button', { name: 'Reset all…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Reset every number to its default', exact: true });
    await expect(dialog).toContainText('Large limit: 2 accounts → 100 accounts');
    await isAccessible(page, 'reset all', '[role="dialog"]');
    await dialog.getByRole('button', { name: 'Reset all' }).click();
    await expect(dialog).toBeHidden();
    await expect(rules.limit('Large')).toHaveValue('100');
    await expect(page.getByText('Every number is the default.')).toBeVisible();
    await shell.undo();
    await expect(rules.limit('Large')).toHaveValue('2');
    await shell.undo();
    await expect(rules.limit('Large')).toHaveValue('100');
  });
});

test('a receipt leads to its rule; ICP notes go from form to text and back @even', async ({ page }) => {
  const research = 'Met at a fair.\n\nHigh LAM: 300 developers\nHigh DB QS: 84\n\nAsk Dana first.';
  await beginWithList(page, [
    { name: 'Amber Works', employees: 500, status: 'Queued', more: { 'Account Research': research } },
  ]);
  const shell = new ShellPage(page);
  const keys = new Keyboard(page);
  await page.getByRole('option', { name: /^Amber Works/ }).click();
  const { pane } = new PanelPage(page, 'Amber Works');

  await test.step('the notes', async () => {
    await pane.getByRole('tab', { name: 'Score', exact: true }).click();
    const part = (name: string) => pane.getByRole('textbox', { name, exact: true });
    const text = part('Account Research, as text');
    await expect(part('High DB QS')).toHaveValue('84');
    await expect(pane.getByRole('region', { name: 'Signals' })).toContainText('+15');
    await part('Triggers').fill('New CTO 2026-03-01');
    await part('Triggers').press('ControlOrMeta+Enter');
    await expect(text).toHaveValue(/Triggers: New CTO 2026-03-01/);
    await expect(text).toHaveValue(/^Met at a fair\.\n\nHigh LAM: 300 developers\n/);
    await expect(text).toHaveValue(/\n\nAsk Dana first\.$/);
    const asText = await text.inputValue();
    await text.fill(asText.replace('High DB QS: 84', 'High DB QS: None'));
    await text.press('ControlOrMeta+Enter');
    await expect(part('High DB QS')).toHaveValue('None');
    await isAccessible(page, 'the score', 'aside');
    await shell.undo();
    await expect(part('High DB QS')).toHaveValue('84');
  });

  await test.step('research is ticked', async () => {
    const box = pane.getByRole('region', { name: 'Research checklist' }).getByRole('checkbox').first();
    await box.focus();
    await keys.press('Space');
    await expect(box).toBeChecked();
  });

  await test.step('the receipt by keyboard', async () => {
    await pane.getByRole('tab', { name: 'Details' }).click();
    const trigger = pane.getByRole('button', { name: 'Mid-Market, why?', exact: true });
    await trigger.focus();
    await keys.press('Enter');
    const receipt = page.getByRole('dialog', { name: 'Why: Segment', exact: true });
    await expect(receipt).toContainText('+1,500 employees: Large');
    await expect(receipt).toContainText('2,000 employees');
    await isAccessible(page, 'a receipt', '[role="dialog"]');
    await keys.press('Escape');
    await expect(receipt).toBeHidden();
    await keys.isAt(trigger);
    await keys.press('Enter');
    await keys.tabTo(receipt.getByRole('link', { name: 'SEG-1' }).first());
    await keys.press('Enter');
    await expect(new RulesPage(page).rule('SEG-1')).toBeVisible();
    await expect(receipt).toBeHidden();
  });
});

test(
  'profiles are copied, edited, compared, used, exported and imported; the mix is mended',
  { tag: '@long' },
  async ({ page }) => {
    await beginWithList(page, [
      ...numbered('Amber Works', 6, {
        employees: 5000,
        status: 'Actively Working',
        more: { 'DB QS': '84', Priority: '1' },
      }),
      ...numbered('Birch Mills', 3, { employees: 5000, more: { 'DB QS': '20' } }),
    ]);
    const shell = new ShellPage(page);
    const rules = new RulesPage(page);
    const profiles = page.getByRole('list', { name: 'Score profiles' });
    await shell.open('Rules');

    await test.step('a copy that weighs otherwise', async () => {
      await rules.show('Score profiles');
      await page.getByRole('button', { name: 'Copy', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'Copy of Default', exact: true })).toBeVisible();
      const weight = page.getByRole('textbox', { name: 'Weight of High DB QS' });
      await weight.fill('101');
      await expect(page.getByText('The weight of High DB QS is a whole number')).toBeVisible();
      await weight.fill('100');
      await page.getByRole('button', { name: 'Save the profile' }).click();
      await expect(page.getByRole('button', { name: 'Save the profile' })).toBeHidden();
      await expect(weight).toHaveValue('100');
    });

    await test.step('who would move', async () => {
      await page.getByRole('button', { name: 'Compare on the whole book' }).click();
      await expect(page.getByText('6 accounts of 9 would be suggested another Priority.')).toBeVisible();
      await expect(page.getByRole('table', { name: 'Accounts that would move' })).toContainText(
        'Amber Works 01',
      );
      await isAccessible(page, 'profiles compared', '.rules');
    });

    await test.step('used, exported, imported', async () => {
      await page.getByRole('button', { name: 'Use it' }).click();
      await expect(profiles.getByRole('button', { name: /Copy of Default/ })).toContainText('In use');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Export', exact: true }).click(),
      ]);
      const text = await readFile(await file.path(), 'utf8');
      expect(JSON.parse(text)).toMatchObject({
        format: 1,
        name: 'Copy of Default',
        weights: { highDbQs: 100 },
      });
      const input = page.getByLabel('Profile file');
      await input.setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') });
      await expect(page.getByText(/^list\.csv: This is no profile/)).toBeVisible();
      await input.setInputFiles({ name: 'p.json', mimeType: 'application/json', buffer: Buffer.from(text) });
      await expect(page.getByRole('heading', { name: 'Copy of Copy of Default', exact: true })).toBeVisible();
      await expect(profiles.getByRole('listitem')).toHaveCount(3);
    });

    await test.step('the mix', async () => {
      await rules.show('Mix of Priorities');
      const mix = page.getByRole('table', { name: 'The mix of Priorities' });
      await expect(mix).toContainText('5 too many');
      await isAccessible(page, 'the mix', '.rules');
      await page.getByRole('button', { name: /^Accept all/ }).click();
      await expect(page.getByRole('button', { name: /^Accept/ })).toHaveCount(0);
      await shell.undo();
      await expect(mix).toContainText('5 too many');
      await page
        .getByRole('button', { name: /^Accept: / })
        .first()
        .click();
      await expect(mix).toContainText('4 too many');
    });
  },
);
