import type { Account } from '../../shared/accounts/account.ts';
import type { Opportunity } from '../../shared/accounts/opportunity.ts';
import type { Prospect } from '../../shared/accounts/prospect.ts';
import type { IsoDate } from '../../shared/clock.ts';
import { comebacks, returnedPeople } from '../../shared/statuses/comeback.ts';
import type { EntryFacts } from '../../shared/statuses/entry-checks.ts';
import { isLive, type GroundworkDatabase, type OpportunityRow, type ProspectRow } from './database.ts';

/** Accounts whose people one read takes. */
const portion = 500;

/** The people and opportunities of accounts, by account; read for just these. */
export interface PeopleRead {
  readonly prospectsOf: (id: string) => readonly Prospect[];
  readonly opportunitiesOf: (id: string) => readonly Opportunity[];
}

/**
 * Read one account after another, all of a portion under way at once: in Chromium a cursor over many keys waits for
 * an answer at each of them.
 */
export async function readPeople(database: GroundworkDatabase, ids: readonly string[]): Promise<PeopleRead> {
  const found: [ProspectRow[], OpportunityRow[]] = [[], []];
  const { prospects, opportunities } = database;
  for (let start = 0; start < ids.length; start += portion) {
    const slice = [...new Set(ids.slice(start, start + portion))];
    await database.transaction('r', prospects, opportunities, async () => {
      const [people, sales] = await Promise.all([
        Promise.all(slice.map((id) => prospects.where('accountId').equals(id).toArray())),
        Promise.all(slice.map((id) => opportunities.where('accountId').equals(id).toArray())),
      ]);
      for (const row of people.flat()) if (isLive<ProspectRow>(row)) found[0].push(row);
      for (const row of sales.flat()) if (isLive<OpportunityRow>(row)) found[1].push(row);
    });
  }
  return peopleOf(...found);
}

/** The same of every account whose id lies between two, both included: one read of each table, however many there are. */
export async function readPeopleBetween(
  { prospects, opportunities }: GroundworkDatabase,
  first: string,
  last: string,
): Promise<PeopleRead> {
  const [people, sales] = await Promise.all([
    prospects.where('accountId').between(first, last, true, true).toArray(),
    opportunities.where('accountId').between(first, last, true, true).toArray(),
  ]);
  return peopleOf(
    people.filter((row) => isLive<ProspectRow>(row)),
    sales.filter((row) => isLive<OpportunityRow>(row)),
  );
}

function peopleOf(people: readonly ProspectRow[], sales: readonly OpportunityRow[]): PeopleRead {
  const prospects = new Map<string, Prospect[]>();
  const opportunities = new Map<string, Opportunity[]>();
  for (const { id, accountId, values } of people) add(prospects, accountId, { ...values, id });
  for (const { id, accountId, values } of sales) add(opportunities, accountId, { ...values, id });
  return {
    prospectsOf: (id) => prospects.get(id) ?? [],
    opportunitiesOf: (id) => opportunities.get(id) ?? [],
  };
}

function add<T>(byAccount: Map<string, T[]>, id: string, one: T): void {
  const present = byAccount.get(id);
  if (present) present.push(one);
  else byAccount.set(id, [one]);
}

/**
 * What AW-3 to AW-5 look at for each account that wants to enter. People who came back by themselves are not
 * tested (AW-14).
 */
export async function readEntryFacts(
  database: GroundworkDatabase,
  accounts: readonly Account[],
  { today, recentDays }: { readonly today: IsoDate; readonly recentDays: number },
): Promise<(id: string) => EntryFacts | undefined> {
  const people = await readPeople(
    database,
    accounts.map(({ id }) => id),
  );
  const facts = new Map(
    accounts.map((account): [string, EntryFacts] => {
      const prospects = people.prospectsOf(account.id);
      const returned = returnedPeople(comebacks(account, prospects, today));
      const opportunities = people.opportunitiesOf(account.id);
      return [account.id, { prospects, opportunities, today, recentDays, returned }];
    }),
  );
  return (id) => facts.get(id);
}
