import { Dexie, type EntityTable, type Table } from 'dexie';
import type { AccountValues, Status } from '../../shared/accounts/account.ts';
import type { ProspectValues } from '../../shared/accounts/prospect.ts';
import type { ChangeSet, EntityChange } from '../../shared/history/change-set.ts';
import type { CustomField, WorkspaceSettings } from '../../shared/workspace/workspace.ts';

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
  /** What undo and redo would take next; see ChangeSet.undoNext. */
  readonly undoTop?: number;
  readonly redoTop?: number;
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

/** Raised with every new entry in `versions` below. */
export const schemaVersion = 1;

export const databaseName = (workspaceId: string): string => `groundwork-${workspaceId}`;

/**
 * The user's data. One database per workspace; strict durability: a transaction is complete when the
 * engine has flushed it. Read the versions as history: each is named, none is ever edited.
 */
export class GroundworkDatabase extends Dexie {
  declare readonly accounts: EntityTable<AccountRow | Tombstone, 'id'>;
  declare readonly prospects: EntityTable<ProspectRow | Tombstone, 'id'>;
  declare readonly customFields: EntityTable<CustomField, 'id'>;
  declare readonly settings: EntityTable<SettingsRow, 'id'>;
  declare readonly meta: EntityTable<StoreMeta, 'key'>;
  declare readonly changeSets: EntityTable<ChangeSetRow, 'n'>;
  declare readonly changePacks: Table<ChangePackRow, [number, number]>;

  constructor(workspaceId: string) {
    // No live queries here, so Dexie's cache of results would only cost.
    super(databaseName(workspaceId), {
      chromeTransactionDurability: 'strict',
      autoOpen: false,
      cache: 'disabled',
    });
    // 1: accounts, prospects, custom fields, settings, history.
    this.version(1).stores({
      accounts: 'id, nameKey, [column+boardKey]',
      prospects: 'id, accountId',
      customFields: 'id',
      settings: 'id',
      meta: 'key',
      changeSets: 'n, *touches, packs, origin',
      changePacks: '[n+pack]',
    });
  }
}

/** The version number that the engine keeps for our schema version (Dexie multiplies by ten). */
export const engineVersion = (schema: number): number => schema * 10;

/**
 * Opens a workspace's database, making it when it is not there.
 * @throws what Dexie throws; src/renderer/store/open.ts decides beforehand whether opening is allowed.
 */
export async function openDatabase(workspaceId: string): Promise<GroundworkDatabase> {
  const database = new GroundworkDatabase(workspaceId);
  await database.open();
  return database;
}

export const isLive = <R extends object>(row: R | Tombstone | undefined): row is R =>
  row !== undefined && !('deleted' in row);
