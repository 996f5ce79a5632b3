import { expect, type Locator, type Page } from '@playwright/test';

export type ScreenName = 'Today' | 'Board' | 'Accounts' | 'Territories' | 'Exchange' | 'Rules' | 'Settings';

/** What frames every screen: the rail, the top line, notes and announcements. */
export class ShellPage {
  readonly page: Page;
  readonly rail: Locator;
  readonly topLine: Locator;
  readonly saveState: Locator;
  readonly undoButton: Locator;
  readonly redoButton: Locator;
  /** The short notes that tell what was done. */
  readonly notes: Locator;
  /** Why the workspace was not opened, in place of every screen. */
  readonly trouble: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rail = page.getByRole('navigation', { name: 'Screens' });
    this.topLine = page.getByRole('banner');
    this.saveState = page.getByRole('status', { name: 'Save state' });
    this.undoButton = page.getByRole('button', { name: 'Undo', exact: true });
    this.redoButton = page.getByRole('button', { name: 'Redo', exact: true });
    this.trouble = page.getByRole('main').getByRole('alert');
    this.notes = page.getByRole('region', { name: 'Notifications' });
  }

  async open(screen: ScreenName): Promise<void> {
    await this.rail.getByRole('link', { name: screen, exact: true }).click();
    await this.isAt(screen);
  }

  async isAt(screen: ScreenName): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: screen, exact: true })).toBeAttached();
  }

  /** Everything is in the store and in the journal. */
  async isSaved(): Promise<void> {
    await expect(this.saveState).toHaveText('Saved', { timeout: 20_000 });
  }

  /** Undoes by the top line's button, wherever a note may cover it. */
  async undo(): Promise<void> {
    await this.topLine.getByRole('button', { name: 'Undo', exact: true }).click();
  }

  async redo(): Promise<void> {
    await this.topLine.getByRole('button', { name: 'Redo', exact: true }).click();
  }

  /** Closes every note, so that the next one is the only one. */
  async dismissNotes(): Promise<void> {
    const dismiss = this.notes.getByRole('button', { name: 'Dismiss' });
    while ((await dismiss.count()) > 0) await dismiss.first().click();
  }
}
