import type { FieldValue } from '../../../shared/views/field-value.ts';
import type { BookRow, FieldSort, SortKey } from '../api.ts';
import type { Facts } from './facts.ts';

type SortValue = string | number | null;

const segmentOrder = { Large: 0, 'Mid-Market': 1, SMB: 2 } as const;
const statusOrder = { '': 0, Queued: 1, 'Actively Working': 2, 'Worked in FY': 3, Restricted: 4 } as const;

const blankToNull = (text: string): string | null => (text === '' ? null : text.toLowerCase());

/** What a row is sorted by; `null` (blank) comes last in both directions. */
const sortValues: Record<SortKey, (row: BookRow, facts: Facts) => SortValue> = {
  board: (_row, facts) => facts.boardKey,
  name: (_row, facts) => facts.nameKey,
  status: (row) => statusOrder[row.status],
  segment: (row) => (row.segment === null ? null : segmentOrder[row.segment]),
  priority: (row) => row.priority,
  owner: (row) => blankToNull(row.owner),
  bdrAssigned: (row) => blankToNull(row.bdrAssigned),
  place: (row) => blankToNull(row.place),
  employees: (row) => row.employeesMin,
  domain: (row) => blankToNull(row.domain),
  industry: (row) => blankToNull(row.industry),
  nextStepDate: (row) => row.nextStepDate,
  workingSince: (row) => row.workingSince,
};

/** What a value of any field is sorted by: texts without case, "yes" before "no", lists by what they hold. */
export function sortValueOf(value: FieldValue): SortValue {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 0 : 1;
  return blankToNull(typeof value === 'string' ? value : value.join('\n'));
}

const fieldPrefix = 'field:';

export const isFieldSort = (key: string): key is FieldSort => key.startsWith(fieldPrefix);

/** The key of the field that is sorted or grouped by. */
export const fieldOf = (key: FieldSort): string => key.slice(fieldPrefix.length);

/** Where the order reads rows from. */
export interface RowSource {
  readonly rowAt: (slot: number) => BookRow | undefined;
  readonly factsAt: (slot: number) => Facts | undefined;
  readonly slots: () => Iterable<number>;
}

/**
 * All slots of the book in one order, kept sorted while rows change: an edit costs a pass over the list,
 * never a sort of it. Strings compare by code units, as IndexedDB does; ties fall to name, then id.
 */
export class SortedOrder {
  readonly #source: RowSource;
  readonly #valueOf: (row: BookRow, facts: Facts, slot: number) => SortValue;
  /** Sort values as of the last update, by slot: what the lists are sorted by right now. */
  readonly #values: SortValue[] = [];
  #filled: number[] = [];
  #blank: number[] = [];

  constructor(
    key: SortKey | FieldSort,
    source: RowSource,
    fieldAt: (slot: number, field: string) => FieldValue,
  ) {
    this.#source = source;
    this.#valueOf = isFieldSort(key)
      ? (_row, _facts, slot) => sortValueOf(fieldAt(slot, fieldOf(key)))
      : sortValues[key];
    this.update(source.slots());
  }

  /** Takes in rows that changed, came or went. */
  update(changed: Iterable<number>): void {
    const filled: number[] = [];
    const blank: number[] = [];
    const moved = new Set(changed);
    for (const slot of moved) {
      const row = this.#source.rowAt(slot);
      const facts = this.#source.factsAt(slot);
      if (!row || !facts) continue;
      const value = this.#valueOf(row, facts, slot);
      this.#values[slot] = value;
      (value === null ? blank : filled).push(slot);
    }
    this.#filled = merge(without(this.#filled, moved), filled.sort(this.#compare), this.#compare);
    this.#blank = merge(without(this.#blank, moved), blank.sort(this.#compare), this.#compare);
  }

  /** Calls `visit` for every slot in order. */
  walk(descending: boolean, visit: (slot: number) => void): void {
    if (descending) for (let at = this.#filled.length - 1; at >= 0; at -= 1) visit(this.#filled[at] ?? 0);
    else for (const slot of this.#filled) visit(slot);
    for (const slot of this.#blank) visit(slot);
  }

  readonly #compare = (a: number, b: number): number => {
    const left = this.#values[a] ?? null;
    const right = this.#values[b] ?? null;
    if (left !== right && left !== null && right !== null) return left < right ? -1 : 1;
    const leftFacts = this.#source.factsAt(a);
    const rightFacts = this.#source.factsAt(b);
    if (!leftFacts || !rightFacts) return a - b;
    if (leftFacts.nameKey !== rightFacts.nameKey) return leftFacts.nameKey < rightFacts.nameKey ? -1 : 1;
    return leftFacts.row.id < rightFacts.row.id ? -1 : 1;
  };
}

const without = (sorted: number[], removed: ReadonlySet<number>): number[] =>
  removed.size === 0 || sorted.length === 0 ? sorted : sorted.filter((slot) => !removed.has(slot));

function merge(a: number[], b: number[], compare: (x: number, y: number) => number): number[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const merged: number[] = [];
  let i = 0;
  for (const next of b) {
    for (let head = a[i]; head !== undefined && compare(head, next) < 0; head = a[i]) {
      merged.push(head);
      i += 1;
    }
    merged.push(next);
  }
  for (; i < a.length; i += 1) merged.push(a[i] ?? 0);
  return merged;
}
