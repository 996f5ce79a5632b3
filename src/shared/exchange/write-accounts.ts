import type { Account } from '../accounts/account.ts';
import { fold } from '../accounts/normalise.ts';
import type { ExportColumn } from './presets.ts';
import { csvRecord, type CsvStyle } from './write-csv.ts';
import { fieldWriter, type ParentName } from './write-field.ts';

/** By name, ignoring case and accents, then by id: the same accounts always make the same file. */
export function inExportOrder(accounts: readonly Account[]): Account[] {
  return accounts
    .map((account) => ({ account, key: fold(account.name) }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.account.id, b.account.id))
    .map(({ account }) => account);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How parents are named in a file: by CRM id, else by name; one outside the book as it came. */
export function parentNamer(book: readonly Account[]): ParentName {
  const byId = new Map(book.map((account) => [account.id, account]));
  return ({ parentId, parentRef }) => {
    const parent = parentId === undefined ? undefined : byId.get(parentId);
    return parent ? (parent.crmId ?? parent.name) : (parentRef ?? '');
  };
}

/** Writes accounts as records of text, `perPart` at a time, so that no single string holds a large file. */
export function* csvParts(
  accounts: readonly Account[],
  columns: readonly ExportColumn[],
  parentName: ParentName,
  style: CsvStyle,
  perPart = 1000,
): Generator<string> {
  const writers = columns.map((column) =>
    column.kind === 'field'
      ? fieldWriter(column.key, parentName)
      : (account: Account): string => account.custom?.[column.key] ?? '',
  );
  yield csvRecord(
    columns.map(({ header }) => header),
    style,
  );
  for (let start = 0; start < accounts.length; start += perPart) {
    let part = '';
    for (const account of accounts.slice(start, start + perPart)) {
      part += csvRecord(
        writers.map((write) => write(account)),
        style,
      );
    }
    yield part;
  }
}
