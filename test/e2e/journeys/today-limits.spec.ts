import { isAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/app.ts';
import { beginWithList, numbered } from '../support/imported-book.ts';
import { Keyboard } from '../support/keyboard.ts';
import { RulesPage } from '../pages/rules.page.ts';
import { ShellPage } from '../pages/shell.page.ts';
import { TodayPage } from '../pages/today.page.ts';

const status = 'Actively Working';

test('both limits are passed: whom to release is asked segment after segment, and one undo takes all back (AW-6) @long', async ({
  page,
}) => {
  await beginWithList(page, [
    ...numbered('Amber Works', 5, { employees: 5000, status }),
    ...numbered('Birch Mills', 5, { employees: 600, status }),
  ]);
  const shell = new ShellPage(page);
  const keys = new Keyboard(page);
  const today = new TodayPage(page);
  const rules = new RulesPage(page);
  await rules.setLimit('Large', '4');
  await rules.setLimit('Mid-Market', '4');
  await shell.open('Today');
  const all = page.getByRole('button', { name: 'Release 4 seats in all…' });
  const first = page.getByRole('dialog', { name: 'Release Large seats', exact: true });
  const second = page.getByRole('dialog', { name: 'Release Mid-Market seats', exact: true });

  await test.step('given up at the second segment, nobody goes', async () => {
    await keys.tabTo(all);
    await keys.press('Enter');
    await keys.isAt(first.getByRole('listbox'));
    await expect(first.getByRole('option', { selected: true })).toHaveCount(2);
    await first.getByRole('button', { name: 'Next: Mid-Market' }).click();
    await keys.isAt(second.getByRole('listbox'));
    await isAccessible(page, 'the second segment to release', '[role="dialog"]');
    await keys.press('Escape');
    await expect(second).toBeHidden();
    await expect(today.group('Limits').getByRole('row')).toHaveCount(2);
    await expect(today.group('Due back').getByRole('row')).toHaveCount(10);
  });

  await test.step('by keyboard to the end: one change, told where they went', async () => {
    await keys.tabTo(all);
    await keys.press('Enter');
    await keys.isAt(first.getByRole('listbox'));
    await keys.press('Enter');
    await keys.isAt(second.getByRole('listbox'));
    await expect(second.getByRole('button', { name: 'Release 4 accounts in all' })).toBeVisible();
    await keys.press('Enter');
    await expect(second).toBeHidden();
    await expect(shell.notes).toContainText('Moved 4 accounts to Queued');
    await expect(today.group('Limits')).toBeHidden();
    await expect(today.group('Due back').getByRole('row')).toHaveCount(6);
  });

  await test.step('one undo', async () => {
    await shell.undo();
    await expect(today.group('Limits').getByRole('row')).toHaveCount(2);
    await expect(today.group('Due back').getByRole('row')).toHaveCount(10);
  });
});
