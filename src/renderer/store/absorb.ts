import type { Account, AccountValues } from '../../shared/accounts/account.ts';
import type { ChangeSet, EntityChange } from '../../shared/history/change-set.ts';
import { unflattenFields } from '../../shared/history/diff.ts';
import type { FactSettings } from '../../shared/territories/facts.ts';
import { accountOf } from './account-row.ts';
import type { Book } from './book/book.ts';
import { BookCache, factsPerPack, type BookPack, type CachedBook, type FirstPage } from './book/cache.ts';
import type { FieldColumns } from './book/field-columns.ts';
import { factsOf, searchTextOf, type Facts } from './book/facts.ts';
import type { AccountRow, GroundworkDatabase, StoreMeta } from './database.ts';
import { decidedAtOnce, type DecisionKeeper, type Unsaved } from './decisions/decision-keeper.ts';
import { readRecords } from './decisions/read-records.ts';
import type { AccountRecord, RecordDecision } from './decisions/record-decision.ts';
import { quarantinedKey } from './integrity/apply-quarantine.ts';
import { mappingsOf } from './mappings.ts';
import { accountBatches, readAccounts } from './reading.ts';
import { pause } from './pause.ts';
import { changesOf } from './undo.ts';

/** How many accounts one read takes. */
const portion = 1000;

export interface Absorbed {
  readonly slots: ReadonlySet<number>;
  /** Accounts touched; `null` = many. */
  readonly touched: ReadonlySet<string> | null;
  /** What it was that was taken in. */
  readonly changeSet?: Pick<ChangeSet, 'n' | 'label'>;
}

/**
 * Keeps the book in step with the database: loads it at start (from the cache and what came since, or from
 * the accounts), takes in change set by change set, and keeps the cache for the next start.
 */
export class Absorber {
  readonly #database: GroundworkDatabase;
  readonly #book: Book;
  readonly #keeper: DecisionKeeper;
  readonly #fields: FieldColumns;
  readonly #cache: BookCache;
  readonly #dirtyPacks = new Set<number>();
  #through = 0;
  #cached: CachedBook | undefined;
  /** Accounts whose search texts are still to be read. */
  #textsToRead: AsyncIterator<readonly AccountRow[]> | undefined;

  constructor(
    workspaceId: string,
    database: GroundworkDatabase,
    book: Book,
    keeper: DecisionKeeper,
    fields: FieldColumns,
  ) {
    this.#database = database;
    this.#book = book;
    this.#keeper = keeper;
    this.#fields = fields;
    this.#cache = new BookCache(workspaceId);
  }

  /** Number of the last change set that the book knows. */
  get through(): number {
    return this.#through;
  }

  /** The first screens as of the last start, if nothing was written since. */
  async firstPage(meta: StoreMeta): Promise<FirstPage | null> {
    this.#cached = await this.#cache.read(meta);
    return this.#cached?.firstPage ?? null;
  }

