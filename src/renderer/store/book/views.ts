import { statuses, type Status } from '../../../shared/accounts/account.ts';
import { isBlankValue, type FieldValue } from '../../../shared/views/field-value.ts';
import { conditionsTest } from '../../../shared/views/match-condition.ts';
import type { FieldSort, SortKey, View, ViewBand, ViewQuery } from '../api.ts';
import type { Book } from './book.ts';
import type { FieldColumns } from './field-columns.ts';
import { rowTest } from './filter.ts';
import { fieldOf, isFieldSort, SortedOrder, sortValueOf } from './sorted-order.ts';

/** Orders by fields beside those of the table's own columns: each costs a list as long as the book. */
const mostFieldOrders = 8;

/** Answers view queries over the book; keeps one sorted order per sort key that was asked for lately. */
export class Views {
  readonly #book: Book;
  readonly #fields: Pick<FieldColumns, 'valueAt'>;
  readonly #orders = new Map<SortKey | FieldSort, SortedOrder>();

  constructor(book: Book, fields: Pick<FieldColumns, 'valueAt'>) {
    this.#book = book;
    this.#fields = fields;
  }

  /** Takes in slots whose rows changed. */
  update(changed: ReadonlySet<number>): void {
    for (const order of this.#orders.values()) order.update(changed);
  }

  /** The fields that a query needs must be there (`fieldsIn`, `FieldColumns.fill`). */
  view({ filter, sort, groupBy }: ViewQuery): View {
    const passes = rowTest(filter);
    const holds = conditionsTest(filter.conditions ?? [], this.#book.context.today, this.#fields.valueAt);
    const found: number[] = [];
    const groups = groupBy === 'status' ? emptyGroups() : undefined;
    this.#order(sort.key).walk(sort.descending ?? false, (slot) => {
      const row = this.#book.rowAt(slot);
      if (!row || !passes(row, () => this.#book.textAt(slot)) || !holds(slot)) return;
      found.push(slot);
      groups?.[row.status].push(slot);
    });
    const banded =
      groupBy === undefined || groupBy === 'status' ? undefined : this.#bands(found, fieldOf(groupBy));
    return {
      total: this.#book.size,
      slots: Int32Array.from(banded?.slots ?? found),
      ...(groups && { groups: mapGroups(groups, (slots) => Int32Array.from(slots)) }),
      ...(banded && { bands: banded.bands }),
    };
  }

  /** The same slots, those of one value together, in the order of values, the blank last. */
  #bands(found: readonly number[], field: string): { slots: number[]; bands: ViewBand[] } {
    const byText = new Map<string, { readonly value: FieldValue; readonly slots: number[] }>();
    for (const slot of found) {
      const value = this.#fields.valueAt(slot, field);
      const text = bandText(value);
      const band = byText.get(text);
      if (band) band.slots.push(slot);
      else byText.set(text, { value, slots: [slot] });
    }
    const slots: number[] = [];
    const bands: ViewBand[] = [];
    for (const [text, band] of [...byText].sort(([, a], [, b]) => compareBands(a.value, b.value))) {
      bands.push({ value: text, from: slots.length });
      for (const slot of band.slots) slots.push(slot);
    }
    return { slots, bands };
  }

  #order(key: SortKey | FieldSort): SortedOrder {
    const present = this.#orders.get(key);
    if (present) return present;
    const made = new SortedOrder(key, this.#book, this.#fields.valueAt);
    this.#orders.set(key, made);
    const ofFields = [...this.#orders.keys()].filter(isFieldSort);
    const [oldest] = ofFields;
    if (oldest !== undefined && ofFields.length > mostFieldOrders) this.#orders.delete(oldest);
    return made;
  }
}

/** Fields that a query filters, sorts and groups by. */
export const fieldsIn = ({ filter, sort, groupBy }: ViewQuery): string[] => [
  ...(filter.conditions ?? []).map(({ field }) => field),
  ...(isFieldSort(sort.key) ? [fieldOf(sort.key)] : []),
  ...(groupBy === undefined || groupBy === 'status' ? [] : [fieldOf(groupBy)]),
];

function bandText(value: FieldValue): string {
  if (isBlankValue(value) || value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'object' ? value.join('; ') : String(value);
}

function compareBands(a: FieldValue, b: FieldValue): number {
  const [left, right] = [sortValueOf(a), sortValueOf(b)];
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return left < right ? -1 : left > right ? 1 : 0;
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
