import type { Account, AccountValues } from '../../shared/accounts/account.ts';
import { fold } from '../../shared/accounts/normalise.ts';
import { boardKey } from '../../shared/priorities/rank.ts';
import type { AccountRow } from './database.ts';

/** The stored form of an account, with the keys that its indexes need. */
export const accountRow = (id: string, values: AccountValues): AccountRow => ({
  id,
  values,
  nameKey: fold(values.name),
  column: values.status ?? '',
  boardKey: boardKey({ id, name: values.name, ...(values.rank !== undefined && { rank: values.rank }) }),
});

export const accountOf = (row: AccountRow): Account => ({ ...row.values, id: row.id });
