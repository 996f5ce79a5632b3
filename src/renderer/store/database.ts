import { Dexie, type EntityTable, type Table } from 'dexie';
import type { AccountValues, Status } from '../../shared/accounts/account.ts';
import type { OpportunityValues } from '../../shared/accounts/opportunity.ts';
import type { ProspectValues } from '../../shared/accounts/prospect.ts';
import type { ChangeSet, EntityChange } from '../../shared/history/change-set.ts';
import type { DocumentType, DocumentValues } from '../../shared/workspace/documents.ts';
import type { CustomField, WorkspaceSettings } from '../../shared/workspace/workspace.ts';
import type { QuarantineRow } from './integrity/quarantine-row.ts';
import { schemaVersions } from './versions/index.ts';
import type { SchemaVersion } from './versions/version.ts';
import type { Applying } from './write-in-batches.ts';

/**
 * An account as it is stored. `nameKey`, `column` and `boardKey` are derived at every write for the two
 * indexes that first screens need; a third index would cost half as much again at import.
 */
export interface AccountRow {
  readonly id: string;
  readonly values: AccountValues;
  readonly nameKey: string;
  readonly column: Status;
  readonly boardKey: string;
}

/** What stays of a deleted record. Without the index keys it is in no list. */
export interface Tombstone {
  readonly id: string;
  /** Number of the change set that deleted it. */
  readonly deleted: number;
}

export interface ProspectRow {
  readonly id: string;
  readonly accountId: string;
  readonly values: ProspectValues;
}

export interface OpportunityRow {
  readonly id: string;
  readonly accountId: string;
  readonly values: OpportunityValues;
}

export interface DocumentRow {
  readonly id: string;
  readonly type: DocumentType;
  readonly values: DocumentValues;
}

export interface SettingsRow {
  readonly id: 'workspace';
  readonly values: WorkspaceSettings;
}

/** The one row that every transaction reads and writes: it makes the numbers gapless. */
export interface StoreMeta {
  readonly key: 'store';
  readonly storeId: string;
  /** Raised by every rebuild from backup and journal. */
  readonly generation: number;
  readonly schema: number;
  /** Number of the last change set. */
  readonly through: number;
  readonly accounts: number;
  readonly prospects: number;
  readonly opportunities: number;
  /** What undo and redo would take next; see ChangeSet.undoNext. */
  readonly undoTop?: number;
  readonly redoTop?: number;
  /** Who may write: made anew whenever a window takes the store; `readHeldMeta` compares it. */
  readonly holder?: string;
  /** A change set too large for one transaction is on its way: nothing else writes. */
  readonly applying?: Applying;
  /** Set when the store was closed in order, gone with the next start: its absence there tells a crash. */
  readonly clean?: true;
}

/** A change set with the accounts it touches, for the timeline; packs are found through `packStarts`. */
export interface ChangeSetRow extends ChangeSet {
  readonly touches?: readonly string[];
}

export interface ChangePackRow {
  readonly n: number;
  readonly pack: number;
  readonly changes: readonly EntityChange[];
}

// Dexie takes an app at 127.0.0.1 for one under development, and makes a note of every task there.
Dexie.debug = false;

export const databaseName = (workspaceId: string): string => `groundwork-${workspaceId}`;

/**
 * The user's data. One database per workspace; strict durability: a transaction is complete when the
 * engine has flushed it. Its versions as history: versions/.
 */
export class GroundworkDatabase extends Dexie {
  declare readonly accounts: EntityTable<AccountRow | Tombstone, 'id'>;
  declare readonly prospects: EntityTable<ProspectRow | Tombstone, 'id'>;
  declare readonly opportunities: EntityTable<OpportunityRow | Tombstone, 'id'>;
  declare readonly documents: EntityTable<DocumentRow | Tombstone, 'id'>;
  declare readonly customFields: EntityTable<CustomField, 'id'>;
  declare readonly settings: EntityTable<SettingsRow, 'id'>;
  declare readonly meta: EntityTable<StoreMeta, 'key'>;
  declare readonly changeSets: EntityTable<ChangeSetRow, 'n'>;
  declare readonly changePacks: Table<ChangePackRow, [number, number]>;
  declare readonly quarantine: EntityTable<QuarantineRow, 'id'>;

  /** What this connection shows when it writes (`StoreMeta.holder`); `undefined` = it only reads. */
  holder: string | undefined;

  /** @param versions of the schema, oldest first; fewer of them open an older store as it is */
  constructor(workspaceId: string, versions: readonly SchemaVersion[] = schemaVersions) {
    // No live queries here, so Dexie's cache of results would only cost.
    super(databaseName(workspaceId), {
      chromeTransactionDurability: 'strict',
      autoOpen: false,
      cache: 'disabled',
    });
    for (const { number, stores, upgrade } of versions) {
      const version = this.version(number).stores(stores);
      if (number === 1) continue;
      version.upgrade(async (transaction) => {
        await upgrade?.(transaction);
        await transaction.table<StoreMeta>('meta').toCollection().modify({ schema: number });
      });
    }
  }
}

/** The version number that the engine keeps for our schema version (Dexie multiplies by ten). */
export const engineVersion = (schema: number): number => schema * 10;

/**
 * Opens a workspace's database, making it when it is not there.
 * @param holder what the window that holds the store was given; without it the connection only reads
 * @throws what Dexie throws; opening/ decides beforehand whether opening is allowed
 */
export async function openDatabase(
  workspaceId: string,
  { holder, versions }: { readonly holder?: string; readonly versions?: readonly SchemaVersion[] } = {},
): Promise<GroundworkDatabase> {
  const database = new GroundworkDatabase(workspaceId, versions);
  database.holder = holder;
  await database.open();
  return database;
}

export const isLive = <R extends object>(row: R | Tombstone | undefined): row is R =>
  row !== undefined && !('deleted' in row);
