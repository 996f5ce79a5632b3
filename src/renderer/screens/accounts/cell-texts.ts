import { sameValue } from '../../../shared/history/diff.ts';

/** By account: the texts of its fields, in their order. */
export type CellTexts = ReadonlyMap<string, readonly string[]>;

interface KnownTexts {
  readonly fields: readonly string[];
  readonly texts: CellTexts;
}

type Load = (ids: readonly string[], fields: readonly string[]) => Promise<readonly (readonly string[])[]>;

/** Accounts whose texts are kept while somebody scrolls up and down. */
const mostKept = 600;

/**
 * Texts of the accounts in view. Only those that are not known yet are asked for, one question at a time: while a
 * list is scrolled quickly, rows that came and went meanwhile are never asked about. A text that is the same as
 * before stays the same object, so that no row is drawn again for it.
 */
export class CellTextsInView {
  readonly #load: Load;
  #wanted: readonly string[] = [];
  #known: KnownTexts = { fields: [], texts: new Map() };
  /** Known as of the last change; the others are shown until they are answered anew. */
  #fresh = new Set<string>();
  #isAsking = false;
  readonly #listeners = new Set<() => void>();

  constructor(load: Load) {
    this.#load = load;
  }

  readonly get = (): KnownTexts => this.#known;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What is drawn now. Other fields begin with nothing. */
  show(ids: readonly string[], fields: readonly string[]): void {
    this.#wanted = fields.length === 0 ? [] : ids;
    if (!sameValue(fields, this.#known.fields)) {
      this.#fresh = new Set();
      this.#tell({ fields, texts: new Map() });
    }
    void this.#ask();
  }

  /** Something changed in the store: what is known may be out of date. */
  changed(): void {
    this.#fresh = new Set();
    void this.#ask();
  }

  async #ask(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      for (let ids = this.#missing(); ids.length > 0; ids = this.#missing()) {
        const { fields } = this.#known;
        const fresh = this.#fresh;
        // Before the answer: a change on the way puts another set in its place, and these are asked for again.
        for (const id of ids) fresh.add(id);
        const rows = await this.#load(ids, fields);
        if (fields === this.#known.fields) this.#take(ids, rows);
      }
    } finally {
      this.#isAsking = false;
    }
  }

  #missing(): string[] {
    return this.#wanted.filter((id) => !this.#fresh.has(id));
  }

  #take(ids: readonly string[], rows: readonly (readonly string[])[]): void {
    const { fields, texts: before } = this.#known;
    const others = new Map<string, readonly string[]>();
    ids.forEach((id, at) => {
      const row = rows[at] ?? [];
      const known = before.get(id);
      if (known === undefined || !sameValue(known, row)) others.set(id, row);
    });
    if (others.size === 0) return;
    const texts = new Map([...before, ...others]);
    if (texts.size > mostKept) {
      const inView = new Set(this.#wanted);
      for (const id of texts.keys()) {
        if (inView.has(id)) continue;
        texts.delete(id);
        this.#fresh.delete(id);
      }
    }
    this.#tell({ fields, texts });
  }

  #tell(known: KnownTexts): void {
    this.#known = known;
    for (const listener of this.#listeners) listener();
  }
}
