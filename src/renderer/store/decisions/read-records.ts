import type { GroundworkDatabase } from '../database.ts';
import { readPeople } from '../entry-facts.ts';
import { readAccounts } from '../reading.ts';
import type { AccountRecord } from './record-decision.ts';

/** Accounts with their people and opportunities, those that are there. */
export async function readRecords(
  database: GroundworkDatabase,
  ids: readonly string[],
): Promise<AccountRecord[]> {
  const [accounts, people] = await Promise.all([readAccounts(database, ids), readPeople(database, ids)]);
  return accounts.map((account) => ({
    account,
    prospects: people.prospectsOf(account.id),
    opportunities: people.opportunitiesOf(account.id),
  }));
}
