import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { BoardPage } from '../pages/board.page.ts';
import { ShellPage } from '../pages/shell.page.ts';
import { isAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/app.ts';
import { beginWithList, numbered, type ListedAccount } from '../support/imported-book.ts';
import { Keyboard } from '../support/keyboard.ts';

const ownedBy = (owner: string) => ({ more: { 'Account Owner': owner } });

const list: readonly ListedAccount[] = [
  ...numbered('Amber Works', 3, { employees: 50, status: 'Actively Working', ...ownedBy('Ana Reyes') }),
  ...numbered('Birch Mills', 2, { employees: 500, status: 'Actively Working', ...ownedBy('Ben Ito') }),
  { name: 'Cedar Holdings', status: 'Queued' },
  { name: 'Delta Works', employees: 60, status: 'Queued', ...ownedBy('Ben Ito') },
];

const picker = (page: Page) => page.getByRole('button', { name: /^View: / });
const lanes = (page: Page) => page.getByRole('button', { name: /^Lanes:/ });
const heading = (page: Page, column: string, lane: string) =>
  page
    .getByRole('region', { name: column, exact: true })
    .getByRole('button', { name: new RegExp(`^Lane ${lane} `) });

test('a view holds the board’s lens, lanes and closed lanes, in a file, in Accounts and over a restart @long', async ({
  app,
  page,
}) => {
  test.slow();
  await beginWithList(page, list);
  const shell = new ShellPage(page);
  const board = new BoardPage(page);
  const keys = new Keyboard(page);
  const choose = async (of: Page, what: string): Promise<void> => {
    const on = new Keyboard(of);
    await on.tabTo(picker(of));
    await on.press('Enter');
    await on.arrowTo(of.getByRole('menuitemcheckbox', { name: what }), 'ArrowDown');
    await on.press('Enter');
  };
  const doWith = async (what: string): Promise<void> => {
    await keys.tabTo(page.getByRole('button', { name: 'View…', exact: true }));
    await keys.press('Enter');
    await keys.arrowTo(page.getByRole('menuitem', { name: what }), 'ArrowDown');
    await keys.press('Enter');
  };

  await test.step('what the board shows is saved as a view', async () => {
    await keys.press('/');
    await keys.type('works');
    await expect(page.getByRole('search').getByRole('status')).toHaveText('4 of 7 accounts');
    await keys.tabTo(lanes(page), 'Shift+Tab');
    await keys.press('Enter');
    await keys.arrowTo(page.getByRole('menuitemcheckbox', { name: 'By AE' }), 'ArrowDown');
    await keys.press('Enter');
    await keys.tabTo(heading(page, 'Queued', 'Ana Reyes'));
    await keys.press('ArrowDown', 'Enter');
    await expect(heading(page, 'Queued', 'Ben Ito')).toHaveAttribute('aria-expanded', 'false');
    await doWith('Save as a new view…');
    const dialog = page.getByRole('dialog', { name: 'Save as a new view', exact: true });
    await keys.isAt(dialog.getByRole('textbox', { name: 'Name of the view' }));
    await keys.type('Works by AE');
    await keys.press('Enter');
    await expect(picker(page)).toHaveAccessibleName('View: Works by AE');
  });

  await test.step('lanes by Priority: closed ones stay so, arrows go through headings, a digit keeps the lane', async () => {
    await keys.tabTo(page.getByRole('radio', { name: 'Status', exact: true }));
    await keys.press('ArrowRight');
    await expect(picker(page)).toHaveAccessibleName('View: Works by AE changed');
    await choose(page, 'All accounts');
    await expect(lanes(page)).toHaveText('Lanes: by AE');
    await expect(heading(page, 'No priority', 'Ben Ito')).toHaveAttribute('aria-expanded', 'false');
    await keys.tabTo(board.card('Amber Works 01'));
    await keys.press('End');
    await keys.isAt(heading(page, 'No priority', 'Ben Ito'));
    await keys.press('Space', 'ArrowDown');
    await keys.isAt(board.card('Birch Mills 01'));
    await board.hasPlace(board.card('Birch Mills 01'), 1, 2);
    await keys.press('2');
    const birch = page
      .getByRole('listbox', { name: 'Priority 2', exact: true })
      .getByRole('group', { name: 'Lane Ben Ito', exact: true })
      .getByRole('option', { name: /^Birch Mills 01/ });
    await keys.isAt(birch);
    await keys.press('ControlOrMeta+ArrowUp');
    await keys.isAt(heading(page, 'Priority 2', 'Ben Ito'));
    await keys.press('ArrowRight', 'ArrowRight', 'ArrowDown');
    await keys.isAt(board.card('Birch Mills 02'));
    await isAccessible(page, 'board-priority-lanes', '.board-screen');
  });

  await test.step('opened again it shows what was saved', async () => {
    await choose(page, 'Works by AE');
    await expect(picker(page)).toHaveAccessibleName('View: Works by AE');
    await expect(page.getByRole('radio', { name: 'Status', exact: true })).toBeChecked();
    await expect(heading(page, 'Queued', 'Ben Ito')).toHaveAttribute('aria-expanded', 'false');
    await expect(page.getByRole('search').getByRole('status')).toHaveText('4 of 7 accounts');
    await isAccessible(page, 'board-view', '.board-screen');
  });

  await test.step('as a file it is of format 2; a file of a newer one is refused in words', async () => {
    const file = page.waitForEvent('download');
    await doWith('Export this view as a file');
    const text = await readFile(await (await file).path(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      format: 2,
      text: 'works',
      board: { lens: 'status', lanes: 'owner', closed: { owner: ['Ben Ito'], territory: [] } },
    });
    const newer = text.replace('"format": 2', '"format": 3');
    const give = page.getByLabel('View file');
    await give.setInputFiles({ name: 'v.json', mimeType: 'application/json', buffer: Buffer.from(newer) });
    await expect(
      page.getByRole('heading', { name: /^v\.json: A newer version of Groundwork/ }),
    ).toBeVisible();
  });

  await test.step('Accounts shows its filter; a view chosen there filters the board, which stays as it is', async () => {
    await shell.open('Accounts');
    await expect(picker(page)).toHaveAccessibleName('View: Works by AE');
    await expect(page.getByRole('search').getByRole('status')).toHaveText('4 of 7 accounts');
    await choose(page, 'B3 My Actively Working');
    await shell.open('Board');
    await expect(picker(page)).toHaveAccessibleName('View: B3 My Actively Working');
    await expect(page.getByRole('search').getByRole('status')).toHaveText('5 of 7 accounts');
    await expect(board.column('Queued').getByRole('option')).toHaveCount(0);
    await expect(heading(page, 'Actively Working', 'Ben Ito')).toHaveAttribute('aria-expanded', 'false');
  });

  await test.step('lens, lanes, closed lanes and view are there after a restart', async () => {
    await keys.tabTo(page.getByRole('radio', { name: 'Status', exact: true }));
    await keys.press('ArrowRight');
    await expect(heading(page, 'No priority', 'Ben Ito')).toHaveAttribute('aria-expanded', 'false');
    await shell.isSaved();
    await app.restart();
    const next = app.page();
    await new ShellPage(next).open('Board');
    await expect(next.getByRole('radio', { name: 'Priority', exact: true })).toBeChecked();
    await expect(heading(next, 'No priority', 'Ben Ito')).toHaveAttribute('aria-expanded', 'false');
    await expect(picker(next)).toHaveAccessibleName('View: B3 My Actively Working');
    await expect(next.getByRole('search').getByRole('status')).toHaveText('5 of 7 accounts');
    await choose(next, 'Works by AE');
    await expect(next.getByRole('radio', { name: 'Status', exact: true })).toBeChecked();
    await expect(next.getByRole('search').getByRole('status')).toHaveText('4 of 7 accounts');
  });
});
