// Before anything that loads Dexie: it looks for IndexedDB once.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { Absorber } from '../../../../../src/renderer/store/absorb.ts';
import { accountRow } from '../../../../../src/renderer/store/account-row.ts';
import { Book } from '../../../../../src/renderer/store/book/book.ts';
import type { FirstPage } from '../../../../../src/renderer/store/book/cache.ts';
import { FieldColumns } from '../../../../../src/renderer/store/book/field-columns.ts';
import {
  GroundworkDatabase,
  type ProspectRow,
  type StoreMeta,
  type Tombstone,
} from '../../../../../src/renderer/store/database.ts';
import { DecisionKeeper } from '../../../../../src/renderer/store/decisions/decision-keeper.ts';
import { ContextReader } from '../../../../../src/renderer/store/decisions/read-context.ts';
import type { Account } from '../../../../../src/shared/accounts/account.ts';
import { addDays, type IsoDate } from '../../../../../src/shared/clock.ts';
import { buildAccounts } from '../../../../builders/accounts.ts';
import { printSeed, seededRandom } from '../../../../builders/random.ts';
import { rowsFromScratch, rowsOf } from './whole-book.ts';

const today = '2026-11-23' as IsoDate;
const of = { bdr: 'Ada', today };
const seed = printSeed('passes of the keeper');
const accounts = buildAccounts(1600, seed, { hierarchies: { share: 0.3, maxDepth: 2, standAlone: 0.1 } });
const working = accounts.filter(({ status }) => status === 'Actively Working').map(({ id }) => id);
/** The cache asks for the first screens; none were used here. */
const firstPage = { rows: [], views: {} } as unknown as FirstPage;

const meta = (through: number): StoreMeta => ({
  key: 'store',
  storeId: 'store',
  generation: 1,
  schema: 1,
  through,
  accounts: accounts.length,
  prospects: 0,
  opportunities: 0,
});

async function storeOf(name: string, list: readonly Account[] = accounts): Promise<GroundworkDatabase> {
  const database = new GroundworkDatabase(`${name}-${seed}`);
  await database.open();
  await database.accounts.bulkPut(list.map(({ id, ...values }) => accountRow(id, values)));
  return database;
}

/** A start: what the cache has, the rest from the accounts. */
async function opened(database: GroundworkDatabase, { on = of, through = 1 } = {}) {
  const reader = new ContextReader(database);
  const book = new Book(await reader.read(on));
  const keeper = new DecisionKeeper(database, book, reader);
  const absorber = new Absorber(database.name, database, book, keeper, new FieldColumns(database, book));
  await absorber.firstPage(meta(through));
  await absorber.load(meta(through));
  const decideAll = async (): Promise<void> => {
    while (await keeper.decideSlice());
    book.settle();
  };
  return { book, keeper, absorber, decideAll };
}

const decidedIn = (book: Book): string[] =>
  accounts.filter(({ id }) => book.recordOf(id)).map(({ id }) => id);

describe('a pass over the whole book', () => {
  it('decides those in work first, then in the order of ids, each record once', async () => {
    const database = await storeOf('order');
    const { book, keeper, decideAll } = await opened(database);
    expect(working.length).toBeGreaterThan(20);
    for (let left = working.length; left > 0; left -= 200) await keeper.decideSlice();
    expect(decidedIn(book).sort()).toEqual(working.toSorted());
    expect(keeper.recordsRead).toBe(working.length);
    await keeper.decideSlice();
    const inOrder = accounts.map(({ id }) => id).sort();
    expect(new Set(decidedIn(book))).toEqual(new Set([...working, ...inOrder.slice(0, 500)]));
    await decideAll();
    expect(keeper.recordsRead).toBe(accounts.length);
    expect(keeper.isBehind).toBe(false);
    expect(rowsOf(book)).toEqual(await rowsFromScratch(database, of));
    database.close();
  });

  it('an edit on the way is decided at once, and what came behind the pass or went is not forgotten', async () => {
    const database = await storeOf('edits');
    const { book, keeper, decideAll } = await opened(database);
    const inOrder = accounts.map(({ id }) => id).sort();
    for (let slices = 0; slices < 4; slices += 1) await keeper.decideSlice();
    const last = inOrder.at(-1) ?? '';
    const read = keeper.recordsRead;
    expect(book.recordOf(last)).toBeUndefined();
    keeper.touched([last]);
    await keeper.catchUp();
    expect(book.recordOf(last)).toBeDefined();
    expect(keeper.recordsRead).toBe(read + 1);
    // Many at once wait for their turn: the pass has gone by some of them, and some are gone.
    const many = seededRandom(seed).shuffle(inOrder).slice(0, 230);
    const [gone = ''] = many;
    const tombstone: Tombstone = { id: gone, deleted: 2 };
    await database.accounts.put(tombstone);
    keeper.touched([...many, 'never there']);
    await keeper.catchUp();
    let slices = 0;
    while (await keeper.decideSlice()) {
      slices += 1;
      expect(slices).toBeLessThan(50);
    }
    book.remove(gone);
    book.settle();
    expect(keeper.isBehind).toBe(false);
    expect(rowsOf(book)).toEqual(await rowsFromScratch(database, of));
    await decideAll();
    database.close();
  });
});

