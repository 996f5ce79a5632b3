import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildList } from '../builders/build-list.ts';
import { openScreen, notSaved, saved, type RunningApp } from './app.ts';
import type { FloorMapping } from './floors/store-records.ts';
import { expectEvent, expectSights, longTasksOf, timeOf } from './page-watch.ts';

/** A list on disk, as a person has it before importing it. */
export interface ListFile {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  readonly mapping: FloorMapping;
}

/** Writes the wide list of the builders: 40 columns, about 1.2 KB a row. */
export async function writeList(folder: string, rows: number, seed: number): Promise<ListFile> {
  const list = buildList('wide', rows, seed);
  const path = join(folder, `list-${rows}.csv`);
  await mkdir(folder, { recursive: true });
  await writeFile(path, list.encode());
  return { path, rows, bytes: (await stat(path)).size, mapping: list.mapping };
}

/** Times in ms; the driver's own steps between the app's are left out. */
export interface ImportTimes {
  readonly readMs: number;
  readonly planMs: number;
  readonly applyMs: number;
  /** From the press on "Import" until the save state says that the journal has it, too. */
  readonly savedMs: number;
  /** From the file's choice to "Saved", the driver's steps included. */
  readonly spanMs: number;
  /** Lengths of main-thread tasks over 50 ms in that span. */
  readonly longTasks: readonly number[];
}

export interface ImportDone extends ImportTimes {
  /** As the preview said: rows that would become or change accounts. */
  readonly accepted: number;
  readonly read: number;
}

const patience = 9 * 60_000;

/** Imports a list through the Exchange screen, as a person would. */
export async function importThroughUi({ page }: RunningApp, list: ListFile): Promise<ImportDone> {
  await openScreen(page, 'Exchange');
  const input = page.getByLabel('CSV file');
  await input.waitFor({ state: 'attached' });

  await expectEvent(page, 'chosen', 'change');
  await expectStep(page, 'columns', '^Columns of');
  await input.setInputFiles(list.path);
  const readMs = await between(page, 'chosen', 'columns');

  await expectEvent(page, 'preview pressed', 'click');
  await expectStep(page, 'preview', '^Preview of');
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  const planMs = await between(page, 'preview pressed', 'preview');
  const read = await numberIn(page, /([\d,]+) rows? read/);
  const accepted = await numberIn(page, /Import ([\d,]+) accounts?/);

  await expectEvent(page, 'import pressed', 'click');
  await expectStep(page, 'done', '^Imported');
  await expectSights(page, 'saved', notSaved, saved);
  await page.getByRole('button', { name: /^Import [\d,]+ accounts?$/ }).click();
  const applyMs = await between(page, 'import pressed', 'done');
  const savedMs = await between(page, 'import pressed', 'saved');

  const begun = await timeOf(page, 'chosen');
  const ended = await timeOf(page, 'saved');
  const longTasks = await longTasksOf(page, begun, ended);
  return { readMs, planMs, applyMs, savedMs, spanMs: ended - begun, longTasks, accepted, read };
}

const expectStep = (page: Page, name: string, heading: string): Promise<void> =>
  expectSights(page, name, { selector: '#work h2', text: heading });

async function between(page: Page, from: string, to: string): Promise<number> {
  const end = await timeOf(page, to, patience);
  return end - (await timeOf(page, from));
}

/** A number that the screen shows, e.g. "9,999 rows read". */
async function numberIn(page: Page, pattern: RegExp): Promise<number> {
  const text = await page.locator('#work').innerText();
  const digits = pattern.exec(text)?.[1];
  if (digits === undefined) throw new Error(`The Exchange screen does not say ${String(pattern)}:\n${text}`);
  return Number(digits.replaceAll(',', ''));
}
