import { expect, type Locator, type Page } from '@playwright/test';

/** Settings: each is saved on leaving its field. */
export class SettingsPage {
  readonly page: Page;
  readonly workspaceName: Locator;
  readonly bdr: Locator;
  readonly timeZone: Locator;
  readonly theme: Locator;
  readonly about: Locator;

  constructor(page: Page) {
    this.page = page;
    this.workspaceName = this.part('Workspace').getByRole('textbox', { name: 'Name', exact: true });
    this.bdr = this.part('Workspace').getByRole('textbox', { name: 'BDR', exact: true });
    this.timeZone = page.getByRole('combobox', { name: 'Time zone', exact: true });
    this.theme = page.getByRole('combobox', { name: 'Theme' });
    this.about = this.part('About');
  }

  part(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  async chooseTheme(name: 'As the system' | 'Light' | 'Dark'): Promise<void> {
    await this.theme.click();
    await this.page.getByRole('option', { name, exact: true }).click();
    await expect(this.theme).toHaveText(name);
  }

  async chooseTimeZone(zone: string): Promise<void> {
    await this.timeZone.click();
    await this.page.getByRole('combobox', { name: 'Search Time zone' }).fill(zone);
    await this.page.getByRole('option', { name: zone, exact: true }).click();
    await expect(this.timeZone).toHaveText(zone);
  }
}
