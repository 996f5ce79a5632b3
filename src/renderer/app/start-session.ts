import { label } from '../../shared/rule-book/messages.ts';
import type { HostError, HostResponse, WorkspaceEntry } from '../../shared/host/contract.ts';
import { uuidV7Source } from '../../shared/ids.ts';
import type { Label } from '../../shared/history/change-set.ts';
import { defaultSettings, type WorkspaceSettings } from '../../shared/workspace/workspace.ts';
import { clockFrom, readingOf, type ClockReading } from '../platform/page-clock.ts';
import type { Platform } from '../platform/platform.ts';
import type { Observable, StoreClient } from '../store/api.ts';
import type { OpenOutcome } from '../store/opening/open-outcome.ts';
import type { StoreProgress } from '../store/progress.ts';
import type { StoreRecovery } from '../store/recovery/store-recovery.ts';
import { openStoreClient, type Recoverable, type StorePort } from '../store/client.ts';
import type { LowSpace } from '../store/space.ts';
import { storeWorker } from '../early.ts';
import { isAdopted } from '../store/opening/expectation.ts';
import { engineName } from './engine-name.ts';

export type SessionInfo = HostResponse<'session.open'>;

/** What a person decides at the first start. */
export interface NewWorkspace {
  readonly name: string;
  readonly bdr: string;
  readonly timeZone: string;
  readonly then: 'sample' | 'import' | 'empty';
}

/** Where the page stands between its first line and the open store. */
export type StartState =
  /** `progress`: long work before the first screen, such as changes replayed from the journal. */
  | { readonly kind: 'opening'; readonly progress?: StoreProgress }
  | { readonly kind: 'unreachable'; readonly error: HostError }
  | {
      readonly kind: 'first-run';
      readonly session: SessionInfo;
      /** Makes the workspace and opens it; a problem comes back in words. */
      readonly create: (wanted: NewWorkspace) => Promise<Label | null>;
    }
  | {
      readonly kind: 'open';
      readonly session: SessionInfo;
      readonly workspaceId: string;
      readonly clock: ClockReading;
      readonly store: StoreClient;
      /** Where to go first: after a first run with "import", the import. */
      readonly landing: 'board' | 'import';
      /** Changes that the browser had lost and that came back from the journal; told once. */
      readonly replayed: number;
    }
  /** The store is not what the host remembers. It can be brought back; `retry` opens it afterwards. */
  | {
      readonly kind: 'recovery';
      readonly session: SessionInfo;
      readonly workspace: WorkspaceEntry;
      readonly why: Extract<OpenOutcome, { kind: 'lost' | 'older-generation' }>;
      /** Nothing was ever lost here: the workspace was brought to this machine as a backup. */
      readonly isAdopted: boolean;
      readonly plan: StoreRecovery['plan'];
      readonly rebuild: StoreRecovery['rebuild'];
    }
  | {
      readonly kind: 'stopped';
      readonly session: SessionInfo;
      readonly why: Exclude<OpenOutcome, { kind: 'open' | 'lost' | 'older-generation' }>;
    };

export interface StartedSession extends Observable<StartState> {
  /** Tries again from the handshake on. */
  readonly retry: () => void;
  /** The same, taking the store from the window that holds it. */
  readonly takeOver: () => void;
}

const pageVersion = '0.1.0';

/**
 * Shakes hands with the host, then opens the active workspace's store or offers the first run.
 * @param options.draws the page draws rows, and tells the store when the first are on screen
 */