  /** Fills the book. */
  async load(meta: StoreMeta): Promise<void> {
    const cached = this.#fitting();
    const decided = cached && (await this.#loadCached(cached));
    if (!decided) await this.#loadAccounts(meta);
    this.#keeper.loaded((id) => decided?.has(id) ?? false);
    while (this.#through < meta.through) await this.absorbNext();
  }

  /** A cache that was made with other borders or sources of head counts (SEG-1, SEG-2) is of no use. */
  #fitting(): CachedBook | undefined {
    const cached = this.#cached;
    if (cached?.facts === this.#keeper.context.stamps.facts) return cached;
    return undefined;
  }

  /** @returns the accounts whose records were decided by today's context; `undefined` when nothing could be read */
  async #loadCached(cached: CachedBook): Promise<ReadonlySet<string> | undefined> {
    const packs: BookPack[] = [];
    try {
      for await (const pack of cached.packs()) packs.push(pack);
    } catch {
      return undefined;
    }
    const decided = new Set<string>();
    for (const { facts, records, stamp } of packs) {
      const isDecided = stamp === this.#keeper.context.stamps.records;
      facts.forEach((entry, at) => {
        if (!entry) {
          this.#book.skipSlot();
          return;
        }
        this.#book.put(entry);
        const record = records[at];
        // Another day's or other rules' are shown until they are decided anew.
        if (record) this.#book.setRecord(entry.row.id, record);
        if (isDecided) decided.add(entry.row.id);
      });
      await pause();
    }
    await this.#settleInPortions();
    this.#through = cached.through;
    this.#textsToRead = accountBatches(this.#database, portion);
    return decided;
  }

  async #loadAccounts(meta: StoreMeta): Promise<void> {
    for await (const rows of accountBatches(this.#database, portion)) {
      for (const row of rows) this.#put(accountOf(row));
    }
    for (const slot of await this.#settleInPortions()) this.#touch(slot);
    this.#through = meta.through;
  }

  async #settleInPortions(): Promise<Set<number>> {
    const slots = new Set<number>();
    while (this.#book.isDirty) {
      for (const slot of this.#book.settle(portion)) slots.add(slot);
      await pause();
    }
    return slots;
  }

  /** Whether texts that the filter searches beyond what rows show are still to be read; the cache leaves them out. */
  get lacksSearchTexts(): boolean {
    return this.#textsToRead !== undefined;
  }

  /** Reads a portion of them. */
  async readSearchTexts(): Promise<void> {
    const next = await this.#textsToRead?.next();
    if (next?.done !== false) {
      this.#textsToRead = undefined;
      return;
    }
    for (const row of next.value) {
      const read = readable(accountOf(row), this.#keeper.context.rules);
      if (read) this.#book.setSearchText(row.id, read.text);
    }
  }

  /** Takes in the next change set that the book does not know. */
  async absorbNext(): Promise<Absorbed> {
    const n = this.#through + 1;
    const changeSet = await this.#database.changeSets.get(n);
    if (!changeSet) throw new Error(`Change set ${n} is not in the database.`);
    return this.absorb(changeSet);
  }

  /** The same where it was just written or read. */
  async absorb(changeSet: ChangeSet): Promise<Absorbed> {
    const changes = await changesOf(this.#database, changeSet);
    const ofAccounts = changes.flatMap(asAccountChange);
    const touched = new Set([
      ...ofAccounts.map(({ id }) => id),
      ...changes.flatMap(({ accountId }) => accountId ?? []),
      ...changes.flatMap(movedBetween),
    ]);
    // What few accounts need, facts and decisions, is read at once.
    const records =
      touched.size <= decidedAtOnce ? await readRecords(this.#database, [...touched]) : undefined;
    const slots = await this.#takeInAll(ofAccounts, records);
    this.#through = changeSet.n;
    const documents = changes.flatMap(changedDocument);
    if (documents.length > 0) {
      mappingsOf(this.#database).partsChanged(documents);
      this.#keeper.documentsChanged();
    }
    this.#keeper.touched(touched);
    if (records) this.#keeper.takeRecords(touched, records);
    await this.#keeper.catchUp();
    return { slots, touched: changeSet.packs === undefined ? touched : null, changeSet };
  }

  /** @returns the slots whose rows changed */
  async #takeInAll(
    changes: readonly EntityChange[],
    records: readonly AccountRecord[] | undefined,
  ): Promise<Set<number>> {
    const slots = new Set<number>();
    const settle = (): void => {
      for (const slot of this.#book.settle()) {
        this.#touch(slot);
        slots.add(slot);
      }
    };
    if (records) {
      this.#takeInRead(changes, records);
      settle();
      return slots;
    }
    for (let start = 0; start < changes.length; start += portion) {
      await this.#takeIn(changes.slice(start, start + portion));
      settle();
    }
    return slots;
  }

  #takeInRead(changes: readonly EntityChange[], records: readonly AccountRecord[]): void {
    const accounts = new Map(records.map(({ account }) => [account.id, account]));
    for (const { id, after } of changes) {
      const account = accounts.get(id);
      if (after === null) this.#book.remove(id);
      else if (account) this.#put(account);
    }
  }

  /** What a change made or deleted it says itself; only updated accounts are read. */
  async #takeIn(changes: readonly EntityChange[]): Promise<void> {
    const updated = changes.filter((change) => change.before !== null && change.after !== null);
    for (const { id, before, after } of changes) {
      if (after === null) this.#book.remove(id);
      else if (before === null) this.#put({ ...(unflattenFields(after) as AccountValues), id });
    }
    if (updated.length === 0) return;
    const accounts = await readAccounts(
      this.#database,
      updated.map(({ id }) => id),
    );
    for (const account of accounts) this.#put(account);
  }

  #put(account: Account): void {
    const read = readable(account, this.#keeper.context.rules);
    if (!read) return;
    this.#book.put(read.facts, read.text);
    this.#fields.put(account);
  }

  /** Brings the cache up to date with the book. */
  async flushCache(meta: StoreMeta, firstPage: FirstPage): Promise<void> {
    if (meta.through !== this.#through) return;
    const unsaved = this.#keeper.takeUnsaved();
    for (const id of unsaved.accounts) {
      const slot = this.#book.slotOf(id);
      if (slot !== undefined) this.#touch(slot);
    }
    const packs = new Map([...this.#dirtyPacks].map((index) => [index, this.#packAt(index, unsaved)]));
    const written = await this.#cache.write(
      meta,
      unsaved.facts,
      packs,
      Math.ceil(this.#book.slotCount / factsPerPack),
      firstPage,
    );
    if (written) for (const index of packs.keys()) this.#dirtyPacks.delete(index);
  }

  close(): void {
    this.#cache.close();
  }

  #touch(slot: number): void {
    this.#dirtyPacks.add(Math.floor(slot / factsPerPack));
  }

  #packAt(index: number, { records: stamp, isWaiting }: Unsaved): BookPack {
    const facts: (Facts | null)[] = [];
    const records: (RecordDecision | null)[] = [];
    let isWhole = true;
    const end = Math.min(this.#book.slotCount, (index + 1) * factsPerPack);
    for (let slot = index * factsPerPack; slot < end; slot += 1) {
      const own = this.#book.factsAt(slot);
      if (own && isWaiting(own.row.id)) isWhole = false;
      facts.push(own ?? null);
      records.push(this.#book.recordAt(slot) ?? null);
    }
    return { facts, records, stamp: isWhole ? stamp : '' };
  }
}

/** A document that came, changed or went, into quarantine too. */
function changedDocument(change: EntityChange): string[] {
  if (change.kind === 'document') return [change.id];
  const id = quarantinedKey(change, 'documents');
  return id === undefined ? [] : [id];
}

/** A person or opportunity that was given to another account is both accounts' matter. */
const movedBetween = ({ before, after }: EntityChange): string[] =>
  [before?.['accountId'], after?.['accountId']].filter((id) => typeof id === 'string');

/** A row that is no account any more is left out of the book; the integrity check finds and tells it. */
function readable(
  account: Account,
  settings: FactSettings,
): { readonly facts: Facts; readonly text: string } | null {
  try {
    return { facts: factsOf(account, settings), text: searchTextOf(account) };
  } catch {
    return null;
  }
}

/** An account that goes into quarantine leaves the book. */
function asAccountChange(change: EntityChange): EntityChange[] {
  if (change.kind === 'account') return [change];
  const id = quarantinedKey(change, 'accounts');
  return id === undefined ? [] : [{ kind: 'account', id, before: {}, after: null }];
}
