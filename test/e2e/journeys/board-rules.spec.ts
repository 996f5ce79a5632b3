import type { Page } from '@playwright/test';
import { isAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/app.ts';
import { beginWithList, numbered, type ListedAccount } from '../support/imported-book.ts';
import { Keyboard } from '../support/keyboard.ts';
import { BoardPage } from '../pages/board.page.ts';
import { PanelPage } from '../pages/panel.page.ts';

/** Every Large seat is taken. */
const list: readonly ListedAccount[] = [
  ...numbered('Amber Works', 100, { employees: 5000, status: 'Actively Working' }),
  { name: 'Birch Mills', employees: 6000, status: 'Queued' },
  { name: 'Cedar Group', employees: 7000, status: 'Queued', more: { 'Account Owner': 'Dana Wells' } },
];

async function begin(page: Page): Promise<{ board: BoardPage; keys: Keyboard }> {
  await beginWithList(page, list);
  const board = new BoardPage(page);
  const keys = new Keyboard(page);
  await keys.tabTo(board.card('Birch Mills'));
  return { board, keys };
}

test('a full segment: Escape puts the card back, Enter swaps, one undo takes the swap back (AW-6) @even', async ({
  page,
}) => {
  const { board, keys } = await begin(page);
  const seats = page.getByRole('listbox', { name: 'Large accounts to release' });
  await keys.press('Space', 'ArrowRight');
  await expect(board.said).toContainText('AW-6: no free Large slot, 100 of 100.');
  await expect(board.said).toContainText('A seat can be swapped.');
  await keys.press('Space');
  await keys.isAt(seats);
  await expect(seats.getByRole('option')).toHaveCount(100);
  await expect(seats.getByRole('option', { selected: true })).toHaveText(/Due back to Queued since/);
  await isAccessible(page, 'the seat swap', '[role="dialog"]');
  await keys.press('Escape');
  await expect(board.said).toHaveText('Put back. Not moved.');
  await keys.isAt(board.cardIn('Queued', 'Birch Mills'));

  // The same by the Move-to menu, with another one than the best.
  await keys.press('m');
  await keys.arrowTo(board.entry('Actively Working'), 'ArrowDown');
  await keys.press('Enter');
  await keys.isAt(seats);
  await keys.press('ArrowDown');
  await expect(seats.getByRole('option', { selected: true })).toHaveText(/^Amber Works 02/);
  await keys.press('Enter');
  await expect(board.said).toHaveText('Swapped Amber Works 02 for Birch Mills');
  await keys.isAt(board.cardIn('Actively Working', 'Birch Mills'));
  await expect(board.cardIn('Queued', 'Amber Works 02')).toBeAttached();
  await expect(page.getByRole('list', { name: 'Slots used' })).toContainText('100 / 100 full');

  await keys.press('ControlOrMeta+Z');
  await expect(board.said).toHaveText('Undid: Swapped Amber Works 02 for Birch Mills');
  await keys.isAt(board.cardIn('Queued', 'Birch Mills'));
  await expect(board.cardIn('Actively Working', 'Amber Works 02')).toBeAttached();
});

test(
  'leaving asks why it rests; an override lets an MQL enter and is kept with the stint',
  { tag: '@long' },
  async ({ page }) => {
    const { board, keys } = await begin(page);
    await test.step('bad data opens what to mend', async () => {
      await keys.press('ArrowRight', 'm');
      await expect(board.menu).toHaveAccessibleName('Move Amber Works 01');
      await keys.arrowTo(board.entry('Queued'), 'ArrowDown');
      await keys.press('Enter');
      const rest = page.getByRole('dialog', { name: 'Move Amber Works 01 to Queued', exact: true });
      await keys.isAt(rest.getByRole('radio', { name: /^Get back to me/ }));
      await expect(rest.getByLabel('Wake up on')).toHaveValue('2026-04-16');
      await isAccessible(page, 'why it rests', '[role="dialog"]');
      await keys.press('ArrowDown');
      await expect(rest.getByLabel('Wake up on')).toHaveValue('');
      await keys.press('Enter');
      const fixes = page.getByRole('dialog', { name: 'What to mend about Amber Works 01', exact: true });
      await expect(fixes).toContainText('The website is missing.');
      await isAccessible(page, 'the fix list', '[role="dialog"]');
      await fixes.getByRole('button', { name: 'Mend: The website is missing.' }).click();
      const website = page.getByRole('complementary').getByRole('textbox', { name: 'Website' });
      await keys.isAt(website);
      await keys.type('https://amber.example');
      await keys.press('Enter');
      await new PanelPage(page, 'Amber Works 01').close();
    });

    await test.step('an MQL needs an override (AW-3x)', async () => {
      await board.card('Cedar Group').click();
      const panel = new PanelPage(page, 'Cedar Group');
      await panel.show('Prospects');
      await panel.addPerson({ Name: 'Pat Doe', 'MQL date': '2026-03-10' });
      await panel.close();
      await board.card('Cedar Group').focus();
      await keys.press('Space', 'ArrowRight');
      await expect(board.said).toContainText('AW-3: Pat Doe became an MQL');
      await expect(board.said).toContainText('An override can be given (AW-3x).');
      await keys.press('Space');
      const override = page.getByRole('dialog', {
        name: 'Move Cedar Group to Actively Working',
        exact: true,
      });
      await keys.isAt(override.getByRole('textbox', { name: 'Reason' }));
      await expect(override.getByRole('radio')).toHaveCount(1);
      await expect(override.getByRole('link', { name: 'AW-3' }).first()).toHaveAttribute(
        'href',
        '#/rules/AW-3',
      );
      await isAccessible(page, 'the override', '[role="dialog"]');
      await override.getByRole('button', { name: 'Override and move' }).click();
      await expect(override.getByRole('textbox', { name: 'Reason' })).toHaveAccessibleDescription(
        /Write a word/,
      );
      await override.getByRole('textbox', { name: 'Reason' }).fill('Other subsidiaries only');
      await expect(override.getByRole('textbox', { name: 'SAL or AE who lets it enter' })).toHaveValue(
        'Dana Wells',
      );
      await override.getByRole('button', { name: 'Override and move' }).click();
      await expect(board.cardIn('Actively Working', 'Cedar Group')).toBeAttached();
      await expect(board.said).toHaveText('Moved Cedar Group to Actively Working');
    });
  },
);

test('the lens by Priority: a digit or a drag chooses (PR-4, PR-5)', { tag: '@long' }, async ({ page }) => {
  const { keys } = await begin(page);
  const column = (name: string) => page.getByRole('listbox', { name, exact: true });
  const cardIn = (name: string, account: string) =>
    column(name).getByRole('option', { name: new RegExp(`^${account}\\b`) });
  await page.getByRole('radio', { name: 'Priority', exact: true }).click();
  await expect(cardIn('No priority', 'Amber Works 01')).toBeVisible();
  await keys.tabTo(cardIn('No priority', 'Amber Works 01'));
  await keys.press('2');
  await keys.isAt(cardIn('Priority 2', 'Amber Works 01'));
  await expect(page.getByRole('region', { name: 'Priority 2' })).toContainText('Land 1 of');
  await isAccessible(page, 'the board by Priority', '.board-screen');

  await cardIn('No priority', 'Amber Works 02').hover();
  await page.mouse.down();
  const to = await column('Priority 1').boundingBox();
  if (to === null) throw new Error('There is nothing to point at.');
  await page.mouse.move(to.x + to.width / 2, to.y + 120, { steps: 8 });
  await page.mouse.up();
  await expect(cardIn('Priority 1', 'Amber Works 02')).toBeVisible();

  await keys.press('ControlOrMeta+Z', 'ControlOrMeta+Z');
  await expect(column('Priority 1').getByRole('option')).toHaveCount(0);
  await expect(cardIn('No priority', 'Amber Works 01')).toBeVisible();
});
