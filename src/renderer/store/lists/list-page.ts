import { fold } from '../../../shared/accounts/normalise.ts';
import type { FieldValue } from '../../../shared/views/field-value.ts';
import { conditionsTest } from '../../../shared/views/match-condition.ts';
import { sortValueOf } from '../book/sorted-order.ts';
import type { GroundworkDatabase } from '../database.ts';
import { pause } from '../pause.ts';
import type { QuestionRoom } from '../questions/answer-question.ts';
import type { ListAsk } from '../questions/questions.ts';
import { recordList, type ListedKind, type ListedRows } from './record-list.ts';

/** How a list reads its records. */
export interface ListReading<K extends ListedKind> {
  readonly kind: K;
  readonly valueOf: (record: ListedRows[K], field: string) => FieldValue;
  /** What the text filter searches. */
  readonly textOf: (record: ListedRows[K]) => string;
}

export interface FoundRecords<K extends ListedKind> {
  readonly total: number;
  readonly found: number;
  /** Those of the stretch that was asked for. */
  readonly records: readonly ListedRows[K][];
}

/** Records filtered between two pauses. */
const portion = 2000;

interface Kept {
  readonly key: string;
  readonly total: number;
  readonly ids: readonly string[];
}

/** The last answer of each list, for the stretches that are asked for while somebody scrolls. */
const kept = new WeakMap<GroundworkDatabase, Map<ListedKind, Kept>>();

/** Filters and sorts a list as a view says; ties fall to the id. */
export async function listPage<K extends ListedKind>(
  { database, book, through }: QuestionRoom,
  { offset, limit, ...view }: ListAsk,
  reading: ListReading<K>,
): Promise<FoundRecords<K>> {
  const all = await recordList(database, reading.kind, through);
  const key = JSON.stringify([view, through, book.decisionsMade, book.context.stamps.rows]);
  const ofDatabase = kept.get(database) ?? new Map<ListedKind, Kept>();
  kept.set(database, ofDatabase);
  const known = ofDatabase.get(reading.kind);
  const list =
    known?.key === key
      ? known
      : { key, total: all.size, ids: await sortedIds([...all.values()], view, book.context.today, reading) };
  ofDatabase.set(reading.kind, list);
  const records = list.ids.slice(offset, offset + limit).flatMap((id) => all.get(id) ?? []);
  return { total: list.total, found: list.ids.length, records };
}

async function sortedIds<K extends ListedKind>(
  all: readonly ListedRows[K][],
  { text, conditions, sort }: Omit<ListAsk, 'offset' | 'limit'>,
  today: Parameters<typeof conditionsTest>[1],
  { valueOf, textOf }: ListReading<K>,
): Promise<string[]> {
  const holds = conditionsTest(conditions, today, valueOf);
  const words = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found: { readonly id: string; readonly value: string | number | null }[] = [];
  for (let start = 0; start < all.length; start += portion) {
    for (const record of all.slice(start, start + portion)) {
      if (!holds(record)) continue;
      const haystack = words.length > 0 ? fold(textOf(record)) : '';
      if (!words.every((word) => haystack.includes(word))) continue;
      found.push({ id: record.id, value: sortValueOf(valueOf(record, sort.field)) });
    }
    await pause();
  }
  const direction = sort.descending ? -1 : 1;
  found.sort((a, b) => {
    // The blank comes last in both directions.
    if (a.value === null || b.value === null) {
      if (a.value !== b.value) return a.value === null ? 1 : -1;
    } else if (a.value !== b.value) return a.value < b.value ? -direction : direction;
    return a.id < b.id ? -1 : 1;
  });
  return found.map(({ id }) => id);
}
