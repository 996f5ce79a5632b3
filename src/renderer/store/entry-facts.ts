import type { Account } from '../../shared/accounts/account.ts';
import type { Opportunity } from '../../shared/accounts/opportunity.ts';
import type { Prospect } from '../../shared/accounts/prospect.ts';
import type { IsoDate } from '../../shared/clock.ts';
import { comebacks, returnedPeople } from '../../shared/statuses/comeback.ts';
import type { EntryFacts } from '../../shared/statuses/entry-checks.ts';
import type { GroundworkDatabase } from './database.ts';

/** Accounts whose people one read takes. */
const portion = 500;

/** The people and opportunities of accounts, by account; read for just these. */
export interface PeopleRead {
  readonly prospectsOf: (id: string) => readonly Prospect[];
  readonly opportunitiesOf: (id: string) => readonly Opportunity[];
}

export async function readPeople(database: GroundworkDatabase, ids: readonly string[]): Promise<PeopleRead> {
  const prospects = new Map<string, Prospect[]>();
  const opportunities = new Map<string, Opportunity[]>();
  for (let start = 0; start < ids.length; start += portion) {
    const slice = ids.slice(start, start + portion);
    for (const row of await database.prospects.where('accountId').anyOf(slice).toArray()) {
      if (!('deleted' in row)) add(prospects, row.accountId, { ...row.values, id: row.id });
    }
    for (const row of await database.opportunities.where('accountId').anyOf(slice).toArray()) {
      if (!('deleted' in row)) add(opportunities, row.accountId, { ...row.values, id: row.id });
    }
  }
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
