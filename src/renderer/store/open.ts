import { label } from '../../shared/rule-book/messages.ts';
import { Dexie } from 'dexie';
import { changeBetween } from '../../shared/history/diff.ts';
import type { WorkspaceSettings } from '../../shared/workspace/workspace.ts';
import type { OpenOutcome } from './api.ts';
import {
  databaseName,
  engineVersion,
  openDatabase,
  schemaVersion,
  type GroundworkDatabase,
} from './database.ts';
import type { OpenRequest } from './protocol.ts';
import { write, type WriteContext } from './write.ts';

export type Opened =
  | { readonly kind: 'open'; readonly database: GroundworkDatabase; readonly fresh: boolean }
  | Exclude<OpenOutcome, { kind: 'open' }>;

/** How long to wait for a page that is just closing to let go of the store, in milliseconds. */
const patience = 3000;

/**
 * Only one page at a time works on a store. Held until the worker ends; a crash frees it.
 * @returns false when another window holds it
 */
export async function holdStore(workspaceId: string): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.locks
      .request(databaseName(workspaceId), { signal: AbortSignal.timeout(patience) }, () => {
        resolve(true);
        return new Promise(() => undefined);
      })
      .catch(() => resolve(false));
  });
}

/**
 * Opens the store, or says why not before anything is touched. A database that is gone, new or behind
 * while the host remembers more is `lost`, never a first run: the engine can delete an origin's data.
 */
export async function openStore(request: OpenRequest, context: WriteContext): Promise<Opened> {
  const { workspaceId, remembered, journalThrough, create } = request;
  const expected = {
    accounts: remembered?.accounts ?? 0,
    through: Math.max(remembered?.through ?? 0, journalThrough),
  };
  const version = await presentVersion(workspaceId);
  if (version === undefined) {
    if (expected.through > 0) return { kind: 'lost', expected };
    return { kind: 'open', database: await make(workspaceId, create, context), fresh: true };
  }
  if (version > engineVersion(schemaVersion)) {
    return { kind: 'newer-schema', found: version / 10, known: schemaVersion };
  }
  const database = await openDatabase(workspaceId);
  const meta = await database.meta.get('store');
  const verdict = !meta
    ? expected.through > 0
      ? ({ kind: 'lost', expected } as const)
      : undefined
    : remembered && meta.generation < remembered.generation
      ? ({ kind: 'older-generation' } as const)
      : meta.through < expected.through || (remembered && meta.storeId !== remembered.storeId)
        ? ({ kind: 'lost', expected } as const)
        : undefined;
  if (verdict) {
    database.close();
    return verdict;
  }
  if (!meta) await setUp(database, create, context);
  return { kind: 'open', database, fresh: !meta };
}

/** The engine's version of a workspace's database, without making one. */
async function presentVersion(workspaceId: string): Promise<number | undefined> {
  const name = databaseName(workspaceId);
  const found = await indexedDB.databases();
  return found.find((database) => database.name === name)?.version;
}

async function make(
  workspaceId: string,
  settings: WorkspaceSettings | undefined,
  context: WriteContext,
): Promise<GroundworkDatabase> {
  const database = await openDatabase(workspaceId);
  await setUp(database, settings, context);
  return database;
}

/** Writes the store's own facts and its settings, the latter as change set 1, which undo does not reach. */
async function setUp(
  database: GroundworkDatabase,
  settings: WorkspaceSettings | undefined,
  context: WriteContext,
): Promise<void> {
  if (!settings) throw new Error('A new store needs its settings.');
  await database.transaction('rw', database.tables, async () => {
    await database.meta.put({
      key: 'store',
      storeId: context.ids.next(),
      generation: 1,
      schema: schemaVersion,
      through: 0,
      accounts: 0,
      prospects: 0,
    });
    const change = changeBetween({ kind: 'settings', id: 'workspace' }, null, settings);
    await write(database, context, () => ({
      command: 'createWorkspace',
      label: label('command.created-workspace'),
      origin: 'system',
      changes: change ? [change] : [],
      stack: { kind: 'none' },
    }));
  });
}

/** In words, for the screen that shows when opening failed. */
export const failureText = (error: unknown): string =>
  error instanceof Dexie.DexieError ? `${error.name}: ${error.message}` : String(error);
