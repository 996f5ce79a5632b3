import { BoardPage } from '../pages/board.page.ts';
import { PanelPage } from '../pages/panel.page.ts';
import { RulesPage } from '../pages/rules.page.ts';
import { ShellPage } from '../pages/shell.page.ts';
import { isAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/app.ts';
import { beginWithList, numbered, type ListedAccount } from '../support/imported-book.ts';
import { Keyboard } from '../support/keyboard.ts';

/** With a limit of 2 no Mid-Market slot is left; the segment of Cedar Holdings is unknown. */
const list: readonly ListedAccount[] = [
  ...numbered('Amber Works', 2, { employees: 500, status: 'Actively Working' }),
  { name: 'Birch Mills', employees: 600, status: 'Queued' },
  { name: 'Cedar Holdings', employees: '', status: 'Actively Working' },
];

test(
  'a rule that a menu or a dialog names is a key away, and no dialog stays over it',
  { tag: '@long' },
  async ({ page }) => {
    test.slow();
    await beginWithList(page, list);
    await new RulesPage(page).setLimit('Mid-Market', '2');
    const shell = new ShellPage(page);
    await shell.open('Board');
    const board = new BoardPage(page);
    const keys = new Keyboard(page);
    const dialog = (name: string) => page.getByRole('dialog', { name, exact: true });
    const goTo = async (card: string): Promise<void> => {
      await keys.press('g', 'b');
      await shell.isAt('Board');
      await keys.tabTo(board.card('Birch Mills'));
      if (card !== 'Birch Mills') await keys.press('ArrowRight');
      if (card === 'Cedar Holdings') await keys.press('End');
      await keys.isAt(board.card(card));
    };
    /** Follows the rule by keyboard out of a dialog, which closes. */
    const follow = async (name: string, id: string): Promise<void> => {
      await keys.tabTo(dialog(name).getByRole('link', { name: id, exact: true }).first());
      await keys.press('Enter');
      await shell.isAt('Rules');
      await expect(page).toHaveURL(new RegExp(`#/rules/${id}$`));
      await expect(dialog(name)).toBeHidden();
    };

    await test.step('the menu of a card has an entry for each rule that it names', async () => {
      await goTo('Birch Mills');
      await keys.press('m');
      await keys.arrowTo(board.entry('AW-6'), 'ArrowDown');
      await isAccessible(page, 'the menu with its rules', '[role="menu"]');
      await keys.press('Enter');
      await shell.isAt('Rules');
      await expect(page).toHaveURL(/#\/rules\/AW-6$/);
    });

    await test.step('so has the menu of leave', async () => {
      await shell.open('Today');
      await keys.tabTo(page.getByRole('button', { name: 'Leave', exact: true }));
      await keys.press('Enter');
      await keys.arrowTo(page.getByRole('menuitem', { name: /^AW-11 / }), 'ArrowDown');
      await keys.press('Enter');
      await shell.isAt('Rules');
      await expect(page).toHaveURL(/#\/rules\/AW-11$/);
    });

    await test.step('the seat swap: the rule of the seat lies below the list, and nothing is moved', async () => {
      await goTo('Birch Mills');
      await keys.press('Space', 'ArrowRight', 'Space');
      await keys.isAt(page.getByRole('listbox', { name: 'Mid-Market accounts to release' }));
      await isAccessible(page, 'the seat swap with its rule', '[role="dialog"]');
      await follow('Swap a Mid-Market seat for Birch Mills', 'AW-11');
      await goTo('Birch Mills');
      await keys.isAt(board.cardIn('Queued', 'Birch Mills'));
    });

    await test.step('many at once', async () => {
      await keys.press('x');
      await keys.tabTo(board.selectionBar.getByRole('button', { name: 'Change…' }));
      await keys.press('Enter');
      await follow('Change 1 account', 'AW-15');
    });

    await test.step('the parent', async () => {
      await goTo('Amber Works 01');
      await keys.press('Enter');
      const panel = new PanelPage(page, 'Amber Works 01');
      await keys.tabTo(panel.pane.getByRole('button', { name: 'Give it a parent…' }));
      await keys.press('Enter');
      await isAccessible(page, 'the parent dialog with its rules', '[role="dialog"]');
      await follow('Parent of Amber Works 01', 'SEG-3');
    });

    await test.step('why it rests: nothing is moved', async () => {
      await goTo('Cedar Holdings');
      await keys.press('m');
      await keys.arrowTo(board.entry('Queued'), 'ArrowDown');
      await keys.press('Enter');
      await follow('Move Cedar Holdings to Queued', 'AW-2');
      await goTo('Cedar Holdings');
      await keys.isAt(board.cardIn('Actively Working', 'Cedar Holdings'));
    });
  },
);
