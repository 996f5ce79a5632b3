import { expect, type Page } from '@playwright/test';
import { writeCsv } from '../../builders/csv-writer.ts';
import { ExchangePage } from '../pages/exchange.page.ts';
import { FirstRunPage } from '../pages/first-run.page.ts';
import { ShellPage } from '../pages/shell.page.ts';

/** A row of a list of accounts, as a test needs it. */
export interface ListedAccount {
  readonly name: string;
  readonly employees?: number | string;
  readonly status?: 'Queued' | 'Actively Working' | 'Worked in FY' | 'Restricted';
  /** Other columns by header. */
  readonly more?: Readonly<Record<string, string>>;
}

/** `n` accounts named in order: `Amber Works 01`, `Amber Works 02`, ... */
export const numbered = (
  prefix: string,
  n: number,
  rest: Omit<ListedAccount, 'name'> = {},
): readonly ListedAccount[] =>
  Array.from({ length: n }, (_, index) => ({
    name: `${prefix} ${String(index + 1).padStart(2, '0')}`,
    ...rest,
  }));

/** The list as a CSV file. Accounts in Actively Working started on the first of March 2026. */
export function listFile(accounts: readonly ListedAccount[]): string {
  const more = [...new Set(accounts.flatMap((account) => Object.keys(account.more ?? {})))];
  const header = [
    'Account Name',
    'Employees',
    'BDR Prospecting Status',
    'Actively Working Start Date',
    ...more,
  ];
  const rows = accounts.map((account) => [
    account.name,
    String(account.employees ?? ''),
    account.status ?? '',
    account.status === 'Actively Working' ? '2026-03-01' : '',
    ...more.map((name) => account.more?.[name] ?? ''),
  ]);
  return writeCsv([header, ...rows]);
}

/** What the book holds, as the export of everything says it. Stands at Exchange then. */
export async function wholeBook(page: Page): Promise<string> {
  await new ShellPage(page).open('Exchange');
  const exchange = new ExchangePage(page);
  await exchange.showExport();
  await exchange.chooseExport('Everything');
  return (await exchange.export()).bytes.toString('utf8');
}

export const ourBdr = 'Nora Lindqvist';

/** Begins a workspace with a list, through the first run and the import, and stands at the board. */
export async function beginWithList(
  page: Page,
  accounts: readonly ListedAccount[],
  { assign }: { readonly assign?: 'Leave unassigned' } = {},
): Promise<void> {
  await new FirstRunPage(page).begin('Import my list', ourBdr);
  const exchange = new ExchangePage(page);
  await exchange.previewOf({ name: 'list.csv', bytes: listFile(accounts) });
  if (assign !== undefined) {
    await page.getByRole('combobox', { name: 'Accounts without BDR Assigned' }).click();
    await page.getByRole('option', { name: assign }).click();
  }
  await exchange.apply();
  const shell = new ShellPage(page);
  await shell.open('Board');
  await shell.isSaved();
  await expect(page.getByRole('option').first()).toBeVisible();
}
