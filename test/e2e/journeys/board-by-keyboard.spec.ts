import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { beginWithList, numbered, type ListedAccount } from '../support/imported-book.ts';
import { Keyboard } from '../support/keyboard.ts';
import { BoardPage } from '../pages/board.page.ts';
import { RulesPage } from '../pages/rules.page.ts';
import { ShellPage } from '../pages/shell.page.ts';

/** Two Mid-Market accounts are worked; with a limit of 2 there is no slot left. Worked in FY is empty. */
const list: readonly ListedAccount[] = [
  ...numbered('Amber Works', 40, { employees: 50 }),
  { name: 'Birch Mills', employees: 500 },
  { name: 'Cedar Holdings', employees: '' },
  ...numbered('Delta Foods', 5, { employees: 60, status: 'Queued' }),
  { name: 'Elm Bakeries', employees: 700, status: 'Queued' },
  { name: 'Fern Robotics', employees: 800, status: 'Actively Working' },
  { name: 'Gorse Telecom', employees: 900, status: 'Actively Working' },
  { name: 'Hazel Mining', employees: 3000, status: 'Restricted' },
];

async function begin(page: Page): Promise<{ board: BoardPage; keys: Keyboard }> {
  await beginWithList(page, list);
  const shell = new ShellPage(page);
  await new RulesPage(page).setLimit('Mid-Market', '2');
  await shell.open('Board');
  const board = new BoardPage(page);
  const keys = new Keyboard(page);
  await keys.tabTo(board.card('Amber Works 01'));
  return { board, keys };
}

const unknownSegment =
  'AW-6: the segment is unknown, so no slot can be counted. Fill in an employee count that decides the segment.';
const noSlot =
  'AW-6: no free Mid-Market slot, 2 of 2. Release 1 Mid-Market account, or raise the limit in Rules.';

