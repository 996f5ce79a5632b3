/** A stretch of a list, and how long the list is. */
export interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

type Load<Row> = (offset: number, limit: number) => Promise<Page<Row>>;

export interface Pages<Row> {
  /** `null` before the first answer. */
  readonly total: number | null;
  readonly rows: ReadonlyMap<number, Row>;
}

const pageSize = 100;

/** A long list that comes portion by portion as it is scrolled to. Another question keeps the old rows until it is answered. */
export class Pager<Row> {
  #load: Load<Row>;
  #generation = 0;
  #shownGeneration = -1;
  #asked = new Set<number>();
  #window = { first: 0, last: pageSize - 1 };
  #pages: Pages<Row> = { total: null, rows: new Map() };
  readonly #listeners = new Set<() => void>();

  constructor(load: Load<Row>) {
    this.#load = load;
  }

  readonly get = (): Pages<Row> => this.#pages;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Another question, or the same one again after a change. */
  ask(load: Load<Row>): void {
    this.#load = load;
    this.#generation += 1;
    this.#asked = new Set();
    this.#fetch();
  }

  /** Rows that are drawn. */
  readonly show = (first: number, last: number): void => {
    this.#window = { first, last };
    this.#fetch();
  };

  #fetch(): void {
    const { first, last } = this.#window;
    for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page += 1) {
      if (this.#asked.has(page)) continue;
      this.#asked.add(page);
      void this.#take(page, this.#generation);
    }
  }

  async #take(page: number, generation: number): Promise<void> {
    const { total, rows } = await this.#load(page * pageSize, pageSize);
    if (generation !== this.#generation) return;
    const isNew = this.#shownGeneration !== generation;
    const known = new Map(isNew ? [] : this.#pages.rows);
    rows.forEach((row, at) => known.set(page * pageSize + at, row));
    this.#shownGeneration = generation;
    this.#pages = { total, rows: known };
    for (const listener of this.#listeners) listener();
  }
}
