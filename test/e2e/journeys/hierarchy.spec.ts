import type { Page } from '@playwright/test';
import { AccountsPage } from '../pages/accounts.page.ts';
import { BoardPage } from '../pages/board.page.ts';
import { PanelPage } from '../pages/panel.page.ts';
import { ShellPage } from '../pages/shell.page.ts';
import { expect, test } from '../support/app.ts';
import { beginWithList } from '../support/imported-book.ts';
import { Keyboard } from '../support/keyboard.ts';

/** Ash over Birch and Cedar; Cedar is the customer, Ash is Large. */
const family = [
  { name: 'Ash Group', employees: 4000 },
  { name: 'Birch Mills', employees: 300, more: { 'Parent Account': 'Ash Group' } },
  {
    name: 'Cedar Labs',
    employees: 40,
    more: { 'Parent Account': 'Ash Group', Type: 'Customer', 'Total CARR': '48' },
  },
];

async function begin(page: Page, account: string): Promise<PanelPage> {
  await beginWithList(page, family);
  await new ShellPage(page).open('Accounts');
  await new AccountsPage(page).openAccount(account);
  return new PanelPage(page, account);
}

test('the tree names who decides; a drag gives another parent, a circle is refused, undo takes it back @even', async ({
  page,
}) => {
  const panel = await begin(page, 'Birch Mills');
  const members = panel.hierarchy;
  await expect(members).toHaveText([/^Ash Group/, /^Birch Mills/, /^Cedar Labs/]);
  await expect(members.nth(0)).toContainText('SEG-3: decides Large with 4,000 employees.');
  await expect(members.nth(2)).toContainText(
    'SEG-5: decides Expand with 48 USD of Total CARR; the line is 48 USD.',
  );
  await expect(members.nth(2)).toContainText('$48 CARR');
  await expect(members.nth(1)).toHaveAttribute('aria-level', '2');

  await members.nth(2).getByRole('button').dragTo(members.nth(1).getByRole('button'));
  const dialog = page.getByRole('dialog', { name: 'Parent of Cedar Labs', exact: true });
  await expect(dialog.getByRole('textbox', { name: 'Parent account' })).toHaveValue('Birch Mills');
  await expect(dialog.getByRole('status')).toHaveText('No segment and no motion changes.');
  await dialog.getByRole('button', { name: 'Set the parent' }).click();
  await expect(dialog).toBeHidden();
  await expect(members.nth(2)).toHaveAttribute('aria-level', '3');

  await members.nth(0).getByRole('button').dragTo(members.nth(2).getByRole('button'));
  const refused = page.getByRole('dialog', { name: 'Parent of Ash Group', exact: true });
  await expect(refused.getByRole('alert')).toContainText(
    'SEG-3: the parents would run in a circle: Ash Group → Cedar Labs → Birch Mills → Ash Group.',
  );
  await expect(refused.getByRole('button', { name: 'Set the parent' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(members.nth(2)).toHaveAttribute('aria-level', '3');

  await page.keyboard.press('ControlOrMeta+Z');
  await expect(members.nth(2)).toHaveAttribute('aria-level', '2');
});

test(
  'by keyboard: a circle typed into the field is refused, and standing alone is set and taken back',
  { tag: '@long' },
  async ({ page }) => {
    const panel = await begin(page, 'Cedar Labs');
    const keys = new Keyboard(page);
    const { refused } = new BoardPage(page);
    await expect(panel.hierarchy).toHaveCount(3);

    await keys.tabTo(panel.pane.getByRole('button', { name: 'Change the parent…' }));
    await keys.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Parent of Cedar Labs', exact: true });
    await keys.isAt(dialog.getByRole('textbox', { name: 'Parent account' }));
    await keys.type('birch');
    await expect(dialog.getByRole('button', { name: /^Birch Mills/ })).toBeVisible();
    await keys.press('ArrowDown');
    await keys.isAt(dialog.getByRole('button', { name: /^Birch Mills/ }));
    await keys.press('Enter');
    await keys.isAt(dialog.getByRole('textbox', { name: 'Parent account' }));
    await expect(dialog.getByRole('status')).toHaveText('No segment and no motion changes.');
    await keys.tabTo(dialog.getByRole('button', { name: 'Set the parent' }));
    await keys.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(panel.hierarchy.nth(2)).toHaveAttribute('aria-level', '3');

    await keys.tabTo(panel.pane.getByRole('button', { name: 'Stand alone (SEG-6)…' }));
    await keys.press('Enter');
    const alone = page.getByRole('dialog', { name: 'Let Cedar Labs stand alone', exact: true });
    await keys.isAt(alone.getByRole('textbox', { name: 'Reason' }));
    await keys.press('Enter');
    await expect(alone).toContainText('SEG-6: say why it buys for itself.');
    await keys.type('Held by a fund');
    await keys.press('Enter');
    await expect(alone).toBeHidden();
    const hierarchy = panel.pane.getByRole('region', { name: 'Hierarchy' });
    await expect(hierarchy).toContainText('SEG-6: stands apart from Birch Mills: Held by a fund');
    await hierarchy.getByRole('button', { name: 'Birch Mills' }).click();
    const birch = new PanelPage(page, 'Birch Mills');
    await expect(birch.pane.getByRole('region', { name: 'Hierarchy' })).toContainText(
      'SEG-6: Cedar Labs stands apart, with a hierarchy of its own.',
    );
    await expect(birch.pane.getByRole('region', { name: 'Hierarchy' })).toContainText(
      'SEG-5: no customer among 2 accounts has 48 USD of Total CARR or more.',
    );

    await birch.edit('Parent Account', 'Cedar Labs');
    // Said once: the account and the rule, then what would help.
    const circle = 'SEG-3: the parents would run in a circle: Birch Mills → Cedar Labs → Birch Mills';
    await expect(refused).toHaveText(
      `Birch Mills: ${circle}. Choose a parent that does not lie below this account.`,
    );
    await expect(birch.value('Parent Account')).toContainText('Ash Group');

    await birch.pane.getByRole('button', { name: 'Cedar Labs' }).click();
    await hierarchy.getByRole('button', { name: 'Stands alone (SEG-6)…' }).click();
    await page.getByRole('button', { name: 'Back into the hierarchy' }).click();
    await expect(panel.hierarchy).toHaveCount(3);
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(hierarchy).toContainText('stands apart from Birch Mills');
  },
);
