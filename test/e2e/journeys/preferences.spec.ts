import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { beginWithList, numbered } from '../support/imported-book.ts';
import { Keyboard } from '../support/keyboard.ts';
import { BoardPage } from '../pages/board.page.ts';

/** Whether the element with focus shows it by an outline. */
const showsFocus = (page: Page): Promise<boolean> =>
  page.locator(':focus').evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
  });

test('a finger drags a card, after resting on it for a moment @even', async ({ page }) => {
  await beginWithList(page, numbered('Amber Works', 5, { employees: 50 }));
  const board = new BoardPage(page);
  const from = await board.card('Amber Works 02').boundingBox();
  const to = await board.column('Queued').boundingBox();
  if (from === null || to === null) throw new Error('The board is not in view.');
  const session = await page.context().newCDPSession(page);
  const touch = async (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    x: number,
    y: number,
  ): Promise<void> => {
    await session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
    });
  };
  const start = { x: from.x + 40, y: from.y + 20 };
  await touch('touchStart', start.x, start.y);
  // The card is taken up once the finger has rested on it.
  await expect(board.card('Amber Works 02')).toHaveAttribute('data-carried', 'pointer');
  const end = { x: to.x + to.width / 2, y: start.y + 60 };
  for (let step = 1; step <= 8; step += 1) {
    await touch(
      'touchMove',
      start.x + ((end.x - start.x) * step) / 8,
      start.y + ((end.y - start.y) * step) / 8,
    );
  }
  await touch('touchEnd', end.x, end.y);
  await expect(board.said).toHaveText('Moved Amber Works 02 to Queued');
  await board.hasPlace(board.cardIn('Queued', 'Amber Works 02'), 1, 1);
  await expect(board.column('No status').getByRole('option')).toHaveCount(4);
});

test(
  'reduced motion and forced colours: all works, and focus is seen',
  { tag: '@long' },
  async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
    await beginWithList(page, numbered('Amber Works', 5, { employees: 50 }));
    const board = new BoardPage(page);
    const keys = new Keyboard(page);
    await keys.tabTo(board.card('Amber Works 01'));
    expect(await showsFocus(page)).toBe(true);
    const moving = await page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
    await keys.press('m');
    await keys.arrowTo(board.entry('Queued'), 'ArrowDown');
    await keys.press('Enter');
    await keys.isAt(board.cardIn('Queued', 'Amber Works 01'));
    expect(await showsFocus(page)).toBe(true);
    await keys.press('g', 'a');
    await keys.tabTo(page.locator('[role="gridcell"][tabindex="0"]'));
    expect(await showsFocus(page)).toBe(true);
    await keys.tabTo(page.getByRole('link', { name: 'Board' }));
    expect(await showsFocus(page)).toBe(true);
  },
);
