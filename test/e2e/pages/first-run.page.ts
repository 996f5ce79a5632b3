import { expect, type Locator, type Page } from '@playwright/test';

export type Beginning = 'Import my list' | 'Look around with a sample' | 'Start empty' | 'Open a backup';

/** The welcome: whose book this is, and how to begin. */
export class FirstRunPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly bdr: Locator;
  readonly workspaceName: Locator;
  readonly timeZone: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { name: 'Welcome to Groundwork' });
    this.bdr = page.getByRole('textbox', { name: 'Your name, as BDR' });
    this.workspaceName = page.getByRole('textbox', { name: 'Name of the workspace' });
    this.timeZone = page.getByRole('combobox', { name: 'Time zone' });
  }

  way(beginning: Beginning): Locator {
    return this.page.getByRole('button', { name: beginning });
  }

  /** Answers who the BDR is and begins. */
  async begin(beginning: Beginning, bdr: string, workspace = 'My territory'): Promise<void> {
    await expect(this.heading).toBeVisible();
    await this.bdr.fill(bdr);
    await this.workspaceName.fill(workspace);
    await this.way(beginning).click();
    await expect(this.heading).toBeHidden({ timeout: 20_000 });
  }
}
