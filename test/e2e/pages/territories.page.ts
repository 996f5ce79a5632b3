import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { dropFiles } from '../support/drop-files.ts';

/** The parts of the screen, as their tabs are called. */
export type TerritorySection =
  | 'Mapping'
  | 'Import'
  | 'Coverage'
  | 'Work list'
  | 'Is this mine?'
  | 'Named accounts'
  | 'Exceptions'
  | 'Public sector'
  | 'Opportunities';

/** Whose is what: the mapping, and what follows from it. */
export class TerritoriesPage {
  readonly page: Page;
  /** Rows of the version that is shown. */
  readonly rows: Locator;
  readonly problems: Locator;
  readonly previewButton: Locator;
  /** What the work list holds, one entry for each thing to settle. */
  readonly work: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.getByRole('table', { name: 'Rows of the mapping', exact: true });
    this.problems = page.getByRole('table', { name: 'Problems of the mapping' });
    this.previewButton = page.getByRole('button', { name: 'Preview the impact' });
    this.work = page.getByRole('region', { name: 'Work list' }).getByRole('listitem');
  }

  /** Goes to a part of the screen by its tab. */
  async show(section: TerritorySection): Promise<void> {
    const tab = this.page.getByRole('tab', { name: section, exact: true });
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }

  /** Drops a mapping file on the import, and waits for its columns. */
  async drop(folder: string, name: string, text: string): Promise<void> {
    const path = join(folder, name);
    await mkdir(folder, { recursive: true });
    await writeFile(path, text);
    await dropFiles(this.page.locator('.file-drop'), path);
    await this.isAtColumnsOf(name);
  }

  /** Pastes a table with tabs between its cells, and waits for its columns. */
  async paste(table: readonly (readonly string[])[]): Promise<void> {
    const text = table.map((cells) => cells.join('\t')).join('\n');
    await this.page.getByRole('textbox', { name: /paste the table/ }).fill(text);
    await this.page.getByRole('button', { name: 'Read the pasted table' }).click();
    await this.isAtColumnsOf('Pasted table');
  }

  async isAtColumnsOf(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { name: `Columns of ${name}` })).toBeVisible({
      timeout: 30_000,
    });
  }

  /** A problem by the row that people see in their file. */
  problemOfRow(row: number): Locator {
    const number = this.page.getByRole('cell', { name: row.toLocaleString('en'), exact: true });
    return this.problems.getByRole('row').filter({ has: number });
  }

  /** From the columns to what the mapping would change, and gives the sum in words. */
  async preview(): Promise<string> {
    await this.previewButton.click();
    const sum = this.page.getByRole('status').filter({ hasText: /accounts? changes?: |Nothing changes/ });
    await expect(sum).toBeVisible({ timeout: 30_000 });
    return sum.innerText();
  }

  /** From the columns or the preview to the applied mapping, whoever changes hands. */
  async apply(): Promise<void> {
    const apply = this.page.getByRole('button', { name: /^Apply/ });
    await this.previewButton.or(apply).waitFor();
    if (await this.previewButton.isVisible()) await this.previewButton.click();
    await apply.click();
    await expect(this.rows).toBeVisible({ timeout: 30_000 });
  }
}
