import type { Account } from '../../../shared/accounts/account.ts';
import type { IsoDate } from '../../../shared/clock.ts';
import type { Book } from '../book/book.ts';
import { factsOf, searchTextOf } from '../book/facts.ts';
import type { GroundworkDatabase } from '../database.ts';
import type { DecisionContext } from './context.ts';
import type { ContextReader } from './read-context.ts';
import { paysInRanges, readRange, readRecords } from './read-records.ts';
import { decideRecord, type AccountRecord } from './record-decision.ts';

/** Accounts whose records are read one by one and decided at once: a command waits no longer than that. */
const slice = 200;

/** So many accounts are re-decided before a command is answered; more of them in idle slices. */
export const decidedAtOnce = 200;

/** What the cache does not have yet. */
export interface Unsaved {
  /** Decided since it was last asked, or changed and still to be decided. */
  readonly accounts: ReadonlySet<string>;
  /** With what the book's facts were made (`Stamps.facts`); '' = not all of them by one. */
  readonly facts: string;
  /** With what records were decided of whom nothing waits (`Stamps.records`). */
  readonly records: string;
  readonly isWaiting: (id: string) => boolean;
}

/**
 * Keeps the decisions of the book up to date: what a change touches is decided with it; what a new day, other
 * rules or another mapping touch is decided in slices, Actively Working first, then the rest in the order of their
 * ids, read by ranges.
 */
export class DecisionKeeper {
  readonly #database: GroundworkDatabase;
  readonly #book: Book;
  readonly #reader: ContextReader;
  /** Accounts whose records are to be read and decided. */
  readonly #waiting = new Set<string>();
  /** Those of them of whom the book's facts are out of date, too. */
  readonly #factsWaiting = new Set<string>();
  /** Those in Actively Working that all the others come after. */
  readonly #first = new Set<string>();
  /** Those whose record itself changed: what is kept of them is out of date whatever it was decided by. */
  readonly #changed = new Set<string>();
  /** Decided since the cache was last written. */
  readonly #unsaved = new Set<string>();
  /** How far the reading by ranges is; `undefined` = what waits is read one by one. */
  #pass: { readonly from: string; readonly isAfter: boolean } | undefined;
  #areRowsBehind = false;
  #whenDone: (() => void)[] = [];
  #whenRowsDone: (() => void)[] = [];
  #recordsRead = 0;
  #awaiting = 0;

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

  /** Resolves when nothing is left to decide. Somebody waits for it: deciding does not give way meanwhile. */
  async whole(): Promise<void> {
    if (this.isBehind) await this.#awaited(this.eventuallyWhole());
  }

