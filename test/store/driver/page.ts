/**
 * The store without screens: the same session, worker and host contract as the app, driven by commands.
 * Model, crash and bench suites share it.
 */
import { z } from 'zod';
import {
  startSession,
  startStoreWorker,
  type NewWorkspace,
  type StartState,
} from '../../../src/renderer/app/start-session.ts';
import { createPlatform } from '../../../src/renderer/platform/create-platform.ts';
import type {
  BookRow,
  Command,
  CommandOutcome,
  MovePreview,
  SaveState,
  StoreClient,
  StoreStatus,
  ViewQuery,
} from '../../../src/renderer/store/api.ts';
import { readAllAccounts } from '../../../src/renderer/store/reading.ts';
import { openDatabase } from '../../../src/renderer/store/database.ts';

z.config({ jitless: true });

const platform = createPlatform();
const session = startSession(platform, startStoreWorker);

const settled = (): Promise<Exclude<StartState, { kind: 'opening' }>> =>
  new Promise((resolve) => {
    const look = (): void => {
      const state = session.get();
      if (state.kind === 'opening') return;
      stop();
      resolve(state);
    };
    const stop = session.subscribe(look);
    look();
  });

/** Waits until `holds` is true of what the store tells. */
const when = (
  source: { readonly subscribe: (listener: () => void) => () => void },
  holds: () => boolean,
): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return;
      stop();
      resolve();
    };
    const stop = source.subscribe(look);
    look();
  });

function store(): StoreClient {
  const state = session.get();
  if (state.kind !== 'open') throw new Error(`The store is not open but ${state.kind}.`);
  return state.store;
}

async function viewOf(query: ViewQuery): Promise<{ ids: string[]; groups: Record<string, string[]> | null }> {
  const { book, status } = store();
  await when(status, () => status.get().complete);
  const handle = store().openView(query);
  await when(handle, () => handle.get() !== null);
  const view = handle.get();
  handle.close();
  const ids = (slots: Int32Array | undefined): string[] =>
    [...(slots ?? [])].map((slot) => book.row(slot)?.id ?? '');
  return {
    ids: ids(view?.slots),
    groups: view?.groups
      ? Object.fromEntries(Object.entries(view.groups).map(([status_, slots]) => [status_, ids(slots)]))
      : null,
  };
}

let fingerprinted: ReturnType<typeof openDatabase> | undefined;

/** Undo may bring keys back in another order; that is no difference. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}

const driver = {
  /** Resolves when the page can take commands, or has said why it cannot. */
  ready: async (): Promise<void> => {
    const state = await settled();
    if (state.kind !== 'open') return;
    const { status } = state.store;
    await when(status, () => status.get().complete);
  },
  state: async (): Promise<{ kind: string; why?: unknown }> => {
    const state = await settled();
    return state.kind === 'stopped' ? { kind: 'stopped', why: state.why } : { kind: state.kind };
  },
  create: async (wanted: NewWorkspace): Promise<unknown> => {
    const state = await settled();
    if (state.kind !== 'first-run') throw new Error(`No first run but ${state.kind}.`);
    const problem = await state.create(wanted);
    const { status } = store();
    await when(status, () => status.get().complete);
    return problem;
  },
  run: (command: Command): Promise<CommandOutcome> => store().run(command),
  /** Many commands, one after another, without a round trip each. */
  runAll: async (commands: readonly Command[]): Promise<CommandOutcome[]> => {
    const outcomes: CommandOutcome[] = [];
    for (const command of commands) outcomes.push(await store().run(command));
    return outcomes;
  },
  undo: (): Promise<CommandOutcome> => store().undo(),
  redo: (): Promise<CommandOutcome> => store().redo(),
  preview: (ids: string[], to: Parameters<StoreClient['previewMove']>[1]): Promise<MovePreview> =>
    store().previewMove(ids, to),
  view: viewOf,
  rows: (ids: string[]): (BookRow | null)[] => ids.map((id) => store().book.rowOf(id) ?? null),
  account: (id: string) => store().account(id),
  timeline: (id: string, limit: number) => store().timeline(id, { limit }),
  status: (): StoreStatus => store().status.get(),
  saveState: (): SaveState => store().saveState.get(),
  /** Resolves when all that was written is also in the host's journal. */
  saved: (): Promise<void> => when(store().saveState, () => store().saveState.get().kind === 'saved'),
  /** Straight from the database, past book and views: what a comparison may trust. */
  stored: async () => {
    const state = session.get();
    if (state.kind !== 'open') throw new Error('The store is not open.');
    const database = await openDatabase(state.workspaceId);
    const [accounts, prospects, settings, meta, changeSets, packs] = await Promise.all([
      readAllAccounts(database),
      database.prospects.toArray(),
      database.settings.toArray(),
      database.meta.get('store'),
      database.changeSets.toArray(),
      database.changePacks.toArray(),
    ]);
    database.close();
    return {
      accounts,
      prospects: prospects.filter((row) => !('deleted' in row)),
      settings,
      meta,
      changeSets,
      historyEntries:
        changeSets.reduce((sum, set) => sum + (set.changes?.length ?? 0), 0) +
        packs.reduce((sum, pack) => sum + pack.changes.length, 0),
    };
  },
  /** A digest of everything that a person entered, places on the board included, and the ids there are. */
  fingerprint: async (): Promise<{ digest: string; accounts: string[]; prospects: string[] }> => {
    const state = await settled();
    if (state.kind !== 'open') throw new Error('The store is not open.');
    fingerprinted ??= openDatabase(state.workspaceId);
    const database = await fingerprinted;
    const [accounts, rows, settings] = await Promise.all([
      readAllAccounts(database),
      database.prospects.orderBy('id').toArray(),
      database.settings.toArray(),
    ]);
    const prospects = rows.filter((row) => !('deleted' in row));
    const text = JSON.stringify(sortKeys({ accounts, prospects, settings }));
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return {
      digest: Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''),
      accounts: accounts.map(({ id }) => id),
      prospects: prospects.map(({ id }) => id),
    };
  },
  close: (): Promise<void> => store().close(),
};

export type Driver = typeof driver;

declare global {
  interface Window {
    driver: Driver;
  }
}
window.driver = driver;