export function startSession(
  platform: Platform,
  startWorker: () => StorePort,
  { draws = false }: { readonly draws?: boolean } = {},
): StartedSession {
  let state: StartState = { kind: 'opening' };
  /** Ends what a new start would stumble over: the worker of the one before may hold the store. */
  let letGo: (() => void) | undefined;
  let starts = 0;
  const listeners = new Set<() => void>();
  const set = (next: StartState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  /** What a start that another one followed still finds is of no use any more. */
  const newTurn = (): Turn => {
    starts += 1;
    const mine = starts;
    const isCurrent = (): boolean => mine === starts;
    return {
      show: (next) => {
        if (isCurrent()) set(next);
      },
      keep: (end) => {
        if (isCurrent()) letGo = end;
        else end();
        return isCurrent();
      },
    };
  };
  const recover = (turn: Turn, session: SessionInfo, workspace: WorkspaceEntry, lost: Recoverable): void => {
    const { recovery, ...why } = lost;
    const { plan, rebuild, close } = recovery;
    turn.keep(close);
    turn.show({
      kind: 'recovery',
      session,
      workspace,
      why,
      isAdopted: isAdopted({ ...workspace, remembered: workspace.sentinel }),
      plan,
      rebuild,
    });
  };
  const open = async (
    turn: Turn,
    session: SessionInfo,
    entry: WorkspaceEntry,
    reading: ClockReading,
    how: {
      readonly takeOver?: boolean;
      readonly created?: {
        readonly settings: WorkspaceSettings;
        readonly landing: 'board' | 'import';
        /** Work to be done before the first screen shows; a problem comes back in words. */
        readonly fill: (store: StoreClient) => Promise<Label | null>;
      };
    } = {},
  ): Promise<Label | null> => {
    const { created, takeOver = false } = how;
    const request = {
      workspaceId: entry.id,
      clock: reading,
      engine: engineName(),
      remembered: entry.sentinel,
      journalThrough: entry.journalThrough,
      newestBackup: entry.newestBackup,
      workspaceName: entry.name,
      appVersion: session.appVersion,
      takeOver,
      draws,
      create: created?.settings ?? settingsFor(entry.name, '', session.timeZone),
    };
    const outcome = await openStoreClient(startWorker(), platform, request, {
      onProgress: (progress) => {
        if (state.kind === 'opening' && progress) turn.show({ kind: 'opening', progress });
      },
      onStopped: (why) => {
        if (why.kind === 'failed') turn.show({ kind: 'stopped', session, why });
        else recover(turn, session, entry, why);
      },
    });
    if (outcome.kind === 'lost' || outcome.kind === 'older-generation') {
      recover(turn, session, entry, outcome);
      return null;
    }
    if (outcome.kind !== 'open') {
      turn.show({ kind: 'stopped', session, why: outcome });
      return null;
    }
    if (!turn.keep(outcome.abandon)) return null;
    const problem = created ? await created.fill(outcome.store) : null;
    outcome.store.setSpace(spaceIn(session));
    addEventListener('pagehide', () => outcome.store.leaving());
    platform.onEvent((event) => {
      if (event.kind === 'space') outcome.store.setSpace(event.low);
      if (event.kind !== 'clock') return;
      const moved = readingOf(event);
      outcome.store.setClock(moved);
      if (state.kind === 'open') set({ ...state, clock: moved });
    });
    turn.show({
      kind: 'open',
      session,
      workspaceId: entry.id,
      clock: reading,
      store: outcome.store,
      landing: created?.landing ?? 'board',
      replayed: outcome.replayed,
    });
    return problem;
  };

  const create =
    (turn: Turn, session: SessionInfo, reading: ClockReading) =>
    async (wanted: NewWorkspace): Promise<Label | null> => {
      const clock = clockFrom(reading);
      const ids = uuidV7Source(clock.nowMs, (bytes) =>
        crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
      );
      let sample: string | undefined;
      if (wanted.then === 'sample') {
        const read = await platform.call('sample.read', {});
        if (!read.ok) return label('start.sample-missing', { what: read.error.message });
        sample = read.value.text;
      }
      const registered = await platform.call('workspace.register', { id: ids.next(), name: wanted.name });
      if (!registered.ok) return label('start.not-registered', { what: registered.error.message });
      const settings = settingsFor(wanted.name, wanted.bdr, wanted.timeZone);
      const landing = wanted.then === 'import' ? 'import' : 'board';
      const fill = async (store: StoreClient): Promise<Label | null> => {
        if (sample === undefined) return null;
        const loaded = await store.run({ kind: 'loadSample', text: sample });
        return loaded.ok ? null : loaded.error.message;
      };
      return open(turn, session, registered.value, reading, { created: { settings, landing, fill } });
    };

  const start = async (takeOver = false): Promise<void> => {
    const turn = newTurn();
    letGo?.();
    letGo = undefined;
    turn.show({ kind: 'opening' });
    const opened = await platform.call('session.open', { pageVersion, engine: engineName() });
    if (!opened.ok) {
      turn.show({ kind: 'unreachable', error: opened.error });
      return;
    }
    const session = opened.value;
    const reading = readingOf(session.clock);
    const active = session.workspaces.find((workspace) => workspace.id === session.activeWorkspace);
    if (active) await open(turn, session, active, reading, { takeOver });
    else if (session.demo) await startDemo(turn, session, reading);
    else turn.show({ kind: 'first-run', session, create: create(turn, session, reading) });
  };

  const startDemo = async (turn: Turn, session: SessionInfo, reading: ClockReading): Promise<void> => {
    const made = create(turn, session, reading);
    const problem = await made({
      name: 'Groundwork demo',
      bdr: '',
      timeZone: session.timeZone,
      then: 'sample',
    });
    if (problem) turn.show({ kind: 'first-run', session, create: made });
  };

  void start();
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retry: () => void start(),
    takeOver: () => void start(true),
  };
}

/** One start, from the handshake to what the page shows. */
interface Turn {
  readonly show: (state: StartState) => void;
  /** Ends it when the next start begins, or now if that has begun. @returns whether it is still wanted */
  readonly keep: (end: () => void) => boolean;
}

/** How the disk stood at the handshake. */
export function spaceIn({ notices }: SessionInfo): LowSpace {
  const low = notices.find((notice) => notice.kind === 'low-space');
  return low ? { ...low, stop: low.freeBytes < low.floorBytes } : null;
}

const settingsFor = (name: string, bdr: string, timeZone: string): WorkspaceSettings =>
  defaultSettings({ name, bdr, timeZone });

/** The store worker as a port. */
export function startStoreWorker(): StorePort {
  const worker = storeWorker();
  return {
    postMessage: (message) => worker.postMessage(message),
    listen: (listener) =>
      worker.addEventListener('message', ({ data }: MessageEvent<Parameters<typeof listener>[0]>) =>
        listener(data),
      ),
    terminate: () => worker.terminate(),
  };
}
