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
import type { IndexableType } from 'dexie';
import type { BackupReason } from '../../../src/shared/backup/format.ts';
import type {
  BookRow,
  Command,
  CommandOutcome,
  MovePreview,
  SaveState,
  StoreClient,
  StoreError,
  StoreStatus,
  ViewQuery,
} from '../../../src/renderer/store/api.ts';
import type { BackupState } from '../../../src/renderer/store/backup/backup-state.ts';
import type { IntegrityReport } from '../../../src/renderer/store/integrity/integrity-report.ts';
import type { Rebuilt } from '../../../src/renderer/store/recovery/store-recovery.ts';
import type { StoreProgress } from '../../../src/renderer/store/progress.ts';
import type { Result } from '../../../src/shared/result.ts';
import { openDatabase } from '../../../src/renderer/store/database.ts';
import { readAllAccounts } from '../../../src/renderer/store/reading.ts';
import { ExchangeClient } from '../../../src/renderer/workers/exchange/client.ts';
import { enteredText, readEntered } from '../entered.ts';
import { startFaultyWorker, type UpgradeFault } from './faulty-worker-port.ts';
import { applyLarge, leftOver, undoLarge, type HeldStore, type LargeImport } from './large-import.ts';
import { runSequence, walk, type SequenceRun } from './sequences.ts';

z.config({ jitless: true });

const platform = createPlatform();
const session = startSession(platform, () =>
  window.driverFault ? startFaultyWorker(window.driverFault) : startStoreWorker(),
);

async function recovery(): Promise<Extract<StartState, { kind: 'recovery' }>> {
  const state = await settled();
  if (state.kind !== 'recovery') throw new Error(`No recovery but ${state.kind}.`);
  return state;
}

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

function openWorkspace(): string {
  const state = session.get();
  if (state.kind !== 'open') throw new Error(`The store is not open but ${state.kind}.`);
  return state.workspaceId;
}

const heldStore = (): HeldStore => ({ workspaceId: openWorkspace(), holder: store().holder });

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

let own: ReturnType<typeof openDatabase> | undefined;
/** A connection that is kept open: for what is asked hundreds of times. */
const ownDatabase = (): ReturnType<typeof openDatabase> => (own ??= openDatabase(openWorkspace()));

async function fingerprint(): Promise<{
  digest: string;
  accounts: string[];
  prospects: string[];
  opportunities: string[];
}> {
  const entered = await readEntered(await ownDatabase());
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(enteredText(entered)));
  const ids = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id);
  return {
    digest: Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''),
    accounts: ids(entered.accounts),
    prospects: ids(entered.prospects),
    opportunities: ids(entered.opportunities),
  };
}

const digestNow = async (): Promise<string> => (await fingerprint()).digest;

let planned: ExchangeClient | undefined;

