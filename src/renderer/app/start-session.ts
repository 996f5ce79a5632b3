import { label } from '../../shared/rule-book/messages.ts';
import type { HostError, HostResponse, WorkspaceEntry } from '../../shared/host/contract.ts';
import { uuidV7Source } from '../../shared/ids.ts';
import type { Label } from '../../shared/history/change-set.ts';
import { defaultSettings, type WorkspaceSettings } from '../../shared/workspace/workspace.ts';
import { clockFrom, readingOf, type ClockReading } from '../platform/page-clock.ts';
import type { Platform } from '../platform/platform.ts';
import type { Observable, OpenOutcome, StoreClient } from '../store/api.ts';
import { openStoreClient, type StorePort } from '../store/client.ts';
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
  | { readonly kind: 'opening' }
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
    }
  | {
      readonly kind: 'stopped';
      readonly session: SessionInfo;
      readonly why: Exclude<OpenOutcome, { kind: 'open' }>;
    };

export interface StartedSession extends Observable<StartState> {
  /** Tries again from the handshake on. */
  readonly retry: () => void;
}

const pageVersion = '0.1.0';

/** Shakes hands with the host, then opens the active workspace's store or offers the first run. */
export function startSession(platform: Platform, startWorker: () => StorePort): StartedSession {
  let state: StartState = { kind: 'opening' };
  const listeners = new Set<() => void>();
  const set = (next: StartState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const open = async (
    session: SessionInfo,
    entry: WorkspaceEntry,
    reading: ClockReading,
    created?: {
      readonly settings: WorkspaceSettings;
      readonly landing: 'board' | 'import';
      /** Work to be done before the first screen shows; a problem comes back in words. */
      readonly fill: (store: StoreClient) => Promise<Label | null>;
    },
  ): Promise<Label | null> => {
    const outcome = await openStoreClient(startWorker(), platform, {
      workspaceId: entry.id,
      clock: reading,
      engine: engineName(),
      remembered: entry.sentinel,
      journalThrough: entry.journalThrough,
      create: created?.settings ?? settingsFor(entry.name, '', session.timeZone),
    });
    if (outcome.kind !== 'open') {
      set({ kind: 'stopped', session, why: outcome });
      return null;
    }
    const problem = created ? await created.fill(outcome.store) : null;
    platform.onEvent((event) => {
      if (event.kind !== 'clock') return;
      const moved = readingOf(event);
      outcome.store.setClock(moved);
      if (state.kind === 'open') set({ ...state, clock: moved });
    });
    set({
      kind: 'open',
      session,
      workspaceId: entry.id,
      clock: reading,
      store: outcome.store,
      landing: created?.landing ?? 'board',
    });
    return problem;
  };

  const create =
    (session: SessionInfo, reading: ClockReading) =>
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
      return open(session, registered.value, reading, {
        settings,
        landing: wanted.then === 'import' ? 'import' : 'board',
        fill: async (store) => {
          if (sample === undefined) return null;
          const loaded = await store.run({ kind: 'loadSample', text: sample });
          return loaded.ok ? null : loaded.error.message;
        },
      });
    };

  const start = async (): Promise<void> => {
    set({ kind: 'opening' });
    const opened = await platform.call('session.open', { pageVersion, engine: engineName() });
    if (!opened.ok) {
      set({ kind: 'unreachable', error: opened.error });
      return;
    }
    const session = opened.value;
    const reading = readingOf(session.clock);
    const active = session.workspaces.find((workspace) => workspace.id === session.activeWorkspace);
    if (active) await open(session, active, reading);
    else if (session.demo) await startDemo(session, reading);
    else set({ kind: 'first-run', session, create: create(session, reading) });
  };

  const startDemo = async (session: SessionInfo, reading: ClockReading): Promise<void> => {
    const made = create(session, reading);
    const problem = await made({
      name: 'Groundwork demo',
      bdr: '',
      timeZone: session.timeZone,
      then: 'sample',
    });
    if (problem) set({ kind: 'first-run', session, create: made });
  };

  void start();
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retry: () => void start(),
  };
}

const settingsFor = (name: string, bdr: string, timeZone: string): WorkspaceSettings =>
  defaultSettings({ name, bdr, timeZone });

/** The store worker as a port. Vite finds the worker by this very expression. */
export function startStoreWorker(): StorePort {
  const worker = new Worker(new URL('../workers/store-worker.ts', import.meta.url), { type: 'module' });
  return {
    postMessage: (message) => worker.postMessage(message),
    listen: (listener) =>
      worker.addEventListener('message', ({ data }: MessageEvent<Parameters<typeof listener>[0]>) =>
        listener(data),
      ),
    terminate: () => worker.terminate(),
  };
}
