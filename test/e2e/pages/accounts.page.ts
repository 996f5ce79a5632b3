import { expect, type Locator, type Page } from '@playwright/test';

/** The table of accounts. */
export class AccountsPage {
  readonly page: Page;
  readonly grid: Locator;
  readonly filter: Locator;
  readonly count: Locator;
  readonly meters: Locator;

  constructor(page: Page) {
    this.page = page;
    // Grouped, it is a tree of two levels.
    const grouped = page.getByRole('treegrid', { name: 'Accounts' });
    this.grid = page.getByRole('grid', { name: 'Accounts' }).or(grouped);
    const search = page.getByRole('search', { name: 'Filter accounts' });
    this.filter = search.getByRole('searchbox', { name: 'Filter by text' });
    this.count = search.getByRole('status');
    this.meters = page.getByRole('group', { name: 'Actively Working, used of limit' });
  }

  async showOnly(text: string): Promise<void> {
    await this.filter.fill(text);
    await expect(this.count).toHaveText(/ of /);
  }

  /** Takes every filter away; the board shares them. */
  async showAll(): Promise<void> {
    await this.page.getByRole('search').getByRole('button', { name: 'Clear', exact: true }).click();
    await expect(this.count).not.toHaveText(/ of /);
  }

  /** The row of an account; it has to be in view, so filter first. */
  row(account: string): Locator {
    return this.grid.getByRole('row').filter({
      has: this.page.getByRole('checkbox', { name: `Select ${account}`, exact: true }),
    });
  }

  /** A cell of an account by its column's head. */
  async cell(account: string, column: string): Promise<Locator> {
    const heads = await this.grid.getByRole('columnheader').allInnerTexts();
    const index = heads.findIndex((head) => head.trim() === column);
    if (index < 0) throw new Error(`There is no column ${column}: ${heads.join(', ')}.`);
    return this.row(account).getByRole('gridcell').nth(index);
  }

  /** Types into a cell in place. */
  async edit(account: string, column: string, text: string): Promise<void> {
    const cell = await this.cell(account, column);
    await cell.dblclick();
    await cell.getByLabel(`${column} of ${account}`).fill(text);
    await cell.getByLabel(`${column} of ${account}`).press('Enter');
  }

  /** Chooses from the menu of a cell: Priority or Status. */
  async pick(account: string, column: 'Status' | 'Priority', entry: string): Promise<void> {
    await (await this.cell(account, column)).dblclick();
    await this.page
      .getByRole('menu', { name: `${column} of ${account}` })
      .getByRole(/* checked or not */ 'menuitemcheckbox', { name: entry })
      .click();
  }

  async openAccount(account: string): Promise<void> {
    await this.row(account).hover();
    await this.row(account)
      .getByRole('button', { name: `Open ${account}`, exact: true })
      .click();
  }
}
