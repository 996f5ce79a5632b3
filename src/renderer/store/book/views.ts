import { statuses, type Status } from '../../../shared/accounts/account.ts';
import type { SortKey, View, ViewQuery } from '../api.ts';
import type { Book } from './book.ts';
import { rowTest } from './filter.ts';
import { SortedOrder } from './sorted-order.ts';

/** Answers view queries over the book; keeps one sorted order per sort key that was ever asked for. */
export class Views {
  readonly #book: Book;
  readonly #orders = new Map<SortKey, SortedOrder>();

  constructor(book: Book) {
    this.#book = book;
  }

  /** Takes in slots whose rows changed. */
  update(changed: ReadonlySet<number>): void {
    for (const order of this.#orders.values()) order.update(changed);
  }

  view(query: ViewQuery): View {
    const passes = rowTest(query.filter);
    const found: number[] = [];
    const groups = query.groupBy === 'status' ? emptyGroups() : undefined;
    this.#order(query.sort.key).walk(query.sort.descending ?? false, (slot) => {
      const row = this.#book.rowAt(slot);
      if (!row || !passes(row, () => this.#book.textAt(slot))) return;
      found.push(slot);
      groups?.[row.status].push(slot);
    });
    return {
      total: this.#book.size,
      slots: Int32Array.from(found),
      ...(groups && { groups: mapGroups(groups, (slots) => Int32Array.from(slots)) }),
    };
  }

  #order(key: SortKey): SortedOrder {
    const present = this.#orders.get(key);
    if (present) return present;
    const made = new SortedOrder(key, this.#book);
    this.#orders.set(key, made);
    return made;
  }
}

const emptyGroups = (): Record<Status, number[]> => mapGroups(undefined, () => []);

function mapGroups<T>(
  groups: Record<Status, number[]> | undefined,
  map: (slots: number[]) => T,
): Record<Status, T> {
  return Object.fromEntries(statuses.map((status) => [status, map(groups?.[status] ?? [])])) as Record<
    Status,
    T
  >;
}
