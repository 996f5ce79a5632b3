import type { Account } from '../../../shared/accounts/account.ts';
import { accountFieldValue, type FieldValue } from '../../../shared/views/field-value.ts';
import { accountOf } from '../account-row.ts';
import type { GroundworkDatabase } from '../database.ts';
import { pause } from '../pause.ts';
import { accountBatches } from '../reading.ts';
import type { Book } from './book.ts';
import { isRowField, rowValue } from './row-values.ts';

/** Accounts that one reading takes. */
const portion = 1000;

/**
 * Values of any field of the book's accounts, by slot. What rows do not hold is read when it is first filtered
 * or sorted by, all such fields in one scan, and kept up to date from then on.
 */
export class FieldColumns {
  readonly #database: GroundworkDatabase;
  readonly #book: Book;
  readonly #columns = new Map<string, FieldValue[]>();
  /** Columns on their way. */
  readonly #filling = new Map<string, Promise<void>>();
  /** Accounts that changed since the scans began: what these read of them may be older. */
  readonly #newer = new Set<string>();

  constructor(database: GroundworkDatabase, book: Book) {
    this.#database = database;
    this.#book = book;
  }

  /** Whether every field can be told at once. */
  has(fields: readonly string[]): boolean {
    return fields.every((field) => isRowField(field) || this.#columns.has(field));
  }

  /** Resolves when every field can be told. */
  async fill(fields: readonly string[]): Promise<void> {
    const missing = fields.filter((field) => !this.has([field]) && !this.#filling.has(field));
    if (missing.length > 0) {
      const filled = this.#scan(missing).finally(() => {
        for (const field of missing) this.#filling.delete(field);
        if (this.#filling.size === 0) this.#newer.clear();
      });
      for (const field of missing) this.#filling.set(field, filled);
    }
    await Promise.all(fields.flatMap((field) => this.#filling.get(field) ?? []));
  }

  /** Takes in an account that is new or changed; the book has it already. */
  put(account: Account): void {
    if (this.#filling.size > 0) this.#newer.add(account.id);
    this.#set(account, this.#columns);
  }

  readonly valueAt = (slot: number, field: string): FieldValue => {
    if (!isRowField(field)) return this.#columns.get(field)?.[slot] ?? null;
    const row = this.#book.rowAt(slot);
    return row ? rowValue(row, field) : null;
  };

  async #scan(fields: readonly string[]): Promise<void> {
    const columns = new Map(fields.map((field): [string, FieldValue[]] => [field, []]));
    for await (const rows of accountBatches(this.#database, portion)) {
      for (const row of rows) if (!this.#newer.has(row.id)) this.#set(accountOf(row), columns);
      await pause();
    }
    const newer = await this.#database.accounts.bulkGet([...this.#newer]);
    for (const row of newer) if (row && 'values' in row) this.#set(accountOf(row), columns);
    for (const [field, values] of columns) this.#columns.set(field, values);
  }

  #set(account: Account, columns: ReadonlyMap<string, FieldValue[]>): void {
    const slot = this.#book.slotOf(account.id);
    if (slot === undefined) return;
    for (const [field, values] of columns) values[slot] = accountFieldValue(account, field);
  }
}
