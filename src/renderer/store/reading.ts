import type { Account } from '../../shared/accounts/account.ts';
import type { Opportunity } from '../../shared/accounts/opportunity.ts';
import type { Prospect } from '../../shared/accounts/prospect.ts';
import type { Fields } from '../../shared/history/change-set.ts';
import type { CustomField, WorkspaceSettings } from '../../shared/workspace/workspace.ts';
import { customFieldValues } from '../../shared/workspace/custom-field-values.ts';
import type { SettingsHistory } from '../../shared/rule-book/settings-history.ts';
import { soundSettings } from '../../shared/workspace/sound-settings.ts';
import {
  documentValues,
  emptyRules,
  rulesDocumentId,
  type DocumentOf,
  type DocumentType,
} from '../../shared/workspace/documents.ts';
import { label } from '../../shared/rule-book/messages.ts';
import { accountOf } from './account-row.ts';
import {
  isLive,
  type AccountRow,
  type DocumentRow,
  type GroundworkDatabase,
  type OpportunityRow,
  type StoreMeta,
  type Tombstone,
} from './database.ts';
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

/** Every person, or every opportunity, that is not deleted, with their ids; read in portions. */
export async function readAllRecords(
  database: GroundworkDatabase,
  kind: 'people' | 'opportunities',
): Promise<(Prospect | Opportunity)[]> {
  const found: (Prospect | Opportunity)[] = [];
  for (let after = ''; ;) {
    const rows =
      kind === 'people'
        ? await database.prospects.where('id').above(after).limit(batch).toArray()
        : await database.opportunities.where('id').above(after).limit(batch).toArray();
    for (const row of rows) if ('values' in row) found.push({ ...row.values, id: row.id });
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return found;
    after = last.id;
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

export async function readOpportunitiesOf(
  database: GroundworkDatabase,
  accountId: string,
): Promise<Opportunity[]> {
  const rows = await database.opportunities.where('accountId').equals(accountId).toArray();
  return rows.flatMap((row) => (isLive<OpportunityRow>(row) ? [{ ...row.values, id: row.id }] : []));
}

/** A document with its id. */
export interface StoredDocument<T extends DocumentType> {
  readonly id: string;
  /** With the defaults of what an older version did not write. */
  readonly values: DocumentOf<T>;
  /** As it lies in the table: what a change of it starts from. */
  readonly stored: Fields;
}

/** The documents of a type, in the order of their ids (that is, of their making); damaged ones are left out. */
export async function readDocuments<T extends DocumentType>(
  database: GroundworkDatabase,
  type: T,
): Promise<StoredDocument<T>[]> {
  const rows = await database.documents.where('type').equals(type).toArray();
  return rows.flatMap((row) => documentIn(row, type) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A single document; `null` when it is not there, is of another type, or is damaged. */
export async function readDocument<T extends DocumentType>(
  database: GroundworkDatabase,
  type: T,
  id: string,
): Promise<StoredDocument<T> | null> {
  return documentIn(await database.documents.get(id), type);
}

function documentIn<T extends DocumentType>(
  row: DocumentRow | Tombstone | undefined,
  type: T,
): StoredDocument<T> | null {
  if (!isLive<DocumentRow>(row) || row.type !== type) return null;
  const parsed = documentValues.safeParse(row.values);
  // The union tells its members apart by the type that was just compared.
  return parsed.success ? { id: row.id, values: parsed.data as DocumentOf<T>, stored: row.values } : null;
}

/** How many rows a part of a mapping holds, without a look at each; 0 when it is not there. */
export async function partLength(database: GroundworkDatabase, id: string): Promise<number> {
  const row = await database.documents.get(id);
  if (!isLive<DocumentRow>(row) || row.values.type !== 'mappingPart') return 0;
  // What a failing disk left of it may be no list.
  const rows: unknown = row.values.rows;
  return Array.isArray(rows) ? rows.length : 0;
}

/** The document of the rules; `null` when it is not there or damaged. */
export const readRules = (database: GroundworkDatabase): Promise<StoredDocument<'rules'> | null> =>
  readDocument(database, 'rules', rulesDocumentId);

/** The history of the rule settings; without a document the defaults hold. */
export const readSettingsHistory = async (database: GroundworkDatabase): Promise<SettingsHistory> =>
  ((await readRules(database))?.values ?? emptyRules).history;

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

/** What every screen shows of the workspace, read at one moment. */
export interface StoredWorkspace {
  readonly settings: WorkspaceSettings;
  readonly meta: StoreMeta;
  readonly customFields: readonly CustomField[];
}

export function readWorkspace(database: GroundworkDatabase): Promise<StoredWorkspace> {
  const { settings, meta, customFields } = database;
  return database.transaction('r', settings, meta, customFields, async () => {
    const [ofWorkspace, ofStore, fields] = await Promise.all([
      readSettings(database),
      readMeta(database),
      readCustomFields(database),
    ]);
    return { settings: ofWorkspace, meta: ofStore, customFields: fields };
  });
}

/** The custom fields; damaged ones are left out. */
export async function readCustomFields(database: GroundworkDatabase): Promise<CustomField[]> {
  const rows = await database.customFields.toArray();
  return rows.filter((row) => customFieldValues.safeParse(row).success);
}
