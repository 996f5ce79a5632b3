import type { BookMirror, BookRow } from './api.ts';

/** The page's copy of the book, kept as the worker tells it. */
export class MirroredBook implements BookMirror {
  readonly #rows: (BookRow | undefined)[] = [];
  readonly #slots = new Map<string, number>();

  readonly row = (slot: number): BookRow | undefined => this.#rows[slot];
  readonly slotOf = (id: string): number | undefined => this.#slots.get(id);
  readonly size = (): number => this.#slots.size;

  readonly rowOf = (id: string): BookRow | undefined => {
    const slot = this.#slots.get(id);
    return slot === undefined ? undefined : this.#rows[slot];
  };

  /** @param rows by the slots; `null` = the account is gone */
  take(slots: readonly number[], rows: readonly (BookRow | null)[]): void {
    slots.forEach((slot, index) => {
      const before = this.#rows[slot];
      const row = rows[index] ?? undefined;
      if (before && !row) this.#slots.delete(before.id);
      if (row) this.#slots.set(row.id, slot);
      this.#rows[slot] = row;
    });
  }
}
