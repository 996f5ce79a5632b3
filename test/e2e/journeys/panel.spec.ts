import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { beginWithList, type ListedAccount } from '../support/imported-book.ts';
import { Keyboard } from '../support/keyboard.ts';
import { AccountsPage } from '../pages/accounts.page.ts';
import { BoardPage } from '../pages/board.page.ts';
import { PanelPage } from '../pages/panel.page.ts';

const list: readonly ListedAccount[] = [
  { name: 'Harbor Group', employees: 4000 },
  {
    name: 'Harbor Logistics',
    employees: 80,
    more: {
      Website: 'www.harbor-logistics.example',
      Industry: 'Logistics',
      'Account Owner': 'Dana Wells',
      'Parent Account': 'Harbor Group',
      'Billing City': 'Bremen',
      'Billing Country': 'Germany',
      'DB QS': '84',
    },
  },
];

/** Opens the panel of Harbor Logistics from the table, by keyboard: focus is on the panel. */
async function begin(page: Page): Promise<{ panel: PanelPage; keys: Keyboard; said: BoardPage['said'] }> {
  await beginWithList(page, list);
  const keys = new Keyboard(page);
  await keys.press('g', 'a');
  await keys.tabTo(new AccountsPage(page).row('Harbor Group').getByRole('gridcell').nth(1));
  await keys.press('ArrowDown', 'o');
  const panel = new PanelPage(page, 'Harbor Logistics');
  await keys.isAt(panel.pane);
  return { panel, keys, said: new BoardPage(page).said };
}

test('shows every field by group, and adds what is blank', { tag: '@long' }, async ({ page }) => {
  const { panel, keys } = await begin(page);
  const shown = {
    Planning: ['Account Research', 'Account Strategy', 'BDR Next Step', 'BDR Next Step Date'],
    Company: ['Website', 'Industry'],
    'People of ours': ['Account Owner', 'BDR Assigned'],
    Size: ['Employees'],
    Signals: ['DB QS'],
    Place: ['Billing City', 'Billing Country'],
  };
  for (const [group, fields] of Object.entries(shown)) {
    const region = panel.pane.getByRole('region', { name: group, exact: true });
    for (const field of fields)
      await expect(region.getByRole('term').filter({ hasText: field }).first()).toBeVisible();
  }
  await expect(panel.value('Website')).toContainText('harbor-logistics.example');
  await expect(panel.value('DB QS')).toContainText('84');

  await keys.tabTo(panel.pane.getByRole('button', { name: 'Add to Signals' }));
  await keys.press('Enter');
  await keys.arrowTo(page.getByRole('menuitem', { name: 'CE Users' }), 'ArrowDown');
  await keys.press('Enter');
  await keys.isAt(panel.pane.getByRole('textbox', { name: 'CE Users' }));
  await keys.type('35');
  await keys.press('Enter');
  await expect(panel.value('CE Users')).toContainText('35');
  await keys.isAt(panel.value('CE Users'));

  await keys.tabTo(panel.pane.getByRole('button', { name: 'Add to Signals' }), 'Shift+Tab');
  await keys.press('Enter');
  await keys.arrowTo(page.getByRole('menuitem', { name: 'Intent' }), 'ArrowDown');
  await keys.press('Enter');
  await keys.arrowTo(page.getByRole('menuitemcheckbox', { name: 'High' }), 'ArrowDown');
  await keys.press('Enter');
  await expect(panel.value('Intent')).toContainText('High');
});

test('edits in place, says what is wrong, and Escape leaves all as it was @even', async ({ page }) => {
  const { panel, keys } = await begin(page);
  const employees = panel.pane.getByRole('textbox', { name: 'Employees', exact: true });
  await keys.tabTo(panel.value('Employees'));
  for (const [wrong, words] of [
    ['lots', /lots.*Examples: 1,200, 50-99, 5,000\+\./],
    ['-5', /Examples: 1,200/],
    ['99999999999', /Examples: 1,200/],
  ] as const) {
    await keys.press('Enter');
    await keys.isAt(employees);
    await keys.retype(wrong);
    await keys.press('Enter');
    await expect(employees).toHaveAttribute('aria-invalid', 'true');
    await expect(employees).toHaveAccessibleDescription(words);
    await keys.press('Escape');
    await keys.isAt(panel.value('Employees'));
    await expect(panel.value('Employees')).toContainText('80');
  }
  await keys.press('F2');
  await keys.retype('50-99');
  await keys.press('Enter');
  await expect(panel.value('Employees')).toContainText('50 to 99');

  await keys.tabTo(panel.value('Website'), 'Shift+Tab');
  await keys.press('Enter');
  await keys.retype('nowhere');
  await keys.press('Enter');
  await expect(panel.pane.getByRole('textbox', { name: 'Website' })).toHaveAccessibleDescription(
    '“nowhere” is no web address. Write one like example.com.',
  );
  await keys.press('Escape');

  await panel.edit('Account Research', 'High LAM: None\nTriggers: new depot in Bremen');
  await expect(panel.value('Account Research')).toContainText('new depot in Bremen');
  await panel.pane.getByRole('button', { name: /^Edit Account Name/ }).click();
  await keys.retype('');
  await keys.press('Enter');
  await expect(panel.pane.getByRole('textbox', { name: 'Account Name' })).toHaveAccessibleDescription(
    'An account needs a name.',
  );
  await keys.type('Harbor Freight');
  await keys.press('Enter');
  await expect(new PanelPage(page, 'Harbor Freight').pane).toBeVisible();
  await keys.press('ControlOrMeta+Z');
  await expect(panel.pane).toBeVisible();
});

