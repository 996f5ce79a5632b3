import { expect, type Locator, type Page } from '@playwright/test';

/** The account beside the work. */
export class PanelPage {
  readonly page: Page;
  readonly pane: Locator;

  constructor(page: Page, account: string) {
    this.page = page;
    this.pane = page.getByRole('complementary', { name: `Account ${account}`, exact: true });
  }

  value(field: string): Locator {
    return this.pane.getByRole('button', { name: new RegExp(`^(Edit|Change) ${field}: `) });
  }

  /** Edits a field in place; long texts may hold line breaks. */
  async edit(field: string, text: string): Promise<void> {
    await this.value(field).click();
    const editor = this.pane.getByLabel(field, { exact: true });
    await editor.fill(text);
    await editor.press('ControlOrMeta+Enter');
    await expect(editor).toBeHidden();
  }

  /** Fills in the field that the panel was opened at. */
  async editOpened(field: string, text: string): Promise<void> {
    const editor = this.pane.getByLabel(field, { exact: true });
    await expect(editor).toBeFocused();
    await editor.fill(text);
    await editor.press('ControlOrMeta+Enter');
    await expect(editor).toBeHidden();
  }

  /** Fills in a blank field that its group does not show. */
  async add(group: string, field: string, text: string): Promise<void> {
    await this.pane.getByRole('button', { name: `Add to ${group}` }).click();
    await this.page
      .getByRole('menu', { name: `Add to ${group}` })
      .getByRole('menuitem', { name: field })
      .click();
    const editor = this.pane.getByLabel(field, { exact: true });
    await editor.fill(text);
    await editor.press('Enter');
    await expect(editor).toBeHidden();
  }

  async show(part: 'Details' | 'Prospects' | 'History'): Promise<void> {
    await this.pane.getByRole('tab', { name: new RegExp(`^${part}`) }).click();
  }

  /** Adds a person under Prospects. */
  async addPerson(person: { readonly Name: string } & Readonly<Record<string, string>>): Promise<void> {
    await this.show('Prospects');
    await this.pane.getByRole('button', { name: 'Add a person' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Add a person', exact: true });
    for (const [field, text] of Object.entries(person)) {
      await dialog.getByLabel(field, { exact: true }).fill(text);
    }
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  get people(): Locator {
    return this.pane.getByRole('tabpanel', { name: /^Prospects/ }).getByRole('listitem');
  }

  /** What happened, newest first. */
  get history(): Locator {
    return this.pane.getByRole('tabpanel', { name: 'History' }).getByRole('listitem');
  }

  get hierarchy(): Locator {
    return this.pane.getByRole('region', { name: 'Hierarchy' }).getByRole('listitem');
  }

  async close(): Promise<void> {
    await this.pane.getByRole('button', { name: 'Close panel' }).click();
    await expect(this.pane).toBeHidden();
  }
}
