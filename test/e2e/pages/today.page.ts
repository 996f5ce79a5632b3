import type { Locator, Page } from '@playwright/test';

/** Today, by role and name. */
export class TodayPage {
  readonly page: Page;
  /** The day, and how many things need a hand. */
  readonly summary: Locator;

  constructor(page: Page) {
    this.page = page;
    this.summary = page.getByRole('main').locator('header p');
  }

  /** The first item of an account. */
  item(account: string): Locator {
    return this.page.getByRole('row').filter({ hasText: account }).first();
  }
}
