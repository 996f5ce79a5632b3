import { accountOf } from '../account-row.ts';
import { isLive, type AccountRow, type GroundworkDatabase } from '../database.ts';
import { readPeople, readPeopleBetween, type PeopleRead } from '../entry-facts.ts';
import { readAccounts } from '../reading.ts';
import type { Account } from '../../../shared/accounts/account.ts';
import type { AccountRecord } from './record-decision.ts';

/** Records read one by one at once. */
const singles = 250;

/** Records of a range at once: in Chromium some ten milliseconds. */
const rangeSize = 500;

/** Where at least one of so many accounts is wanted, reading all of them in ranges costs less than those alone. */
const rangesFrom = 1 / 4;

/** Accounts with their people and opportunities, those that are there. */
export async function readRecords(
  database: GroundworkDatabase,
  ids: readonly string[],
): Promise<AccountRecord[]> {
  if (ids.length === 0) return [];
  const { accounts, prospects, opportunities } = database;
  return database.transaction('r', accounts, prospects, opportunities, async () => {
    const [found, people] = await Promise.all([readAccounts(database, ids), readPeople(database, ids)]);
    return withPeople(found, people);
  });
}

/** A stretch of accounts in the order of their ids. */
interface RecordRange {
  readonly records: readonly AccountRecord[];
  /** The last id that was looked at, to go on after; `null` = there are no more. */
  readonly last: string | null;
}

/**
 * The records of the next accounts after an id, read by ranges: the ids of a book lie close together, and a range
 * costs one message where single records cost one each.
 * @param from the first id to look at; with `isAfter` the one before it; '' = from the first
 * @param isWanted accounts that are left out are not told; where none is wanted nobody's people are read
 */
export async function readRange(
  database: GroundworkDatabase,
  { from, isAfter = true }: { readonly from: string; readonly isAfter?: boolean },
  isWanted: (id: string) => boolean,
): Promise<RecordRange> {
  const keys = database.accounts.where('id');
  const rows = await (isAfter ? keys.above(from) : keys.aboveOrEqual(from)).limit(rangeSize).toArray();
  const wanted = rows.filter((row): row is AccountRow => isLive<AccountRow>(row) && isWanted(row.id));
  const [first, end] = [wanted[0], wanted.at(-1)];
  const last = rows.length < rangeSize ? null : (rows.at(-1)?.id ?? null);
  if (first === undefined || end === undefined) return { records: [], last };
  const people = await readPeopleBetween(database, first.id, end.id);
  return { records: withPeople(wanted.map(accountOf), people), last };
}

/** Whether so many of a book's accounts are read by ranges rather than one by one. */
export const paysInRanges = (wanted: number, all: number): boolean =>
  wanted > singles && wanted >= all * rangesFrom;

/**
 * Records in portions, for a pass over much of the book: by ranges where they are a good part of it, else one by one.
 * @param bookSize accounts in the book
 */
export async function* recordPortions(
  database: GroundworkDatabase,
  ids: readonly string[],
  bookSize: number,
): AsyncGenerator<readonly AccountRecord[]> {
  if (!paysInRanges(ids.length, bookSize)) {
    for (let start = 0; start < ids.length; start += singles) {
      yield await readRecords(database, ids.slice(start, start + singles));
    }
    return;
  }
  const wanted = new Set(ids);
  for (let from: string | null = ''; from !== null;) {
    const { records, last }: RecordRange = await readRange(database, { from }, (id) => wanted.has(id));
    yield records;
    from = last;
  }
}

const withPeople = (accounts: readonly Account[], people: PeopleRead): AccountRecord[] =>
  accounts.map((account) => ({
    account,
    prospects: people.prospectsOf(account.id),
    opportunities: people.opportunitiesOf(account.id),
  }));
