import { Dexie, type EntityTable } from 'dexie';
import type { BookRow, StoreStatus, View } from '../api.ts';
import type { StoreMeta } from '../database.ts';
import type { RecordDecision } from '../decisions/record-decision.ts';
import type { Facts } from './facts.ts';

/** Slots per record: reading packs is ten times cheaper than reading accounts. */
export const factsPerPack = 1000;

/** Raised when the shape of `Facts`, of decisions or of the first page changes: an older cache is then left unread. */
const cacheFormat = 4;

/** A stretch of slots. */
export interface BookPack {
  /** `null` where a slot's account was deleted. */
  readonly facts: readonly (Facts | null)[];
  /** What was decided of their records; `null` = nothing. */
  readonly records: readonly (RecordDecision | null)[];
  /** With what all of them were decided (`Stamps.records`); '' = not all by one, or some have changed since. */
  readonly stamp: string;
}

interface StoredPack extends BookPack {
  readonly index: number;
}

/** The first screens as they were: shown at once at the next start, while the book loads behind them. */
export interface FirstPage {
  readonly status: StoreStatus;
  readonly rows: readonly (readonly [slot: number, row: BookRow])[];
  /** By the JSON of their query. */
  readonly views: Readonly<Record<string, View>>;
}

interface CacheState {
  readonly key: 'state';
  readonly format: number;
  readonly storeId: string;
  readonly generation: number;
  /** Number of the last change set that the packs have taken in. */
  readonly through: number;
  readonly packs: number;
  /** With what the book's facts were made (`Stamps.facts`); '' = not all of them by one. */
  readonly facts: string;
  readonly firstPage: FirstPage | null;
}

/**
 * The book as derived data, kept between starts. Its own database, with relaxed durability: it can be lost
 * without loss, since it knows how far it goes and what is missing is read from the store.
 */
class CacheDatabase extends Dexie {
  declare readonly packs: EntityTable<StoredPack, 'index'>;
  declare readonly state: EntityTable<CacheState, 'key'>;

  constructor(workspaceId: string) {
    super(`groundwork-cache-${workspaceId}`, {
      chromeTransactionDurability: 'relaxed',
      cache: 'disabled',
    });
    this.version(1).stores({ packs: 'index', state: 'key' });
  }
}

export interface CachedBook {
  readonly through: number;
  readonly facts: string;
  /** Only when nothing was written since; else it would be out of date. */
  readonly firstPage: FirstPage | null;
  readonly packs: () => AsyncGenerator<BookPack>;
}

export class BookCache {
  readonly #database: CacheDatabase;

  constructor(workspaceId: string) {
    this.#database = new CacheDatabase(workspaceId);
  }

  /** What is there and fits this store; `undefined` when nothing does, or the cache cannot be read. */
  async read(meta: StoreMeta): Promise<CachedBook | undefined> {
    try {
      const state = await this.#database.state.get('state');
      if (state?.format !== cacheFormat) return undefined;
      if (state.storeId !== meta.storeId || state.generation !== meta.generation) return undefined;
      if (state.through > meta.through) return undefined;
      return {
        through: state.through,
        facts: state.facts,
        firstPage: state.through === meta.through ? state.firstPage : null,
        packs: () => this.#packs(state.packs),
      };
    } catch {
      return undefined;
    }
  }

  /**
   * Writes the packs that changed and how far they go, in one transaction.
   * A full disk or a lost cache is no failure: the next start reads the accounts instead.
   */
  async write(
    meta: StoreMeta,
    facts: string,
    packs: ReadonlyMap<number, BookPack>,
    packCount: number,
    firstPage: FirstPage | null,
  ): Promise<boolean> {
    try {
      await this.#database.transaction('rw', this.#database.packs, this.#database.state, async () => {
        for (const [index, pack] of packs) await this.#database.packs.put({ index, ...pack });
        await this.#database.state.put({
          key: 'state',
          format: cacheFormat,
          storeId: meta.storeId,
          generation: meta.generation,
          through: meta.through,
          packs: packCount,
          facts,
          firstPage,
        });
      });
      return true;
    } catch {
      return false;
    }
  }

  close(): void {
    this.#database.close();
  }

  async *#packs(count: number): AsyncGenerator<BookPack> {
    for (let index = 0; index < count; index += 1) {
      const pack = await this.#database.packs.get(index);
      if (!pack) throw new Error(`Pack ${index} of the book's cache is missing.`);
      yield pack;
    }
  }
}
