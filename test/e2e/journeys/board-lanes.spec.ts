import { BoardByMouse } from '../pages/board-by-mouse.page.ts';
import { ShellPage } from '../pages/shell.page.ts';
import { isAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/app.ts';
import { beginWithList, numbered, type ListedAccount } from '../support/imported-book.ts';
import { Keyboard } from '../support/keyboard.ts';

const ownedBy = (owner: string) => ({ more: { 'Account Owner': owner } });

const list: readonly ListedAccount[] = [
  ...numbered('Amber Works', 3, { employees: 50, status: 'Queued', ...ownedBy('Ana Reyes') }),
  ...numbered('Birch Mills', 2, { employees: 500, status: 'Queued', ...ownedBy('Ben Ito') }),
  { name: 'Cedar Holdings', status: 'Queued' },
  { name: 'Delta Foods', employees: 60, ...ownedBy('Ana Reyes') },
  { name: 'Elm Bakeries', employees: 700, status: 'Actively Working', ...ownedBy('Ben Ito') },
];

test('lanes by AE: read, closed, carried, dragged and filtered; no card ever changes its owner @even', async ({
  page,
}) => {
  test.slow();
  await beginWithList(page, list);
  const shell = new ShellPage(page);
  const board = new BoardByMouse(page);
  const keys = new Keyboard(page);
  const lanes = page.getByRole('button', { name: /^Lanes:/ });

  await test.step('chosen by keyboard; without a mapping there are no territories', async () => {
    await keys.tabTo(lanes);
    await keys.press('Enter');
    const entry = page.getByRole('menuitemcheckbox', { name: 'By AE' });
    await expect(page.getByRole('menuitemcheckbox', { name: 'By territory' })).toHaveCount(0);
    await keys.arrowTo(entry, 'ArrowDown');
    await keys.press('Enter');
    await expect(lanes).toHaveText('Lanes: by AE');
    await expect(board.lane('Queued', 'Ana Reyes').getByRole('option')).toHaveCount(3);
    await expect(board.lane('Queued', 'Ben Ito').getByRole('option')).toHaveCount(2);
    await expect(board.lane('Queued', 'No account owner').getByRole('option')).toHaveCount(1);
    await board.hasPlace(board.card('Birch Mills 02'), 2, 2);
    await expect(board.laneHeading('Actively Working', 'Ben Ito')).toHaveAccessibleName(
      /1 account 1 Mid-Market/,
    );
    await isAccessible(page, 'board-lanes', '.board-screen');
  });

  await test.step('arrows go through headings, sideways within the lane; Enter closes it', async () => {
    await keys.tabTo(board.card('Delta Foods'));
    await keys.press('ArrowRight', 'ArrowDown', 'ArrowDown');
    await keys.isAt(board.card('Amber Works 03'));
    await keys.press('ArrowDown');
    await keys.isAt(board.laneHeading('Queued', 'Ben Ito'));
    await keys.press('Enter');
    await expect(board.laneHeading('Queued', 'Ben Ito')).toHaveAttribute('aria-expanded', 'false');
    await expect(board.card('Birch Mills 01')).toHaveCount(0);
    await expect(board.card('Elm Bakeries')).toHaveCount(0);
    await keys.press('ArrowDown');
    await keys.isAt(board.laneHeading('Queued', 'No account owner'));
    await keys.press('ControlOrMeta+ArrowUp', 'ArrowRight');
    await keys.isAt(board.laneHeading('Actively Working', 'Ben Ito'));
    await keys.press('Space', 'ArrowDown');
    await keys.isAt(board.card('Elm Bakeries'));
  });

  await test.step('carried by keyboard a card stays in its lane, and undo takes it back', async () => {
    await keys.press('ArrowLeft');
    await keys.isAt(board.card('Birch Mills 01'));
    await keys.press('ControlOrMeta+ArrowUp', 'ArrowUp');
    await keys.isAt(board.card('Amber Works 03'));
    await keys.press('Space', 'End', 'ArrowUp');
    await expect(board.said).toHaveText('Lane Ana Reyes, Queued, position 2 of 3. Allowed.');
    await keys.press('ArrowLeft');
    await expect(board.said).toHaveText('Lane Ana Reyes, No status, position 2 of 2. Allowed.');
    await keys.press('Space');
    const landed = board.lane('No status', 'Ana Reyes').getByRole('option', { name: /^Amber Works 03/ });
    await keys.isAt(landed);
    await board.hasPlace(landed, 2, 2);
    await keys.press('ControlOrMeta+Z');
    await keys.isAt(board.cardIn('Queued', 'Amber Works 03'));
    await board.hasPlace(board.card('Amber Works 03'), 3, 3);
    await keys.press('m');
    await keys.arrowTo(board.entry('Top of lane'), 'ArrowDown');
    await keys.press('Enter');
    await board.hasPlace(board.card('Amber Works 03'), 1, 3);
    await keys.isAt(board.card('Amber Works 03'));
  });

  await test.step('held over another lane it says that it stays, and lands in its own', async () => {
    const to = await board.card('Birch Mills 02').boundingBox();
    if (to === null) throw new Error('There is nothing to point at.');
    await board.card('Amber Works 01').hover();
    await page.mouse.down();
    await page.mouse.move(to.x + 40, to.y + 10, { steps: 8 });
    await page.mouse.move(to.x + 40, to.y + 20, { steps: 2 });
    await expect(page.getByText('Stays in the lane Ana Reyes', { exact: true })).toBeVisible();
    await board.letGo();
    await board.hasPlace(board.card('Amber Works 01'), 3, 3);
    await expect(board.lane('Queued', 'Ben Ito').getByRole('option')).toHaveCount(2);
  });

  await test.step('cards of two lanes go together, each into its own', async () => {
    await board.select('Amber Works 02', 'Birch Mills 01');
    await board.drag('Birch Mills 01', 'No status');
    await expect(
      board.lane('No status', 'Ben Ito').getByRole('option', { name: /^Birch Mills 01/ }),
    ).toBeVisible();
    await expect(
      board.lane('No status', 'Ana Reyes').getByRole('option', { name: /^Amber Works 02/ }),
    ).toBeVisible();
    await board.clearSelection();
  });

  await test.step('a filter leaves the lanes that have cards; the choice outlasts the screen', async () => {
    const text = page.getByRole('searchbox', { name: 'Filter by text' });
    await text.fill('birch');
    await expect(board.laneHeading('Queued', 'Ana Reyes')).toHaveCount(0);
    await expect(board.laneHeading('Queued', 'Ben Ito')).toBeVisible();
    await text.fill('');
    await expect(board.laneHeading('Queued', 'Ana Reyes')).toBeVisible();
    await board.laneHeading('Queued', 'Ana Reyes').click();
    await shell.open('Accounts');
    await shell.open('Board');
    await expect(board.laneHeading('Queued', 'Ana Reyes')).toHaveAttribute('aria-expanded', 'false');
    await board.laneHeading('Queued', 'Ana Reyes').hover();
    await page.getByRole('button', { name: 'Line up Ana Reyes in all columns' }).nth(1).click();
  });

  await test.step('the rule of a refusal that stays leads to the rule', async () => {
    await board.drag('Birch Mills 02', 'No status');
    await board.holdOver('Cedar Holdings', 'Actively Working');
    await board.letGo();
    await board.verdict('Actively Working').getByRole('link', { name: 'AW-6' }).first().click();
    await shell.isAt('Rules');
    await expect(page).toHaveURL(/AW-6/);
  });
});

test.describe('with a mapping', () => {
  test.use({ demo: true });
  test('lanes by territory', { tag: '@long' }, async ({ page }) => {
    await new ShellPage(page).open('Board');
    const board = new BoardByMouse(page);
    await page.getByRole('button', { name: /^Lanes:/ }).click();
    await page.getByRole('menuitemcheckbox', { name: 'By territory' }).click();
    await expect(board.laneHeading('Queued', 'AMER-EAST')).toBeVisible();
    await expect(board.lane('Queued', 'AMER-EAST').getByRole('option').first()).toContainText('AMER-EAST');
    await expect(board.lane('Queued', 'AMER-EAST').getByRole('option').first()).toHaveAttribute(
      'aria-posinset',
      '1',
    );
  });
});