const driver = {
  /** Resolves when the page can take commands, or has said why it cannot. */
  ready: async (): Promise<void> => {
    const state = await settled();
    if (state.kind !== 'open') return;
    const { status } = state.store;
    await when(status, () => status.get().complete);
  },
  state: async (): Promise<{ kind: string; why?: unknown; replayed?: number }> => {
    const state = await settled();
    switch (state.kind) {
      case 'stopped':
      case 'recovery':
        return { kind: state.kind, why: state.why };
      case 'open':
        return { kind: 'open', ...(state.replayed > 0 && { replayed: state.replayed }) };
      default:
        return { kind: state.kind };
    }
  },
  /** How far a long opening is; `null` when it is over or tells nothing. */
  openingProgress: (): StoreProgress | null => {
    const state = session.get();
    return state.kind === 'opening' ? (state.progress ?? null) : null;
  },
  /** Brings a backup's file to this machine and makes its workspace the one to open. */
  adopt: async (base64: string): Promise<string> => {
    const sent = await platform.call('backup.upload', { uploadId: null, base64, last: true });
    if (!sent.ok || !sent.value.entry?.manifest) throw new Error('The file was not taken.');
    const { id, manifest } = sent.value.entry;
    const adopted = await platform.call('workspace.adopt', {
      workspaceId: manifest.workspaceId,
      backupId: id,
    });
    if (!adopted.ok) throw new Error(adopted.error.message);
    session.retry();
    return (await settled()).kind;
  },
  recoveryPlan: async () => (await recovery()).plan(),
  /** Rebuilds a lost store; what was told of its progress comes with the answer. */
  rebuild: async (): Promise<Result<Rebuilt & { progress: readonly StoreProgress[] }, StoreError>> => {
    const progress: StoreProgress[] = [];
    const rebuilt = await (await recovery()).rebuild((told) => progress.push(told));
    return rebuilt.ok ? { ok: true, value: { ...rebuilt.value, progress } } : rebuilt;
  },
  /** Opens again in the same page, as the button of a screen does. */
  retry: async (): Promise<string> => {
    session.retry();
    return (await settled()).kind;
  },
  /** Takes the store from the window that holds it. */
  takeOver: async (): Promise<string> => {
    session.takeOver();
    return (await settled()).kind;
  },
  takenOver: (): boolean => store().takenOver.get(),
  /** What the engine does at its worst: the databases are gone. Nothing may hold them. */
  loseDatabase: async (): Promise<void> => {
    for (const { name = '' } of await indexedDB.databases()) {
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = resolve;
        request.onerror = reject;
        request.onblocked = () => reject(new Error(`${name} is held.`));
      });
    }
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
  /** Imports a list with the columns as they are suggested; every undecided row as new. */
  importList: async (name: string, text: string): Promise<{ created: number; changed: number }> => {
    const state = session.get();
    if (state.kind !== 'open') throw new Error('The store is not open.');
    const { workspaceId, clock } = state;
    const exchange = new ExchangeClient({ workspaceId, clock, store: state.store });
    try {
      const report = await exchange.inspect(new File([text], name), {});
      if (!report.ok) throw new Error(`The list was not read: ${report.error.id}.`);
      const planned = await exchange.setMapping(
        report.value.columns.map(({ suggestion }) => suggestion.mapping),
      );
      if (!planned.ok) throw new Error('The suggested columns were refused.');
      await exchange.decideAll('new');
      const applied = await exchange.apply();
      if (!applied.ok) throw new Error(`The list was not applied: ${applied.error.error.code}.`);
      await exchange.arrived();
      return { created: applied.value.created, changed: applied.value.changed };
    } finally {
      exchange.close();
    }
  },
  /** Plans an import and leaves it there. @returns rows that would be new */
  planList: async (name: string, text: string): Promise<number> => {
    const state = session.get();
    if (state.kind !== 'open') throw new Error('The store is not open.');
    const { workspaceId, clock } = state;
    planned = new ExchangeClient({ workspaceId, clock, store: state.store });
    const report = await planned.inspect(new File([text], name), {});
    if (!report.ok) throw new Error(`The list was not read: ${report.error.id}.`);
    const plan = await planned.setMapping(report.value.columns.map(({ suggestion }) => suggestion.mapping));
    if (!plan.ok) throw new Error('The suggested columns were refused.');
    return plan.value.newAccounts;
  },
  applyPlanned: async ({ withoutBackup = false } = {}) => {
    const answer = await planned?.apply({}, { withoutBackup });
    if (answer?.ok === true) await planned?.arrived();
    if (answer?.ok === true || answer?.error.backupFailed !== true) planned?.close();
    return answer;
  },
  applyLarge: async (wanted: LargeImport) => {
    const answer = await applyLarge(heldStore(), wanted);
    await store().refresh();
    return answer;
  },
  undoLarge: async (batchedAbove: number): Promise<number> => {
    const n = await undoLarge(heldStore(), batchedAbove);
    await store().refresh();
    return n;
  },
  leftOver: () => leftOver(openWorkspace()),
  runSequence: async (wanted: { seed: number; steps: number }): Promise<SequenceRun> =>
    runSequence(store(), await ownDatabase(), digestNow, wanted),
  walk: (run: SequenceRun, way: { from: number; to: number }): Promise<string[]> =>
    walk(store(), digestNow, run, way),
  undo: (): Promise<CommandOutcome> => store().undo(),
  redo: (): Promise<CommandOutcome> => store().redo(),
  preview: (ids: string[], to: Parameters<StoreClient['previewMove']>[1]): Promise<MovePreview> =>
    store().previewMove(ids, to),
  view: viewOf,
  rows: (ids: string[]): (BookRow | null)[] => ids.map((id) => store().book.rowOf(id) ?? null),
  ask: ((kind, ask) => store().ask(kind, ask)) as StoreClient['ask'],
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
    const [entered, meta, changeSets, packs] = await Promise.all([
      readEntered(database),
      database.meta.get('store'),
      database.changeSets.toArray(),
      database.changePacks.toArray(),
    ]);
    database.close();
    return {
      ...entered,
      meta,
      changeSets,
      historyEntries:
        changeSets.reduce((sum, set) => sum + (set.changes?.length ?? 0), 0) +
        packs.reduce((sum, pack) => sum + pack.changes.length, 0),
    };
  },
  /** What a ledger beside the store knows of each account, straight from the database. */
  accounts: async () => {
    const database = await openDatabase(openWorkspace());
    const accounts = await readAllAccounts(database);
    database.close();
    return accounts.map(({ id, name, status, accountStrategy }) => ({ id, name, status, accountStrategy }));
  },
  /** Rows in quarantine, straight from the database. */
  heldRows: async () => {
    const database = await openDatabase(openWorkspace());
    const rows = await database.quarantine.toArray();
    database.close();
    return rows;
  },
  /** A digest of everything that a person entered, places on the board included, and the ids there are. */
  fingerprint,
  backUp: (reason: BackupReason) => store().backUp(reason),
  /** Newest backup and last problem, as the page was told. */
  backups: (): BackupState => store().backups.get(),
  previewRestore: (backupId: string) => store().previewRestore(backupId),
  restore: (backupId: string): Promise<CommandOutcome> => store().restore(backupId),
  checkIntegrity: () => store().checkIntegrity(),
  /** What the check at start found; resolves when it ran. */
  integrity: async (): Promise<IntegrityReport | null> => {
    const { integrity } = store();
    await when(integrity, () => integrity.get() !== null);
    return integrity.get();
  },
  quarantined: () => store().quarantined(),
  /** Every row of every table, as it lies there. */
  tables: async (): Promise<Record<string, unknown[]>> => {
    const database = await ownDatabase();
    const tables: Record<string, unknown[]> = {};
    for (const table of database.tables) tables[table.name] = await table.toArray();
    return tables;
  },
  /** Damage by hand, past every rule of the store. */
  tamper: async (table: string, change: { put?: readonly object[]; delete?: readonly IndexableType[] }) => {
    const rows = (await ownDatabase()).table<object>(table);
    await rows.bulkPut([...(change.put ?? [])]);
    await rows.bulkDelete([...(change.delete ?? [])]);
  },
  close: (): Promise<void> => store().close(),
};

export type Driver = typeof driver;

declare global {
  interface Window {
    /** Set before the page loads: a store worker whose upgrade goes wrong. */
    readonly driverFault?: UpgradeFault;
    driver: Driver;
  }
}
window.driver = driver;