test(
  'typing in a field, with corrections, is one step of undo from focus to leaving',
  { tag: '@long' },
  async ({ page }) => {
    const { panel, keys } = await begin(page);
    await panel.show('History');
    const before = await panel.history.count();
    await panel.show('Details');
    await keys.tabTo(panel.value('Account Research'));
    await keys.press('Enter');
    await keys.type('Runs Kubernetes');
    await keys.press('Home', 'End', 'Backspace', 'Backspace');
    await keys.type('es since May');
    await expect(panel.pane.getByRole('textbox', { name: 'Account Research' })).toHaveValue(
      'Runs Kubernetes since May',
    );
    await keys.press('Tab');
    await expect(panel.value('Account Research')).toContainText('Runs Kubernetes since May');
    await panel.show('History');
    await expect(panel.history).toHaveCount(before + 1);
    await panel.show('Details');
    await keys.press('ControlOrMeta+z');
    await expect(panel.value('Account Research')).not.toContainText('Runs');
  },
);

test('people: add, edit, delete, and undo', { tag: '@long' }, async ({ page }) => {
  const { panel, keys, said } = await begin(page);
  await keys.tabTo(panel.pane.getByRole('tab', { name: 'Details' }));
  await keys.arrowTo(panel.pane.getByRole('tab', { name: /^Prospects/ }), 'ArrowRight');
  await keys.tabTo(panel.pane.getByRole('button', { name: 'Add a person' }));
  await keys.press('Enter');
  const adding = page.getByRole('dialog', { name: 'Add a person', exact: true });
  await keys.isAt(adding.getByRole('textbox', { name: 'Name', exact: true }));
  await keys.press('Enter');
  await expect(adding.getByRole('textbox', { name: 'Name', exact: true })).toHaveAccessibleDescription(
    'A person needs a name.',
  );
  await keys.type('Mira Okafor');
  await keys.press('Tab');
  await keys.type('Head of Platform');
  await keys.tabTo(adding.getByRole('combobox', { name: 'Persona' }));
  await keys.press('Enter');
  await keys.arrowTo(page.getByRole('option', { name: 'influencer' }), 'ArrowDown');
  await keys.press('Enter');
  await keys.tabTo(adding.getByRole('button', { name: 'Add', exact: true }));
  await keys.press('Enter');
  await expect(adding).toBeHidden();
  const mira = panel.pane.getByRole('button', { name: /^Mira Okafor/ });
  await expect(mira).toContainText('Head of Platform');
  await expect(mira).toContainText('influencer');

  await keys.isAt(mira);
  await keys.press('Enter');
  const editing = page.getByRole('dialog', { name: 'Mira Okafor', exact: true });
  await keys.tabTo(editing.getByRole('textbox', { name: 'Title' }));
  await keys.retype('CTO');
  await keys.press('Enter');
  await expect(editing).toBeHidden();
  await expect(mira).toContainText('CTO');
  await keys.isAt(mira);

  await keys.press('Enter');
  await keys.tabTo(editing.getByRole('button', { name: 'Delete' }));
  await keys.press('Enter');
  await expect(editing).toBeHidden();
  await expect(mira).toBeHidden();
  await expect(said).toHaveText('Deleted Mira Okafor');
  await keys.press('ControlOrMeta+Z');
  await expect(mira).toContainText('CTO');
});

