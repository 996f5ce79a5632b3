import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { ShellPage } from './shell.page.ts';

export interface BackupFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Settings, Data and backups, and the dialogs that it opens. */
export class DataPage {
  readonly page: Page;
  readonly safety: Locator;
  readonly backups: Locator;
  readonly rows: Locator;
  readonly check: Locator;
  readonly copyDialog: Locator;
  readonly restoreDialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.safety = page.getByRole('region', { name: 'Safety' });
    this.backups = page.getByRole('region', { name: 'Backups', exact: true });
    this.rows = this.backups.getByRole('table', { name: 'Backups' }).locator('tbody').getByRole('row');
    this.check = page.getByRole('region', { name: 'Is everything whole?' });
    this.copyDialog = page.getByRole('dialog', { name: 'Save a copy', exact: true });
    this.restoreDialog = page.getByRole('dialog', { name: /^Restore / });
  }

  /** Goes there by the save state in the top line. */
  async open(): Promise<void> {
    await new ShellPage(this.page).saveState.getByRole('link').click();
    await expect(this.page.getByRole('tab', { name: 'Data and backups' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  }

  async backUp(): Promise<void> {
    const before = await this.rows.count();
    await this.backups.getByRole('button', { name: 'Back up now' }).click();
    await expect(this.rows).toHaveCount(before + 1, { timeout: 20_000 });
  }

  /** A row by why the backup was made. */
  row(why: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('cell', { name: why, exact: true }) });
  }

  async chooseFromMenu(row: Locator, entry: 'Restore…' | 'Save a copy…'): Promise<void> {
    await row.getByRole('button', { name: /^Backup of / }).click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  /** Saves a copy of everything, locked where there is a passphrase, and gives the file. */
  async saveCopy(passphrase?: string): Promise<BackupFile> {
    await this.backups.getByRole('button', { name: 'Save a copy…' }).click();
    if (passphrase !== undefined) {
      await this.copyDialog.getByRole('checkbox', { name: 'Lock it with a passphrase' }).click();
      await this.copyDialog.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
      await this.copyDialog.getByRole('textbox', { name: 'Passphrase again' }).fill(passphrase);
    }
    const saved = this.page.waitForEvent('download', { timeout: 60_000 });
    await this.copyDialog.getByRole('button', { name: 'Save the copy' }).click();
    const download = await saved;
    // Read at once: the browser takes its downloads along when it closes.
    const bytes = await readFile(await download.path());
    await expect(this.copyDialog.getByRole('status')).toContainText(`Saved ${download.suggestedFilename()}`);
    await this.copyDialog.getByRole('button', { name: 'Done' }).click();
    return { name: download.suggestedFilename(), bytes };
  }

  /** How many accounts would come back, change, go away and stay. */
  async previewOfAccounts(): Promise<readonly number[]> {
    const row = this.restoreDialog.getByRole('row').filter({
      has: this.page.getByRole('rowheader', { name: 'Accounts', exact: true }),
    });
    await expect(row).toBeVisible({ timeout: 20_000 });
    return (await row.getByRole('cell').allInnerTexts()).map((text) => Number(text.replaceAll(',', '')));
  }
}

/** Chooses a backup file where a dialog or the welcome asks for one. */
export async function chooseBackupFile(page: Page, file: BackupFile): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a backup file' }).click();
  const chooser = await asked;
  await chooser.setFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes });
}
