/** What the book must hold: each account by its name, with what a person decided about it. */
export interface LedgerAccount {
  readonly status: string;
  readonly strategy: string;
}
export type Book = ReadonlyMap<string, LedgerAccount>;

/** What one act leaves behind, as a book; acts are pure, so the ledger knows before the app does. */
export type Act = (book: Book) => Book;

/**
 * The outside ledger of a crash test. An act is `begun` before the app is asked and `shown` once the app
 * showed it as saved. After a kill the store must hold exactly the book after the last shown act, or that
 * after the one that was under way: nothing acknowledged lost, nothing half visible.
 */
export class Ledger {
  #history: Book[] = [new Map()];
  #underWay: Book | undefined;
  /** The same, if the act that a crash met came through. */
  #maybe: Book | undefined;
  #maybeUnderWay: Book | undefined;
  #shown = 0;

  get book(): Book {
    return this.#history.at(-1) ?? new Map();
  }

  /** Acts that were shown as saved. */
  get shown(): number {
    return this.#shown;
  }

  /** Whether there is an act after the last fence. */
  get canUndo(): boolean {
    return this.#history.length > 1;
  }

  begin(act: Act): void {
    this.#underWay = act(this.book);
    this.#maybeUnderWay = this.#maybe && act(this.#maybe);
  }

  /** Takes the last act back; with nothing to take back the book stays. */
  beginUndo(): void {
    this.#underWay = this.#history.at(-2) ?? this.book;
  }

  show(): void {
    if (!this.#underWay) throw new Error('No act is under way.');
    this.#history.push(this.#underWay);
    this.#maybe = this.#maybeUnderWay;
    this.forget();
    this.#shown += 1;
  }

  /** The undo was shown: what it took back is history no more. */
  showUndo(): void {
    this.forget();
    if (this.#history.length > 1) this.#history.pop();
    this.#shown += 1;
  }

  /** The app refused or changed nothing: the act never was. */
  forget(): void {
    this.#underWay = undefined;
    this.#maybeUnderWay = undefined;
  }

  /** The app is gone. What was under way may have come through, or not; what follows stands on either. */
  crash(): void {
    this.#maybe = this.#underWay;
    this.forget();
  }

  /**
   * Compares with what the store holds after a crash, and goes on from there: no undo reaches back over it.
   * @returns what differs from the nearest of the allowed books; empty when one of them is there exactly
   */
  settle(found: Book): string[] {
    const allowed = [this.book, this.#maybe].flatMap((book) => (book ? [book] : []));
    const compared = allowed
      .map((book) => ({ book, differences: differencesOf(book, found) }))
      .sort((a, b) => a.differences.length - b.differences.length);
    const [nearest] = compared;
    this.#maybe = undefined;
    this.forget();
    this.#history = [nearest?.differences.length === 0 ? nearest.book : this.book];
    return nearest?.differences ?? [];
  }
}

function differencesOf(expected: Book, found: Book): string[] {
  const differences: string[] = [];
  for (const [name, account] of expected) {
    const there = found.get(name);
    if (!there) differences.push(`${name} is missing`);
    else if (there.status !== account.status || there.strategy !== account.strategy)
      differences.push(
        `${name} is ${JSON.stringify(there)} where ${JSON.stringify(account)} was shown as saved`,
      );
  }
  for (const name of found.keys()) if (!expected.has(name)) differences.push(`${name} should not be there`);
  return differences;
}
