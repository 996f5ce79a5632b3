import { isAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/app.ts';
import { beginWithList, numbered, type ListedAccount } from '../support/imported-book.ts';
import { Keyboard } from '../support/keyboard.ts';
import { RulesPage } from '../pages/rules.page.ts';
import { TodayPage } from '../pages/today.page.ts';
import { ShellPage } from '../pages/shell.page.ts';

/** Five are due back since the 11th, ten days after the first of March; one more has nobody asking for it. */
const list: readonly ListedAccount[] = [
  ...numbered('Amber Works', 5, { employees: 5000, status: 'Actively Working' }),
  { name: 'Birch Mills', employees: 600, status: 'Queued' },
];

test('the inbox is worked to empty by keyboard, and all of it undone @odd', async ({ app, page }) => {
  await beginWithList(page, list);
  const shell = new ShellPage(page);
  const keys = new Keyboard(page);
  const today = new TodayPage(page);
  await shell.open('Today');
  await expect(today.summary).toContainText('5 things need a hand');
  await isAccessible(page, 'Today');

  await test.step('one after another: Enter settles, focus goes on', async () => {
    await keys.tabTo(today.item('Amber Works 01'));
    await keys.press('Enter');
    await expect(today.item('Amber Works 01')).toBeHidden();
    await keys.isAt(today.item('Amber Works 02'));
    await expect(today.summary).toContainText('4 things need a hand');
  });

  await test.step('a letter opens the small form, focus comes back', async () => {
    await keys.press('p');
    const pause = page.getByRole('dialog', { name: 'Pause the clocks of Amber Works 02', exact: true });
    await keys.isAt(pause.getByRole('textbox', { name: 'Reason' }));
    await isAccessible(page, 'pausing');
    await keys.press('Escape');
    await keys.isAt(today.item('Amber Works 02'));
    await keys.press('p');
    await keys.press('Enter');
    await expect(pause.getByRole('textbox', { name: 'Reason' })).toHaveAccessibleDescription(/Say why/);
    await keys.type('Leave');
    await keys.press('Enter');
    await expect(today.item('Amber Works 02')).toBeHidden();
    await keys.isAt(today.item('Amber Works 03'));
  });

  await test.step('u takes back', async () => {
    await keys.press('u');
    await expect(today.item('Amber Works 02')).toBeVisible();
    await keys.press('ControlOrMeta+Shift+Z');
    await expect(today.item('Amber Works 02')).toBeHidden();
  });

  await test.step('the rule says why', async () => {
    await page.getByRole('button', { name: 'AW-11, why: Amber Works 03' }).click();
    const why = page.getByRole('dialog', { name: /^AW-11: / });
    await expect(why).toContainText('In Actively Working since');
    await isAccessible(page, 'why');
    await keys.press('Escape');
  });

  await test.step('the rest at once', async () => {
    await page.getByRole('button', { name: 'Move all 3 to Queued' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
    await isAccessible(page, 'nothing to do');
  });

  await test.step('everything undone', async () => {
    for (let turn = 0; turn < 3; turn += 1) await shell.undo();
    await expect(today.summary).toContainText('5 things need a hand');
    for (const n of [1, 2, 3, 4, 5]) await expect(today.item(`Amber Works 0${n}`)).toBeVisible();
  });

  await test.step('a group closes to its head and opens again', async () => {
    const head = page.getByRole('button', { name: /^Due back/ });
    await head.focus();
    await keys.press('Enter');
    await expect(head).toHaveAttribute('aria-expanded', 'false');
    await expect(today.item('Amber Works 01')).toBeHidden();
    await keys.press('Enter');
    await expect(today.item('Amber Works 01')).toBeVisible();
  });

  await test.step('the weekly review returns what is due, says so, and is taken back', async () => {
    const rules = new RulesPage(page);
    await rules.open('AW-11');
    await page.getByRole('combobox', { name: 'Accounts that are due to return' }).click();
    await page.getByRole('option', { name: 'Move at the weekly review' }).click();
    await expect(rules.impact).toContainText('5 accounts with another day of return');
    await rules.apply.click();
    await expect(rules.rule('AW-11')).toContainText('At the weekly review they move in one change');
    await shell.isSaved();
    await app.reload();
    const notice = page.getByRole('region', { name: 'Notice' });
    await expect(notice).toContainText('Weekly review: 5 accounts returned to Queued');
    await shell.open('Today');
    await expect(notice).toBeHidden();
    const review = page.getByRole('region', { name: /^Weekly review/ });
    await expect(review.getByRole('button', { name: /^Amber Works/ })).toHaveCount(5);
    await isAccessible(page, 'a weekly review');
    await review.getByRole('button', { name: 'Take back' }).click();
    await expect(review).toBeHidden();
    await expect(today.item('Amber Works 01')).toBeVisible();
    // The note names its rule, and leads there.
    await shell.notes.getByRole('link', { name: 'AW-11' }).click();
    await expect(rules.rule('AW-11')).toBeVisible();
  });

  await test.step('a limit that is passed: as many as end the warning are chosen, and one undo takes them back (AW-6)', async () => {
    const rules = new RulesPage(page);
    await rules.setLimit('Large', '4');
    await shell.open('Today');
    const release = page.getByRole('button', { name: 'Release 2 seats: Large', exact: true });
    await release.focus();
    await keys.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Release Large seats', exact: true });
    const seats = dialog.getByRole('listbox', { name: 'Large accounts to release' });
    const left = dialog.getByRole('status');
    await keys.isAt(seats);
    await expect(seats.getByRole('option', { selected: true })).toHaveText([/Works 01/, /Works 02/]);
    await expect(left).toHaveText('Leaves 3 of 4. Undo takes it back.');
    await isAccessible(page, 'releasing seats', '[role="dialog"]');
    await keys.press('Space');
    await expect(left).toHaveText('Leaves 4 of 4: still full.');
    await keys.press('End', 'Space');
    await expect(left).toHaveText('Leaves 3 of 4. Undo takes it back.');
    await keys.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(today.group('Limits')).toBeHidden();
    await expect(today.group('Due back').getByRole('row')).toHaveCount(3);
    await expect(today.item('Amber Works 05')).toBeHidden();
    await shell.undo();
    await expect(release).toBeVisible();
    await expect(today.group('Due back').getByRole('row')).toHaveCount(5);
  });
});
