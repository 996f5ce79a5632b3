import type { Account } from '../../../shared/accounts/account.ts';
import type { IsoDate } from '../../../shared/clock.ts';
import type { Book } from '../book/book.ts';
import type { CacheStamps } from '../book/cache.ts';
import { factsOf, searchTextOf } from '../book/facts.ts';
import type { GroundworkDatabase } from '../database.ts';
import type { DecisionContext } from './context.ts';
import type { ContextReader } from './read-context.ts';
import { readRecords } from './read-records.ts';
import { decideRecord } from './record-decision.ts';

/** Accounts whose records are read and decided at once: a command waits no longer than that. */
const slice = 200;

/** So many accounts are re-decided before a command is answered; more of them in idle slices. */
const atOnce = 200;

/**
 * Keeps the decisions of the book up to date: what a change touches is decided with it; what a new day, other
 * rules or another mapping touch is decided in slices, Actively Working first.
 */
export class DecisionKeeper {
  readonly #database: GroundworkDatabase;
  readonly #book: Book;
  readonly #reader: ContextReader;
  /** Accounts whose records are to be read and decided. */
  readonly #waiting = new Set<string>();
  /** Those of them of whom the book's facts are out of date, too. */
  readonly #factsWaiting = new Set<string>();
  /** Decided since the cache was last written. */
  readonly #unsaved = new Set<string>();
  #whenDone: (() => void)[] = [];
  #recordsRead = 0;

  constructor(database: GroundworkDatabase, book: Book, reader: ContextReader) {
    this.#database = database;
    this.#book = book;
    this.#reader = reader;
  }

  get context(): DecisionContext {
    return this.#book.context;
  }

  /** Whether something is still to be decided. */
  get isBehind(): boolean {
    return this.#waiting.size > 0 || this.#book.unsettled;
  }

  /** Records that were read so far; tests and benches count by it. */
  get recordsRead(): number {
    return this.#recordsRead;
  }

  /** Resolves when nothing is left to decide. */
  whole(): Promise<void> {
    if (!this.isBehind) return Promise.resolve();
    return new Promise((resolve) => this.#whenDone.push(resolve));
  }

  /** A document changed: what decisions depend on is read anew at the next `refresh`. */
  documentsChanged(): void {
    this.#reader.forget();
  }

  /** Decides by today's context from now on; what was decided by another one waits. */
  async refresh(of: { readonly bdr: string; readonly today: IsoDate }): Promise<DecisionContext> {
    const before = this.#book.context;
    const context = await this.#reader.read(of);
    if (context === before) return context;
    this.#book.setContext(context);
    const { stamps } = context;
    if (stamps.facts !== before.stamps.facts) this.#all((id) => this.#factsWaiting.add(id));
    if (stamps.facts !== before.stamps.facts || stamps.records !== before.stamps.records) {
      this.#all((id) => this.#waiting.add(id));
    }
    return context;
  }

  /** Accounts whose record, people or opportunities changed. */
  touched(ids: Iterable<string>): void {
    for (const id of ids) this.#waiting.add(id);
  }

  /**
   * The book was loaded: what is not decided, or was by another context, waits.
   * @param stamp of the records that came from the cache; `undefined` = none did
   */
  loaded(stamp: string | undefined): void {
    const isDecided = stamp === this.#book.context.stamps.records;
    this.#all((id) => {
      if (!isDecided || !this.#book.recordOf(id)) this.#waiting.add(id);
    });
  }

  /** The accounts decided since it was last asked, and with what, for the cache. */
  takeUnsaved(): { readonly decided: ReadonlySet<string>; readonly stamps: CacheStamps } {
    const decided = new Set(this.#unsaved);
    this.#unsaved.clear();
    const { facts, records } = this.#book.context.stamps;
    return {
      decided,
      stamps: {
        facts: this.#factsWaiting.size > 0 ? '' : facts,
        records: this.#waiting.size > 0 ? '' : records,
      },
    };
  }

  /** Before a command is answered: decides what it touched, unless that is much. */
  async catchUp(): Promise<void> {
    if (this.#waiting.size <= atOnce) await this.#decide([...this.#waiting]);
  }

  /** A slice of what waits. @returns whether more is left */
  async decideSlice(): Promise<boolean> {
    await this.#decide(this.#next());
    return this.#waiting.size > 0;
  }

  /** To be called when rows were told: who waits for the whole is answered. */
  told(): void {
    if (this.isBehind) return;
    const waiting = this.#whenDone;
    this.#whenDone = [];
    for (const resolve of waiting) resolve();
  }

  #next(): string[] {
    const next: string[] = [];
    for (const id of this.#waiting) {
      next.push(id);
      if (next.length >= slice) break;
    }
    return next;
  }

  async #decide(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const { context } = this.#book;
    const left = new Set(ids);
    for (const record of await readRecords(this.#database, ids)) {
      const { account } = record;
      left.delete(account.id);
      this.#recordsRead += 1;
      this.#unsaved.add(account.id);
      if (this.#factsWaiting.delete(account.id)) this.#putFacts(account, context);
      this.#book.setRecord(
        account.id,
        decided(() => decideRecord(record, context)),
      );
    }
    // What is not there any more has nothing to decide.
    for (const id of left) this.#factsWaiting.delete(id);
    for (const id of ids) this.#waiting.delete(id);
  }

  #putFacts(account: Account, { rules }: DecisionContext): void {
    const facts = decided(() => factsOf(account, rules));
    if (facts) this.#book.put(facts, searchTextOf(account));
  }

  /** Every account, those in work first: their clocks matter most. */
  #all(visit: (id: string) => void): void {
    const rest: string[] = [];
    for (const slot of this.#book.slots()) {
      const row = this.#book.rowAt(slot);
      if (!row) continue;
      if (row.status === 'Actively Working') visit(row.id);
      else rest.push(row.id);
    }
    for (const id of rest) visit(id);
  }
}

/** A record that is damaged is decided by nothing; the integrity check finds and tells it. */
function decided<T>(decide: () => T): T | undefined {
  try {
    return decide();
  } catch {
    return undefined;
  }
}
