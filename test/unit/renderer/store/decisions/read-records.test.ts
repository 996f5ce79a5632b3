// Before anything that loads Dexie: it looks for IndexedDB once.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { accountRow } from '../../../../../src/renderer/store/account-row.ts';
import {
  GroundworkDatabase,
  type OpportunityRow,
  type ProspectRow,
  type Tombstone,
} from '../../../../../src/renderer/store/database.ts';
import {
  paysInRanges,
  readRange,
  readRecords,
  recordPortions,
} from '../../../../../src/renderer/store/decisions/read-records.ts';
import type { AccountRecord } from '../../../../../src/renderer/store/decisions/record-decision.ts';
import { printSeed, runs, seededRandom, type SeededRandom } from '../../../../builders/random.ts';
import { buildAccounts } from '../../../../builders/accounts.ts';

const seed = printSeed('reading records');

/** Accounts, some deleted; people and opportunities, some deleted, some of accounts that are deleted or unknown. */
async function randomBook(random: SeededRandom, size: number) {
  const database = new GroundworkDatabase(`read-${random.int(0, 1e9)}-${seed}`);
  await database.open();
  const accounts = buildAccounts(size, random.int(0, 1e6));
  const ids = accounts.map(({ id }) => id);
  await database.accounts.bulkPut(
    accounts.map(({ id, ...values }) => (random.chance(0.1) ? { id, deleted: 1 } : accountRow(id, values))),
  );
  const owner = (): string => (random.chance(0.05) ? `gone ${random.int(0, 9)}` : random.pick(ids));
  const orDeleted = <R extends { readonly id: string }>(row: R): R | Tombstone =>
    random.chance(0.1) ? { id: row.id, deleted: 1 } : row;
  for (let at = 0; at < size; at += 1) {
    const [accountId, to, id] = [owner(), owner(), `p${at}`];
    const person: ProspectRow = { id, accountId, values: { accountId, name: `Person ${at}` } };
    await database.prospects.put(orDeleted(person));
    if (at % 4 !== 0) continue;
    const sale: OpportunityRow = { id, accountId: to, values: { accountId: to, stage: 'Open' } };
    await database.opportunities.put(orDeleted(sale));
  }
  return { database, ids };
}

const sorted = (records: readonly AccountRecord[]): AccountRecord[] =>
  records.toSorted((a, b) => (a.account.id < b.account.id ? -1 : 1));

async function inPortions(
  database: GroundworkDatabase,
  ids: readonly string[],
  bookSize: number,
): Promise<AccountRecord[]> {
  const found: AccountRecord[] = [];
  for await (const records of recordPortions(database, ids, bookSize)) found.push(...records);
  return found;
}

describe('records read by ranges', () => {
  for (let number = 1; number <= runs(3); number += 1) {
    it(`are what single reads give, book ${number}`, { timeout: 120_000 }, async () => {
      const random = seededRandom(seed).fork(`book ${number}`);
      const { database, ids } = await randomBook(random, random.int(300, 1200));
      for (const share of [1, 0.6, 0.3, 0.02]) {
        const wanted = random.shuffle(ids.filter(() => random.chance(share)));
        const single = sorted(await readRecords(database, wanted));
        expect(sorted(await inPortions(database, wanted, ids.length)), `${share}, seed ${seed}`).toEqual(
          single,
        );
        // Read as a part of a book so large that single reads are taken.
        expect(sorted(await inPortions(database, wanted, 1e6)), `${share}, seed ${seed}`).toEqual(single);
      }
      database.close();
    });
  }

  it('begin at the id that is given, or after it, and end with the book', async () => {
    const random = seededRandom(seed).fork('edges');
    const { database, ids } = await randomBook(random, 520);
    const inOrder = ids.toSorted();
    const [first = '', second = ''] = inOrder;
    const looked: string[] = [];
    const look = (id: string): boolean => {
      looked.push(id);
      return false;
    };
    const from = await readRange(database, { from: first, isAfter: false }, look);
    const live = async (some: readonly string[]): Promise<string[]> =>
      (await readRecords(database, some)).map(({ account }) => account.id).sort();
    expect(looked).toEqual(await live(inOrder.slice(0, 500)));
    expect(from).toEqual({ records: [], last: inOrder[499] });
    looked.length = 0;
    await readRange(database, { from: first }, look);
    expect(looked).toEqual(await live(inOrder.slice(1, 501)));
    looked.length = 0;
    const rest = await readRange(database, { from: from.last ?? '' }, look);
    expect(looked).toEqual(await live(inOrder.slice(500)));
    expect(rest.last).toBeNull();
    const one = await readRange(database, { from: '' }, (id) => id === second);
    expect(one.records).toEqual(await readRecords(database, [second]));
    database.close();
  });

  it('pay for a good part of a book, not for a few accounts', () => {
    expect(paysInRanges(100_000, 100_000)).toBe(true);
    expect(paysInRanges(25_000, 100_000)).toBe(true);
    expect(paysInRanges(24_999, 100_000)).toBe(false);
    expect(paysInRanges(251, 300)).toBe(true);
    expect(paysInRanges(250, 300)).toBe(false);
  });
});
