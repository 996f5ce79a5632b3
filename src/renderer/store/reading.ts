import type { Account } from '../../shared/accounts/account.ts';
import type { Prospect } from '../../shared/accounts/prospect.ts';
import type { CustomField, WorkspaceSettings } from '../../shared/workspace/workspace.ts';
import { customFieldValues } from '../../shared/workspace/custom-field-values.ts';
import { soundSettings } from '../../shared/workspace/sound-settings.ts';
import { label } from '../../shared/rule-book/messages.ts';
import { accountOf } from './account-row.ts';
import { isLive, type AccountRow, type GroundworkDatabase, type StoreMeta } from './database.ts';
import { Refused } from './store-error.ts';

const batch = 5000;

/** Every account that is not deleted, in the order of their ids (that is, of their making). */
export async function readAllAccounts(database: GroundworkDatabase): Promise<Account[]> {
  const accounts: Account[] = [];
  for await (const rows of accountBatches(database)) {
    for (const row of rows) accounts.push(accountOf(row));
  }
  return accounts;
}

/** The same in portions, so that nobody has to hold the whole book at once. */
export async function* accountBatches(
  database: GroundworkDatabase,
  size: number = batch,
): AsyncGenerator<AccountRow[]> {
  let after: string | undefined;
  for (;;) {
    const rows = await (
      after === undefined ? database.accounts.orderBy('id') : database.accounts.where('id').above(after)
    )
      .limit(size)
      .toArray();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
    yield rows.filter((row): row is AccountRow => isLive(row));
    if (rows.length < size) return;
  }
}

export async function readAccounts(database: GroundworkDatabase, ids: readonly string[]): Promise<Account[]> {
  const rows = await database.accounts.bulkGet([...ids]);
  return rows.filter((row) => row !== undefined && isLive<AccountRow>(row)).map((row) => accountOf(row));
}

export async function readProspectsOf(database: GroundworkDatabase, accountId: string): Promise<Prospect[]> {
  const rows = await database.prospects.where('accountId').equals(accountId).toArray();
  return rows.flatMap((row) => ('deleted' in row ? [] : [{ ...row.values, id: row.id }]));
}

/** The one row of the store's own facts. @throws when the database was never set up */
export async function readMeta(database: GroundworkDatabase): Promise<StoreMeta> {
  const meta = await database.meta.get('store');
  if (!meta) throw new Error('The database has no meta row.');
  return meta;
}

/**
 * The same for a writer, inside its transaction.
 * @throws Refused when another window has taken the store since: what slept meanwhile must not write
 */
export async function readHeldMeta(database: GroundworkDatabase): Promise<StoreMeta> {
  const meta = await readMeta(database);
  if (meta.holder === undefined || meta.holder !== database.holder) {
    throw new Refused({ code: 'taken-over', message: label('store.taken-over') });
  }
  return meta;
}

/** Number of the last change set. */
export const readThrough = async (database: GroundworkDatabase): Promise<number> =>
  (await readMeta(database)).through;

/** The settings; damaged ones stand at their default until the integrity check has told it. */
export async function readSettings(database: GroundworkDatabase): Promise<WorkspaceSettings> {
  const row = await database.settings.get('workspace');
  return soundSettings(row?.values).settings;
}

/** The custom fields; damaged ones are left out. */
export async function readCustomFields(database: GroundworkDatabase): Promise<CustomField[]> {
  const rows = await database.customFields.toArray();
  return rows.filter((row) => customFieldValues.safeParse(row).success);
}
