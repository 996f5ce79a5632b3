import { expect, type Locator, type Page } from '@playwright/test';
import { BoardPage, type ColumnName } from './board.page.ts';

/** The board as a person with a mouse uses it. */
export class BoardByMouse extends BoardPage {
  readonly filters: Locator;
  readonly count: Locator;

  constructor(page: Page) {
    super(page);
    this.filters = page.getByRole('search', { name: 'Filter accounts' });
    this.count = this.filters.getByRole('status');
  }

  /** A column with its head, its meters and what it says. */
  area(column: ColumnName): Locator {
    return this.page.getByRole('region', { name: column, exact: true });
  }

  cards(column: ColumnName): Locator {
    return this.column(column).getByRole('option');
  }

  /** The name is read out first, and may end in any sign. */
  override card(account: string): Locator {
    return this.page.getByRole('option', { name: new RegExp(`^${escaped(account)} ?,`) });
  }

  override cardIn(column: ColumnName, account: string): Locator {
    return this.column(column).getByRole('option', { name: new RegExp(`^${escaped(account)} ?,`) });
  }

  async filterBySegment(segment: string): Promise<void> {
    await this.filters.getByRole('combobox', { name: 'Segment' }).click();
    await this.page.getByRole('option', { name: segment, exact: true }).click();
    await this.page.keyboard.press('Escape');
    await expect(this.count).toHaveText(/ of /);
  }

  async select(...accounts: readonly string[]): Promise<void> {
    for (const account of accounts) await this.card(account).click({ modifiers: ['ControlOrMeta'] });
    await expect(this.selectionBar).toContainText(`${accounts.length} accounts selected`);
  }

  async clearSelection(): Promise<void> {
    await this.selectionBar.getByRole('button', { name: 'Clear selection' }).click();
    await expect(this.selectionBar).toBeHidden();
  }

  /** Picks a card up and holds it over a column. */
  async holdOver(account: string, column: ColumnName): Promise<void> {
    const from = await pointIn(this.card(account), 0.5);
    const to = await pointIn(this.area(column), 0.4);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + 8, from.y + 8, { steps: 2 });
    await this.page.mouse.move(to.x, to.y, { steps: 8 });
  }

  async letGo(): Promise<void> {
    await this.page.mouse.up();
  }

  /** Drags a card, and whatever is selected with it, to a column, and sees it there. */
  async drag(account: string, column: ColumnName): Promise<void> {
    await this.holdOver(account, column);
    await this.letGo();
    await expect(this.cardIn(column, account)).toBeVisible();
  }

  /** Opens the menu that does what dragging does. */
  async openMenu(account: string): Promise<void> {
    await this.card(account).hover();
    await this.page.getByRole('button', { name: `Move ${account}`, exact: true }).click();
  }

  /** Opens the account beside the board. */
  async openAccount(account: string): Promise<void> {
    await this.card(account).click();
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

async function pointIn(place: Locator, height: number): Promise<{ readonly x: number; readonly y: number }> {
  await expect(place).toBeVisible();
  const box = await place.boundingBox();
  if (box === null) throw new Error('There is nothing to point at.');
  return { x: box.x + box.width / 2, y: box.y + box.height * height };
}
