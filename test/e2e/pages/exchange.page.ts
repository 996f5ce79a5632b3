import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { dropFiles } from '../support/drop-files.ts';

/** What becomes of the rows of a file, as the preview counts them (EX-2). */
export const rowKinds = ['new', 'changed', 'identical', 'merged', 'skipped', 'undecided', 'refused'] as const;
export type RowKind = (typeof rowKinds)[number];
export type RowCounts = Readonly<Record<RowKind, number>> & { readonly read: number };

/** A file as a person chooses it: by its path, or made by the test. */
export type GivenFile = string | { readonly name: string; readonly bytes: Uint8Array | string };

export interface ExportedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The screen where data comes and goes. */
export class ExchangePage {
  readonly page: Page;
  readonly screen: Locator;
  readonly chooseButton: Locator;
  /** Why a file, its columns or the import were refused. */
  readonly problem: Locator;
  readonly notesOnFile: Locator;
  readonly notesOnPreview: Locator;
  readonly previewButton: Locator;
  readonly backToColumns: Locator;
  readonly applyButton: Locator;
  readonly cancelButton: Locator;
  readonly progress: Locator;
  readonly nothingToImport: Locator;

  constructor(page: Page) {
    this.page = page;
    this.screen = page.getByRole('region', { name: 'Exchange', exact: true });
    this.chooseButton = this.screen.getByRole('button', { name: 'Choose file' });
    this.problem = this.screen.getByRole('alert');
    this.notesOnFile = this.screen.getByRole('list', { name: 'Notes on the file' });
    this.notesOnPreview = this.screen.getByRole('list', { name: 'Notes on the preview' });
    this.previewButton = this.screen.getByRole('button', { name: 'Preview', exact: true });
    this.backToColumns = this.screen.getByRole('button', { name: 'Back to columns' });
    this.applyButton = this.screen.getByRole('button', { name: /^Import [\d,]+ accounts?$/ });
    this.cancelButton = this.screen.getByRole('button', { name: 'Cancel' });
    this.progress = this.screen.getByRole('progressbar', { name: 'Importing' });
    this.nothingToImport = this.screen.getByRole('button', { name: 'Nothing to import' });
  }

  /** Chooses a file in the dialog that "Choose file" opens; without one the dialog is left again. */
  async choose(file?: GivenFile): Promise<void> {
    const asked = this.page.waitForEvent('filechooser');
    await this.chooseButton.click();
    const chooser = await asked;
    if (file === undefined) return;
    await chooser.setFiles(
      typeof file === 'string'
        ? file
        : { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.bytes) },
    );
  }

  /** Lets files fall on the screen, as from a file manager. */
  async drop(...paths: readonly string[]): Promise<void> {
    await dropFiles(this.screen, ...paths);
  }

  /** The heading of the present step. */
  step(name: string | RegExp): Locator {
    return this.screen.getByRole('heading', { level: 2, name });
  }

  async isAtColumnsOf(file: string): Promise<void> {
    await expect(this.step(`Columns of ${file}`)).toBeVisible({ timeout: 20_000 });
  }

  /** What a column of the file becomes. */
  fieldFor(header: string): Locator {
    return this.screen.getByRole('combobox', { name: `Field for ${header}`, exact: true });
  }

  async map(header: string, field: string): Promise<void> {
    await this.fieldFor(header).click();
    await this.page.getByRole('combobox', { name: `Search Field for ${header}` }).fill(field);
    await this.page.getByRole('option', { name: field, exact: true }).click();
    await expect(this.fieldFor(header)).toHaveText(field);
  }

  /** From the columns to the preview. */
  async preview(): Promise<RowCounts> {
    await this.previewButton.click();
    await expect(this.step(/^Preview of /)).toBeVisible({ timeout: 30_000 });
    return this.counts();
  }

  /** The counts as the preview's sentence gives them; checks that they add up. */
  async counts(): Promise<RowCounts> {
    const sentence = this.screen.getByRole('status').filter({ hasText: ' read' });
    await expect(sentence).toHaveText(/ rows? read = /);
    const text = await sentence.innerText();
    const number = (pattern: RegExp): number =>
      Number((pattern.exec(text)?.[1] ?? 'NaN').replaceAll(',', ''));
    const read = number(/([\d,]+) rows? read/);
    const counted = Object.fromEntries(
      rowKinds.map((kind) => [kind, number(new RegExp(`([\\d,]+) ${kind}`))]),
    ) as Record<RowKind, number>;
    expect(
      rowKinds.reduce((sum, kind) => sum + counted[kind], 0),
      `“${text}” adds up`,
    ).toBe(read);
    return { ...counted, read };
  }

  async showRows(kind: RowKind): Promise<void> {
    await this.screen.getByRole('tab', { name: new RegExp(`^${kind} `, 'i') }).click();
  }

  /** A row of the shown kind, by what it says. */
  row(text: string | RegExp): Locator {
    return this.screen.getByRole('listbox').getByRole('option', { name: text });
  }

  /** Everything that is known of a row, by its number as a spreadsheet counts. */
  detailOf(row: number): Locator {
    return this.screen.getByRole('region', { name: `Row ${row}`, exact: true });
  }

  /** Applies the import and waits for its result. */
  async apply(): Promise<void> {
    await this.applyButton.click();
    await expect(this.step(/^Imported /)).toBeVisible({ timeout: 60_000 });
  }

  /** From a file to its preview. */
  async previewOf(file: GivenFile): Promise<RowCounts> {
    await this.choose(file);
    await this.isAtColumnsOf(nameOf(file));
    return this.preview();
  }

  async showExport(): Promise<void> {
    await this.screen.getByRole('tab', { name: 'Export', exact: true }).click();
  }

  async showImport(): Promise<void> {
    await this.screen.getByRole('tab', { name: 'Import', exact: true }).click();
  }

  /** What the export is about, by its name in the list. */
  async chooseExport(what: 'Account research fields' | 'Everything'): Promise<void> {
    await this.screen.getByRole('combobox', { name: 'What' }).click();
    await this.page.getByRole('option', { name: what }).click();
  }

  /** Begins anew with another file, from wherever the import stands. */
  async anotherFile(): Promise<void> {
    if (await this.backToColumns.isVisible()) await this.backToColumns.click();
    await this.screen.getByRole('button', { name: /^(Choose|Import) another file$/ }).click();
    await expect(this.chooseButton).toBeVisible();
  }

  /** Exports what the form is about, and gives the file as it was saved. */
  async export(): Promise<ExportedFile> {
    const saved = this.page.waitForEvent('download');
    await this.screen.getByRole('button', { name: /^Export [\d,]+ accounts?$/ }).click();
    const download = await saved;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
}

const nameOf = (file: GivenFile): string =>
  typeof file === 'string' ? (file.split(/[\\/]/).at(-1) ?? file) : file.name;
