import type { Account, Status } from '../../../shared/accounts/account.ts';
import { ranksBetween } from '../../../shared/priorities/rank.ts';
import type { DropPlace } from '../api.ts';
import { isLive, type AccountRow, type GroundworkDatabase } from '../database.ts';

/** Ranks for the place where the cards were dropped; without one, the top of the column they enter. */
export async function ranksFor(
  database: GroundworkDatabase,
  accounts: readonly Account[],
  { to, place }: { readonly to: Status; readonly place?: DropPlace },
): Promise<readonly (string | undefined)[]> {
  if (!place) {
    if (accounts.every((account) => (account.status ?? '') === to)) return [];
    const top = await firstOfColumn(database, to);
    return ranksBetween(null, top, accounts.length);
  }
  const [after, before] = await Promise.all([keyOf(database, place.after), keyOf(database, place.before)]);
  return ranksBetween(after, before, accounts.length);
}

async function keyOf(database: GroundworkDatabase, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const row = await database.accounts.get(id);
  return row && isLive<AccountRow>(row) ? row.boardKey : null;
}

async function firstOfColumn(database: GroundworkDatabase, column: Status): Promise<string | null> {
  const row = await database.accounts
    .where('[column+boardKey]')
    .between([column, ''], [column, '\uffff'])
    .first();
  return row && isLive<AccountRow>(row) ? row.boardKey : null;
}