test('the segment says why, the hierarchy leads to its members', { tag: '@long' }, async ({ page }) => {
  const { panel, keys } = await begin(page);
  await keys.tabTo(panel.pane.getByRole('button', { name: /^Segment: Large/ }));
  await keys.press('Enter');
  const receipt = page.getByRole('dialog', { name: 'Why this segment', exact: true });
  await expect(receipt).toContainText('SEG-2: 80 employees');
  await expect(receipt).toContainText(
    'SEG-3: takes Large from Harbor Group, the highest of the 2 accounts of its hierarchy.',
  );
  await keys.press('Escape');
  await expect(receipt).toBeHidden();
  await keys.isAt(panel.pane.getByRole('button', { name: /^Segment: Large/ }));

  await expect(panel.hierarchy).toHaveCount(2);
  await expect(panel.hierarchy.nth(1).getByRole('button')).toHaveAttribute('aria-current', 'true');
  await keys.tabTo(panel.hierarchy.nth(0).getByRole('button'));
  await keys.press('Enter');
  await expect(new PanelPage(page, 'Harbor Group').pane).toBeVisible();
});

test(
  'an AE nominates; the history tells each change, and which are undone',
  { tag: '@long' },
  async ({ page }) => {
    const { panel, keys, said } = await begin(page);
    await keys.tabTo(panel.pane.getByRole('button', { name: 'More' }));
    await keys.press('Enter');
    await keys.arrowTo(page.getByRole('menuitem', { name: 'Nominate…' }), 'ArrowDown');
    await keys.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Nominate', exact: true });
    await keys.isAt(dialog.getByRole('textbox', { name: 'Who nominates' }));
    await expect(dialog.getByRole('textbox', { name: 'Who nominates' })).toHaveValue('Dana Wells');
    await keys.retype('');
    await keys.press('Enter');
    await expect(dialog.getByRole('textbox', { name: 'Who nominates' })).toHaveAccessibleDescription(
      /Name the AE/,
    );
    await keys.type('Dana Wells');
    await keys.press('Enter');
    await expect(panel.pane.getByText('Nominated by Dana Wells')).toBeVisible();
    await expect(said).toHaveText('Dana Wells nominated Harbor Logistics');

    await panel.edit('BDR Next Step', 'Call about the depot');
    await expect(panel.value('BDR Next Step')).toContainText('Call about the depot');
    await keys.press('ControlOrMeta+Z');
    await expect(said).toHaveText('Undid: Edited BDR Next Step of Harbor Logistics');
    await expect(panel.value('BDR Next Step')).toContainText('Add…');

    await panel.show('History');
    const undone = panel.history.filter({ hasText: /^Edited BDR Next Step of Harbor Logistics/ });
    await expect(undone).toContainText('undone');
    await expect(undone).toContainText('Call about the depot');
    await expect(panel.history.first()).toContainText('Undid: Edited BDR Next Step of Harbor Logistics');
    const nomination = panel.history.filter({ hasText: 'Dana Wells nominated Harbor Logistics' });
    await expect(nomination).not.toContainText('undone');
    await expect(nomination).toContainText('Mar 16, 2026');
    await expect(panel.history.last()).toContainText('Imported list.csv: 2 new, 0 changed');
  },
);

test(
  'status and priority are set from the panel; deleting leaves a way back',
  { tag: '@long' },
  async ({ page }) => {
    const { panel, keys, said } = await begin(page);
    await keys.tabTo(panel.pane.getByRole('button', { name: /^Status: No status/ }));
    await keys.press('Enter');
    await keys.arrowTo(
      page.getByRole('menuitemcheckbox', { name: 'Actively Working', exact: true }),
      'ArrowDown',
    );
    await keys.press('Enter');
    await expect(said).toHaveText('Moved Harbor Logistics to Actively Working');
    await expect(panel.pane).toContainText('Actively Working since Mar 16, 2026 (AW-2)');
    await keys.isAt(panel.pane.getByRole('button', { name: /^Status: Actively Working/ }));
    await keys.press('Tab', 'Enter');
    await keys.arrowTo(page.getByRole('menuitemcheckbox', { name: 'Priority 1' }), 'ArrowDown');
    await keys.press('Enter');
    const why = page.getByRole('dialog', { name: 'Give Harbor Logistics Priority 1', exact: true });
    await keys.isAt(why.getByRole('textbox', { name: 'Why' }));
    await keys.type('They asked');
    await keys.press('Enter');
    await keys.isAt(panel.pane.getByRole('button', { name: /Priority 1/ }));

    await keys.tabTo(panel.pane.getByRole('button', { name: 'More' }), 'Shift+Tab');
    await keys.press('Enter');
    await keys.arrowTo(page.getByRole('menuitem', { name: 'Delete account' }), 'ArrowDown');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { name: 'This account is gone' })).toBeVisible();
    await keys.press('ControlOrMeta+Z');
    await expect(panel.pane).toBeVisible();
  },
);
