import { expect, type Locator, type Page } from '@playwright/test';

/** Today, by role and name. */
export class TodayPage {
  readonly page: Page;
  /** The day, and how many things need a hand. */
  readonly summary: Locator;
  /** The groups that are there, the most urgent first. */
  readonly groups: Locator;
  /** Stands in place of the groups once everything is settled. */
  readonly nothingToDo: Locator;

  constructor(page: Page) {
    this.page = page;
    this.summary = page.getByRole('main').locator('header p');
    this.groups = page.getByRole('grid');
    this.nothingToDo = page.getByRole('heading', { name: 'Nothing to do' });
  }

  /** The first item of an account. */
  item(account: string): Locator {
    return this.page.getByRole('row').filter({ hasText: account }).first();
  }

  /** A group by its name. */
  group(name: string): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^${name} [\\d,]+$`) });
  }

  /** How many things need a hand, as the head says. */
  async count(): Promise<number> {
    if (await this.nothingToDo.isVisible()) return 0;
    const words = (await this.summary.textContent()) ?? '';
    return Number((/([\d,]+) things? needs? a hand/.exec(words)?.[1] ?? 'NaN').replaceAll(',', ''));
  }

  /** What every item says, group by group, in the order on screen. */
  async everything(): Promise<readonly string[]> {
    await expect(this.groups.first()).toBeVisible();
    return this.page.getByRole('grid').getByRole('row').allInnerTexts();
  }

  /** Does one of the things that the first item of a group offers, and names its account. */
  async act(group: string, action: string): Promise<string> {
    const row = this.group(group).getByRole('row').first();
    const cell = row.getByRole('gridcell').first();
    const open = cell.getByRole('button');
    const name = await ((await open.count()) > 0 ? open : cell).innerText();
    await row.getByRole('button', { name: new RegExp(`^${action}: `) }).click();
    return name;
  }

  /** Settles a whole group by the button at its head. */
  async settleAll(group: string): Promise<void> {
    await this.group(group)
      .getByRole('button', { name: / all [\d,]+/ })
      .click();
    await expect(this.group(group)).toBeHidden();
  }
}
