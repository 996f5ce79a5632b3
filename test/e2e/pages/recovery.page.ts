import { expect, type Locator, type Page } from '@playwright/test';

/** What shows instead of the workspace when its database is lost. */
export class RecoveryPage {
  readonly page: Page;
  readonly main: Locator;
  readonly assets: Locator;
  readonly rebuildButton: Locator;
  readonly goOnButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.assets = page.getByRole('region', { name: 'What Groundwork still has' });
    this.rebuildButton = page.getByRole('button', { name: 'Rebuild my workspace' });
    this.goOnButton = page.getByRole('button', { name: 'Go to the board' });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  /** What is said of one of the assets. */
  asset(name: 'Backup' | 'Journal' | 'Comes back' | 'Damaged backup' | 'This browser'): Locator {
    return this.assets
      .locator('dl > div')
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .locator('dd');
  }

  async rebuild(): Promise<void> {
    await this.rebuildButton.click();
    await expect(this.goOnButton).toBeVisible({ timeout: 30_000 });
  }
}