describe('what a start decides anew', () => {
  it('is nothing on the same day, and everything on the next one', async () => {
    const database = await storeOf('same-day');
    const first = await opened(database);
    await first.decideAll();
    await first.absorber.flushCache(meta(1), firstPage);
    const again = await opened(database);
    expect(again.keeper.isBehind).toBe(false);
    await again.decideAll();
    expect(again.keeper.recordsRead).toBe(0);
    expect(rowsOf(again.book)).toEqual(await rowsFromScratch(database, of));
    const tomorrow = { ...of, today: addDays(today, 1) };
    const next = await opened(database, { on: tomorrow });
    await next.decideAll();
    expect(next.keeper.recordsRead).toBe(accounts.length);
    expect(rowsOf(next.book)).toEqual(await rowsFromScratch(database, tomorrow));
    database.close();
  });

  it('is only what the last session had not come to', async () => {
    const database = await storeOf('half');
    const first = await opened(database);
    // Those in work, and two ranges beyond the first thousand.
    for (let left = working.length; left > 0; left -= 200) await first.keeper.decideSlice();
    for (let range = 0; range < 3; range += 1) await first.keeper.decideSlice();
    await first.absorber.flushCache(meta(1), firstPage);
    const again = await opened(database);
    await again.decideAll();
    expect(again.keeper.recordsRead).toBe(accounts.length - 1000);
    expect(rowsOf(again.book)).toEqual(await rowsFromScratch(database, of));
    database.close();
  });

  it('is what changed and was not decided before the end', async () => {
    const database = await storeOf('changed');
    const first = await opened(database);
    await first.decideAll();
    await first.absorber.flushCache(meta(1), firstPage);
    // A person came: nothing of the account itself says so.
    const [, account] = accounts;
    const accountId = account?.id ?? '';
    const someone: ProspectRow = {
      id: 'p',
      accountId,
      values: { accountId, name: 'Someone', lastInterestingMoment: 'Visited the stand' },
    };
    await database.prospects.put(someone);
    first.keeper.touched([accountId]);
    await first.absorber.flushCache(meta(1), firstPage);
    const again = await opened(database);
    expect(again.keeper.isBehind).toBe(true);
    await again.decideAll();
    expect(rowsOf(again.book)).toEqual(await rowsFromScratch(database, of));
    database.close();
  });
});

describe('who waits for rows alone', () => {
  it('is answered before the records are, and after hierarchies are settled', async () => {
    const database = await storeOf('rows');
    const { book, keeper, decideAll } = await opened(database);
    let isAnswered = false;
    const hear = async (): Promise<void> => {
      await keeper.rows();
      isAnswered = true;
    };
    await hear();
    expect([isAnswered, keeper.isBehind]).toEqual([true, true]);
    await keeper.refresh({ ...of, today: addDays(today, 1) });
    isAnswered = false;
    const waiting = hear();
    book.settleMore(100);
    keeper.told();
    await Promise.resolve();
    expect(isAnswered).toBe(false);
    book.settleMore(Number.POSITIVE_INFINITY);
    book.settleMore(1);
    keeper.told();
    await waiting;
    expect([isAnswered, keeper.isBehind]).toEqual([true, true]);
    await decideAll();
    database.close();
  });
});