  /** The same where nobody is kept waiting. */
  eventuallyWhole(): Promise<void> {
    if (!this.isBehind) return Promise.resolve();
    return new Promise((resolve) => this.#whenDone.push(resolve));
  }

  /**
   * Resolves when every row says what follows from hierarchy and mapping by today's context: segment, motion,
   * territory. What is decided of records may still wait.
   */
  async rows(): Promise<void> {
    if (this.#areRowsBehind) await this.#awaited(new Promise((resolve) => this.#whenRowsDone.push(resolve)));
  }

  /** Whether somebody waits for what is still to be decided. */
  get isAwaited(): boolean {
    return this.#awaiting > 0;
  }

  async #awaited(done: Promise<void>): Promise<void> {
    this.#awaiting += 1;
    await done;
    this.#awaiting -= 1;
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
    if (stamps.facts !== before.stamps.facts || stamps.rows !== before.stamps.rows)
      this.#areRowsBehind = true;
    if (stamps.facts !== before.stamps.facts) this.#all((id) => this.#factsWaiting.add(id));
    if (stamps.facts !== before.stamps.facts || stamps.records !== before.stamps.records) {
      this.#all((id) => this.#waiting.add(id));
      this.#beginPass();
    }
    return context;
  }

  /** Accounts whose record, people or opportunities changed. */
  touched(ids: Iterable<string>): void {
    const before = this.#waiting.size;
    for (const id of ids) {
      this.#waiting.add(id);
      this.#changed.add(id);
    }
    if (this.#waiting.size - before > slice) this.#beginPass();
  }

  /**
   * The book was loaded: what is not decided, or was by another context, waits.
   * @param isDecided whether an account's record came with what is decided of it by today's context
   */
  loaded(isDecided: (id: string) => boolean = () => false): void {
    this.#all((id) => {
      if (!isDecided(id) || !this.#book.recordOf(id)) this.#waiting.add(id);
    });
    this.#beginPass();
  }

  /** For the cache. */
  takeUnsaved(): Unsaved {
    const accounts = this.#unsaved.union(this.#changed);
    this.#unsaved.clear();
    const { facts, records } = this.#book.context.stamps;
    return {
      accounts,
      facts: this.#factsWaiting.size > 0 ? '' : facts,
      records,
      isWaiting: (id) => this.#waiting.has(id),
    };
  }

  /** Decides accounts whose records were read just now; those without one are gone. */
  takeRecords(ids: Iterable<string>, records: readonly AccountRecord[]): void {
    const { context } = this.#book;
    for (const record of records) this.#take(record, context);
    for (const id of ids) this.#done(id);
  }

  /** Before a command is answered: decides what it touched, unless that is much. */
  async catchUp(): Promise<void> {
    if (this.#waiting.size <= decidedAtOnce) await this.#decide([...this.#waiting]);
    else if (this.#changed.size <= decidedAtOnce) await this.#decide([...this.#changed]);
  }

  /** A slice of what waits. @returns whether more is left */
  async decideSlice(): Promise<boolean> {
    if (this.#first.size > 0) await this.#decide(someOf(this.#first));
    else if (this.#pass) await this.#decideRange(this.#pass);
    else await this.#decide(someOf(this.#waiting));
    return this.#waiting.size > 0;
  }

  /** To be called when rows were told: who waits for the whole is answered. */
  told(): void {
    if (this.#areRowsBehind && this.#factsWaiting.size === 0 && !this.#book.hasStaleRows) {
      this.#areRowsBehind = false;
      this.#whenRowsDone = answered(this.#whenRowsDone);
    }
    if (!this.isBehind) this.#whenDone = answered(this.#whenDone);
  }

  /** From now on by ranges, from the first that waits; unless so few wait that single reads cost less. */
  #beginPass(): void {
    this.#pass = undefined;
    if (!paysInRanges(this.#waiting.size, this.#book.size)) return;
    let from: string | undefined;
    for (const id of this.#waiting) if (from === undefined || id < from) from = id;
    if (from !== undefined) this.#pass = { from, isAfter: false };
  }

  async #decideRange(pass: { readonly from: string; readonly isAfter: boolean }): Promise<void> {
    const { context } = this.#book;
    const { records, last } = await readRange(this.#database, pass, (id) => this.#waiting.has(id));
    for (const record of records) this.#take(record, context);
    // Who came behind the pass, or is not there any more, is left to single reads.
    this.#pass = last === null ? undefined : { from: last, isAfter: true };
  }

  async #decide(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    this.takeRecords(ids, await readRecords(this.#database, ids));
  }

  #take(record: AccountRecord, context: DecisionContext): void {
    const { account } = record;
    this.#recordsRead += 1;
    this.#unsaved.add(account.id);
    if (this.#factsWaiting.has(account.id)) this.#putFacts(account, context);
    this.#book.setRecord(
      account.id,
      decided(() => decideRecord(record, context)),
    );
    this.#done(account.id);
  }

  #done(id: string): void {
    this.#waiting.delete(id);
    this.#factsWaiting.delete(id);
    this.#first.delete(id);
    this.#changed.delete(id);
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
      if (row.status !== 'Actively Working') rest.push(row.id);
      else {
        visit(row.id);
        if (this.#waiting.has(row.id)) this.#first.add(row.id);
      }
    }
    for (const id of rest) visit(id);
  }
}

/** A slice of accounts, in the order in which they came. */
function someOf(ids: ReadonlySet<string>): string[] {
  const some: string[] = [];
  for (const id of ids) {
    some.push(id);
    if (some.length >= slice) break;
  }
  return some;
}

function answered(waiting: readonly (() => void)[]): [] {
  for (const resolve of waiting) resolve();
  return [];
}

/** A record that is damaged is decided by nothing; the integrity check finds and tells it. */
function decided<T>(decide: () => T): T | undefined {
  try {
    return decide();
  } catch {
    return undefined;
  }
}
