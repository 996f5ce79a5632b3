/**
 * What of the book is still to be decided: accounts that were put or removed, and slots that another context left
 * behind.
 */
export class Unsettled {
  readonly #dirty = new Set<string>();
  /** By slot: by which context the row was decided; the present one is `#contextNumber`. */
  readonly #decidedBy: number[] = [];
  #contextNumber = 0;
  #stale: Iterator<number> | undefined;

  /** Accounts to be decided, in the order in which they were marked. */
  get dirty(): ReadonlySet<string> {
    return this.#dirty;
  }

  /** Whether slots may still say what another context decided. */
  get hasStale(): boolean {
    return this.#stale !== undefined;
  }

  mark(id: string): void {
    this.#dirty.add(id);
  }

  unmark(id: string): void {
    this.#dirty.delete(id);
  }

  /** Another context decides from now on: every slot is to be looked at, in this order. */
  contextChanged(slots: Iterator<number>): void {
    this.#contextNumber += 1;
    this.#stale = slots;
  }

  /** A slot was decided by the present context. */
  decided(slot: number): void {
    this.#decidedBy[slot] = this.#contextNumber;
  }

  /** The next slot that another context left behind; `undefined` = there is none any more. */
  nextStale(): number | undefined {
    for (;;) {
      const next = this.#stale?.next();
      if (next?.done !== false) {
        this.#stale = undefined;
        return undefined;
      }
      if (this.#decidedBy[next.value] !== this.#contextNumber) return next.value;
    }
  }
}
