import { expect, type Locator, type Page } from '@playwright/test';

export type ColumnName = 'No status' | 'Queued' | 'Actively Working' | 'Worked in FY' | 'Restricted';

/** The board, by role and name. */
export class BoardPage {
  readonly page: Page;
  /** What screen readers were last told. */
  readonly said: Locator;
  /** What they were told at once: refusals and failures. */
  readonly refused: Locator;
  readonly selectionBar: Locator;
  /** The menu of a card or of the selection. */
  readonly menu: Locator;

  constructor(page: Page) {
    this.page = page;
    this.said = page.getByRole('status', { name: 'Announcements', exact: true });
    this.refused = page.getByRole('alert', { name: 'Urgent announcements' });
    this.selectionBar = page.getByRole('toolbar', { name: 'Selected accounts' });
    this.menu = page.getByRole('menu', { name: /^Move / });
  }

  /** The list of a column. */
  column(name: ColumnName): Locator {
    return this.page.getByRole('listbox', { name, exact: true });
  }

  /** The card of an account, wherever it is; its name is what is read out first. */
  card(account: string): Locator {
    return this.page.getByRole('option', { name: new RegExp(`^${escaped(account)}\\b`) });
  }

  cardIn(column: ColumnName, account: string): Locator {
    return this.column(column).getByRole('option', { name: new RegExp(`^${escaped(account)}\\b`) });
  }

  /** A lane of a column, with its cards. */
  lane(column: ColumnName, name: string): Locator {
    return this.column(column).getByRole('group', { name: `Lane ${name}`, exact: true });
  }

  /** What opens and closes a lane; named by it, its cards and their segments. */
  laneHeading(column: ColumnName, name: string): Locator {
    return this.page
      .getByRole('region', { name: column, exact: true })
      .getByRole('button', { name: new RegExp(`^Lane ${escaped(name)} `) });
  }

  entry(name: string): Locator {
    return this.menu.getByRole('menuitem', { name: new RegExp(`^${escaped(name)}`) });
  }

  /** What a column goes on saying after it sent cards back. */
  verdict(column: ColumnName): Locator {
    return this.page.getByRole('group', { name: `Why cards did not move to ${column}` });
  }

  async hasPlace(card: Locator, position: number, size: number): Promise<void> {
    await expect(card).toHaveAttribute('aria-posinset', String(position));
    await expect(card).toHaveAttribute('aria-setsize', String(size));
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