test('focus roves by column and index; a card tells its place', { tag: '@long' }, async ({ page }) => {
  const { board, keys } = await begin(page);
  const { column, card } = { column: board.column.bind(board), card: board.card.bind(board) };
  await board.hasPlace(card('Amber Works 01'), 1, 42);

  await keys.press('ArrowDown', 'ArrowDown', 'ArrowUp');
  await keys.isAt(card('Amber Works 02'));
  await keys.press('End');
  await keys.isAt(card('Cedar Holdings'));
  await board.hasPlace(card('Cedar Holdings'), 42, 42);
  await expect(card('Cedar Holdings')).toBeInViewport({ ratio: 1 });
  await keys.press('PageUp', 'PageDown');
  await keys.isAt(card('Cedar Holdings'));
  await keys.press('Home', 'PageDown');
  await expect(card('Amber Works 01')).not.toBeFocused();
  await expect(page.locator(':focus')).toHaveAccessibleName(/^Amber Works/);

  // Sideways keeps the index as far as a column reaches, and gets it back.
  await keys.press('Home');
  await keys.repeat('ArrowDown', 7);
  await keys.press('ArrowRight');
  await keys.isAt(card('Elm Bakeries'));
  await keys.press('ArrowRight');
  await keys.isAt(card('Gorse Telecom'));
  await keys.press('ArrowRight');
  await keys.isAt(column('Worked in FY'));
  await expect(column('Worked in FY')).toHaveAccessibleDescription('No accounts');
  await keys.press('ArrowRight');
  await keys.isAt(card('Hazel Mining'));
  await keys.press('ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  await keys.isAt(card('Amber Works 08'));

  // The whole board is one tab stop, and it remembers.
  await keys.press('Tab');
  await keys.isAt(page.getByRole('button', { name: 'Move Amber Works 08' }));
  await keys.press('Shift+Tab');
  await keys.isAt(card('Amber Works 08'));
});

test('a card tells name, segment, priority and what is wrong', { tag: '@long' }, async ({ page }) => {
  const { board } = await begin(page);
  await expect(board.card('Elm Bakeries')).toHaveAccessibleName(
    /^Elm Bakeries ?, segment Mid-Market ?, No priority/,
  );
  await expect(board.card('Fern Robotics')).toHaveAccessibleName(/Actively Working Since Mar 1/);
  await expect(board.card('Hazel Mining')).toHaveAccessibleName(/segment Large/);
  await expect(board.card('Elm Bakeries')).toHaveAccessibleName(/, warning .*website/i);
});

test('Space carries a card, each step is told, Space lands it where it was told @odd', async ({ page }) => {
  const { board, keys } = await begin(page);
  await keys.press('ArrowDown', 'Space');
  await expect(board.said).toHaveText(
    'Picked up Amber Works 02. Arrow keys choose the place, Space drops, Escape puts back.',
  );
  await keys.press('ArrowRight');
  await expect(board.said).toHaveText('Queued, position 2 of 7. Allowed.');
  await keys.press('ArrowDown');
  await expect(board.said).toHaveText('Queued, position 3 of 7. Allowed.');
  await keys.press('End');
  await expect(board.said).toHaveText('Queued, position 7 of 7. Allowed.');
  await keys.press('Home', 'ArrowDown', 'ArrowDown');
  await expect(board.said).toHaveText('Queued, position 3 of 7. Allowed.');
  await keys.isAt(board.card('Amber Works 02'));

  await keys.press('Space');
  const landed = board.cardIn('Queued', 'Amber Works 02');
  await expect(board.said).toHaveText('Moved Amber Works 02 to Queued');
  await keys.isAt(landed);
  await board.hasPlace(landed, 3, 7);
  await board.hasPlace(board.card('Delta Foods 02'), 2, 7);
  await board.hasPlace(board.card('Delta Foods 03'), 4, 7);

  // Within the column: the same keys, and the place is kept over a reload.
  await keys.press('Space', 'ArrowUp');
  await expect(board.said).toHaveText('Queued, position 2 of 7. Allowed.');
  await keys.press('Enter');
  await board.hasPlace(landed, 2, 7);
  await keys.isAt(landed);
  await new ShellPage(page).isSaved();
  await page.reload();
  await board.hasPlace(board.cardIn('Queued', 'Amber Works 02'), 2, 7);
});

test(
  'Escape puts back; Tab puts back and goes on; a drop where it was changes nothing',
  { tag: '@long' },
  async ({ page }) => {
    const { board, keys } = await begin(page);
    await keys.press('Space', 'ArrowRight', 'Escape');
    await expect(board.said).toHaveText('Put back.');
    await keys.isAt(board.cardIn('No status', 'Amber Works 01'));
    await board.hasPlace(board.card('Amber Works 01'), 1, 42);

    await keys.press('Space', 'ArrowRight', 'Tab');
    await expect(board.said).toHaveText('Put back.');
    await keys.isAt(page.getByRole('button', { name: 'Move Amber Works 01' }));
    await keys.press('Shift+Tab', 'Space', 'Space');
    await expect(board.said).toHaveText('Stays where it was.');
    await keys.isAt(board.cardIn('No status', 'Amber Works 01'));
    // The import is the last thing that can be undone but for the setting.
    await keys.press('ControlOrMeta+Z');
    await expect(board.said).toHaveText(/^Undid: Mid-Market limit: changed from /);
  },
);

test('a refused move is told with rule and remedy, never lands, and the column goes on saying why @odd', async ({
  page,
}) => {
  const { board, keys } = await begin(page);
  await keys.press('End');
  await keys.isAt(board.card('Cedar Holdings'));
  await keys.press('Space', 'ArrowRight', 'ArrowRight');
  await expect(board.refused).toHaveText(`Actively Working, position 3 of 3. ${unknownSegment}`);
  await keys.press('Space');
  await expect(board.refused).toHaveText(`Not moved to Actively Working. ${unknownSegment}`);
  const cedar = board.cardIn('No status', 'Cedar Holdings');
  await keys.isAt(cedar);
  await board.hasPlace(cedar, 42, 42);
  await expect(board.column('Actively Working').getByRole('option')).toHaveCount(2);
  await expect(board.verdict('Actively Working')).toContainText(unknownSegment);

  await keys.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Space', 'ArrowLeft', 'ArrowLeft');
  await expect(board.refused).toHaveText(
    'Actively Working, position 1 of 3. AW-7: the account is Restricted. Once it may be worked again, move it to Queued first.',
  );
  await keys.press('Escape');
  await keys.isAt(board.cardIn('Restricted', 'Hazel Mining'));
  await keys.press('ArrowLeft', 'ArrowLeft', 'Escape');
  await expect(board.verdict('Actively Working')).toBeHidden();
});

test(
  'several at once: what may land lands, what may not stays, each with its reason',
  { tag: '@long' },
  async ({ page }) => {
    const { board, keys } = await begin(page);
    await keys.press('End', 'x');
    await expect(board.said).toHaveText('1 account selected.');
    await keys.press('Shift+ArrowUp', 'Shift+ArrowUp');
    await expect(board.said).toHaveText('3 accounts selected.');
    for (const name of ['Amber Works 40', 'Birch Mills', 'Cedar Holdings']) {
      await expect(board.card(name)).toHaveAttribute('aria-selected', 'true');
    }
    await expect(board.selectionBar).toContainText('3 accounts selected');

    await keys.press('Space', 'ArrowRight', 'ArrowRight');
    const verdict = `1 of 3 can move; 2 stay. ${noSlot} (Birch Mills) ${unknownSegment} (Cedar Holdings)`;
    await expect(board.said).toHaveText(
      new RegExp(`^Actively Working, position \\d of 5\\. .*1 of 3 can move`),
    );
    await expect(board.said).toContainText(verdict);
    await keys.press('Space');
    await keys.isAt(board.cardIn('Actively Working', 'Amber Works 40'));
    await expect(board.cardIn('No status', 'Birch Mills')).toBeAttached();
    await expect(board.verdict('Actively Working')).toContainText('1 of 3 can move; 2 stay.');

    await keys.press('Escape');
    await expect(board.said).toHaveText('Nothing selected.');
    await expect(board.selectionBar).toBeHidden();
    await keys.press('ArrowLeft', 'ControlOrMeta+A');
    await expect(board.said).toHaveText('6 accounts selected.');
  },
);

test('the Move-to menu does what carrying does, and says why not', { tag: '@long' }, async ({ page }) => {
  const { board, keys } = await begin(page);
  await keys.press('ArrowRight', 'End', 'm');
  await expect(board.menu).toHaveAccessibleName('Move Elm Bakeries');
  await expect(board.entry('Actively Working')).toHaveAccessibleName(
    `Actively Working ${noSlot} A seat can be swapped.`,
  );
  const worked = board.entry('Worked in FY');
  await expect(worked).toHaveAttribute('aria-disabled', 'true');
  await expect(worked).toHaveAccessibleName(/AW-0: Queued cannot become Worked in FY\./);
  await expect(board.entry('Queued')).toHaveAttribute('aria-disabled', 'true');
  await keys.arrowTo(worked, 'ArrowDown');
  await keys.press('Enter');
  await expect(board.menu).toBeVisible();
  await keys.press('Escape');
  await keys.isAt(board.cardIn('Queued', 'Elm Bakeries'));

  await keys.press('Shift+F10');
  await keys.arrowTo(board.entry('Top of column'), 'ArrowDown');
  await keys.press('Enter');
  const elm = board.cardIn('Queued', 'Elm Bakeries');
  await board.hasPlace(elm, 1, 6);
  await keys.isAt(elm);
  for (const [entry, position] of [
    ['Down', 2],
    ['Bottom of column', 6],
    ['Up', 5],
  ] as const) {
    await keys.press('m');
    await keys.arrowTo(board.menu.getByRole('menuitem', { name: entry, exact: true }), 'ArrowDown');
    await keys.press('Enter');
    await board.hasPlace(elm, position, 6);
    await keys.isAt(elm);
  }

  await keys.press('m');
  await keys.arrowTo(board.entry('No status'), 'ArrowDown');
  await keys.press('Enter');
  await expect(board.said).toHaveText('Moved Elm Bakeries to No status');
  await keys.isAt(board.cardIn('No status', 'Elm Bakeries'));
});

test('Restricted asks for reason and name (AW-8); focus comes back', { tag: '@long' }, async ({ page }) => {
  const { board, keys } = await begin(page);
  await keys.press('ArrowRight', 'm');
  await expect(board.entry('Restricted')).toHaveAccessibleName(/Asks why, and who asked \(AW-8\)\.$/);
  await keys.arrowTo(board.entry('Restricted'), 'ArrowDown');
  await keys.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Move Delta Foods 01 to Restricted', exact: true });
  await keys.isAt(dialog.getByRole('textbox', { name: 'Reason' }));
  await keys.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(board.said).toHaveText('Put back. Not moved.');
  await keys.isAt(board.cardIn('Queued', 'Delta Foods 01'));

  await keys.press('Space', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Space');
  await keys.isAt(dialog.getByRole('textbox', { name: 'Reason' }));
  await keys.type('Open renewal talks');
  await keys.press('Tab', 'Enter');
  await expect(dialog.getByRole('textbox', { name: 'Who asked' })).toHaveAccessibleDescription(
    /Name who asked/,
  );
  await keys.type('Dana Wells');
  await keys.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(board.said).toHaveText('Moved Delta Foods 01 to Restricted');
  await keys.isAt(board.cardIn('Restricted', 'Delta Foods 01'));
});

test('the shortcuts of the app work while a card has focus', { tag: '@long' }, async ({ page }) => {
  const { board, keys } = await begin(page);
  const shell = new ShellPage(page);
  await keys.press('m');
  await keys.arrowTo(board.entry('Queued'), 'ArrowDown');
  await keys.press('Enter');
  await keys.isAt(board.cardIn('Queued', 'Amber Works 01'));
  await keys.press('ControlOrMeta+Z');
  await expect(board.said).toHaveText('Undid: Moved Amber Works 01 to Queued');
  await keys.isAt(board.cardIn('No status', 'Amber Works 01'));
  await keys.press('ControlOrMeta+Shift+Z');
  await expect(board.said).toHaveText('Redid: Moved Amber Works 01 to Queued');
  await keys.isAt(board.cardIn('Queued', 'Amber Works 01'));

  const palette = page.getByRole('dialog', { name: 'Search and commands', exact: true });
  await keys.press('ControlOrMeta+K');
  await keys.isAt(palette.getByRole('combobox'));
  await keys.press('Escape');
  await keys.isAt(board.card('Amber Works 01'));

  await keys.press('?');
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts', exact: true });
  await expect(shortcuts).toBeVisible();
  await expect(shortcuts).toContainText('Pick up the card or the selection, and drop it');
  await keys.press('Escape');
  await keys.isAt(board.card('Amber Works 01'));

  await keys.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Account Amber Works 01' })).toBeVisible();
  await keys.isAt(board.card('Amber Works 01'));
  await keys.press('Escape');
  await expect(page.getByRole('complementary')).toBeHidden();

  await keys.press('/');
  await keys.isAt(page.getByRole('searchbox', { name: 'Filter by text' }));
  await keys.type('delta');
  await expect(page.getByRole('search').getByRole('status')).toHaveText('5 of 51 accounts');
  await keys.tabTo(board.card('Delta Foods 01'));
  await board.hasPlace(board.card('Delta Foods 01'), 1, 5);
  await keys.press('g', 'a');
  await shell.isAt('Accounts');
  await keys.press('g', 'b');
  await shell.isAt('Board');
});
