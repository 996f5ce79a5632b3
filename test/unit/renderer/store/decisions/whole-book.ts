import type { Account } from '../../../../../src/shared/accounts/account.ts';
import type { BookRow } from '../../../../../src/renderer/store/api.ts';
import { Book } from '../../../../../src/renderer/store/book/book.ts';
import { factsOf } from '../../../../../src/renderer/store/book/facts.ts';
import type { GroundworkDatabase } from '../../../../../src/renderer/store/database.ts';
import type { DecisionContext } from '../../../../../src/renderer/store/decisions/context.ts';
import { ContextReader } from '../../../../../src/renderer/store/decisions/read-context.ts';
import {
  decideRecord,
  type AccountRecord,
} from '../../../../../src/renderer/store/decisions/record-decision.ts';
import { readRecords } from '../../../../../src/renderer/store/decisions/read-records.ts';

export const recordOf = (account: Account, rest: Partial<AccountRecord> = {}): AccountRecord => ({
  prospects: [],
  opportunities: [],
  ...rest,
  account,
});

/** A book of these records, decided from nothing. */
export function decidedBook(records: readonly AccountRecord[], context: DecisionContext): Book {
  const book = new Book(context);
  for (const record of records) {
    book.put(factsOf(record.account, context.rules));
    book.setRecord(record.account.id, decideRecord(record, context));
  }
  book.settle();
  return book;
}

export const rowsOf = (book: Book): Map<string, BookRow> =>
  new Map(
    [...book.slots()].flatMap((slot): [string, BookRow][] => {
      const row = book.rowAt(slot);
      return row ? [[row.id, row]] : [];
    }),
  );

/** What every row of a store should say, read and decided from nothing. */
export async function rowsFromScratch(
  database: GroundworkDatabase,
  of: Parameters<ContextReader['read']>[0],
): Promise<Map<string, BookRow>> {
  const context = await new ContextReader(database).read(of);
  const ids = await database.accounts.orderBy('nameKey').primaryKeys();
  return rowsOf(decidedBook(await readRecords(database, ids), context));
}
