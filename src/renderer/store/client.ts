import type { ClockReading } from '../platform/page-clock.ts';
import type { Platform } from '../platform/platform.ts';
import type {
  ChangeListener,
  SaveState,
  StoreClient,
  StoreStatus,
  View,
  ViewHandle,
  ViewQuery,
} from './api.ts';
import type { BackupState } from './backup/backup-state.ts';
import type { IntegrityReport } from './integrity/integrity-report.ts';
import type { OpenOutcome } from './opening/open-outcome.ts';
import { MirroredBook } from './mirrored-book.ts';
import type { StoreProgress } from './progress.ts';
import type { AnswerTo, Ask, QuestionKind } from './questions/questions.ts';
import type { StoreRecovery } from './recovery/store-recovery.ts';
import { createSignal, type Signal } from './signal.ts';
import type { FromStore, OpenRequest, StoreMethod, StoreMethods, ToStore } from './protocol.ts';

/** The store worker's port: what `new Worker(...)` gives, or a stand-in. */
export interface StorePort {
  readonly postMessage: (message: ToStore) => void;
  readonly listen: (listener: (message: FromStore) => void) => void;
  readonly terminate: () => void;
}

/** A store that was not opened and can be brought back. */
export type Recoverable = Extract<OpenOutcome, { kind: 'lost' | 'older-generation' }> & {
  readonly recovery: StoreRecovery;
};

export type StoreOpened =
  | {
      readonly kind: 'open';
      readonly store: StoreClient;
      readonly fresh: boolean;
      readonly replayed: number;
      /** Ends the worker at once; what it has not yet brought to the journal goes out at the next start. */
      readonly abandon: () => void;
    }
  | Recoverable
  | Exclude<OpenOutcome, { kind: 'open' | 'lost' | 'older-generation' }>;

export interface OpenListeners {
  /** How far a long opening is: a replay, an upgrade, an import that is brought to its end. */
  readonly onProgress: (progress: StoreProgress | null) => void;
  /** The store opened and could then not be read; the client is of no use any more. */
  readonly onStopped: (why: Recoverable | Extract<OpenOutcome, { kind: 'failed' }>) => void;
}

/**
 * Starts the store worker, opens the workspace's store and gives the page's side of it. Where the worker
 * cannot reach the host by itself its calls go through here. A lost store keeps its worker, which can bring
 * it back.
 */
export async function openStoreClient(
  port: StorePort,
  platform: Platform,
  request: OpenRequest,
  listeners: OpenListeners,
): Promise<StoreOpened> {
  const link = new StoreLink(port, platform, listeners);
  link.post({ kind: 'clock', clock: request.clock });
  const access = await platform.forWorkers?.();
  if (access) link.post({ kind: 'access', access });
  const outcome = await link.call('open', request);
  if (outcome.kind === 'lost' || outcome.kind === 'older-generation') {
    return { ...outcome, recovery: link.recovery() };
  }
  if (outcome.kind !== 'open') {
    port.terminate();
    return outcome;
  }
  const { kind, fresh, replayed, holder } = outcome;
  return { kind, fresh, replayed, store: link.client(holder), abandon: () => port.terminate() };
}

class StoreLink {
  readonly #port: StorePort;
  readonly #platform: Platform;
  readonly #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  readonly #views = new Map<number, Signal<View | null>>();
  /** As the last start left them, by the JSON of their query; empty once the book is whole. */
  #firstViews: Readonly<Record<string, View>> = {};
  readonly #book = new MirroredBook();
  readonly #status = createSignal<StoreStatus | null>(null);
  readonly #save = createSignal<SaveState>({ kind: 'saved', at: null });
  readonly #progress = createSignal<StoreProgress | null>(null);
  readonly #takenOver = createSignal(false);
  readonly #backups = createSignal<BackupState>({ newest: null, problem: null });
  readonly #integrity = createSignal<IntegrityReport | null>(null);
  readonly #changeListeners = new Set<ChangeListener>();
  readonly #listeners: OpenListeners;
  #calls = 0;

  constructor(port: StorePort, platform: Platform, listeners: OpenListeners) {
    this.#port = port;
    this.#platform = platform;
    this.#listeners = listeners;
    port.listen((message) => this.#receive(message));
  }

  post(message: ToStore): void {
    this.#port.postMessage(message);
  }

  call<M extends StoreMethod>(method: M, ...args: Parameters<StoreMethods[M]>): ReturnType<StoreMethods[M]> {
    this.#calls += 1;
    const id = this.#calls;
    const answer = new Promise<never>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.post({ kind: 'call', id, method, args });
    return answer as ReturnType<StoreMethods[M]>;
  }

  recovery(): StoreRecovery {
    return {
      plan: (from) => this.call('recoveryPlan', from),
      rebuild: async (onProgress, from) => {
        const stop = this.#progress.subscribe(() => {
          const progress = this.#progress.get();
          if (progress) onProgress?.(progress);
        });
        try {
          return await this.call('rebuild', from);
        } finally {
          stop();
        }
      },
      close: () => this.#port.terminate(),
    };
  }

  client(holder: string): StoreClient {
    const status = this.#status;
    return {
      holder,
      book: this.#book,
      status: {
        get: () => {
          const value = status.get();
          if (!value) throw new Error('The store told no status before it opened.');
          return value;
        },
        subscribe: status.subscribe,
      },
      saveState: this.#save,
      progress: this.#progress,
      takenOver: this.#takenOver,
      backups: this.#backups,
      integrity: this.#integrity,
      run: (command) => {
        this.#saving();
        return this.call('run', command);
      },
      undo: () => {
        this.#saving();
        return this.call('undo');
      },
      redo: () => {
        this.#saving();
        return this.call('redo');
      },
      openView: (query) => this.#openView(query),
      firstView: (query) => this.#firstView(query),
      drawn: () => this.post({ kind: 'drawn' }),
      previewMove: (ids, to) => this.call('previewMove', ids, to),
      // The worker answers each kind with what its table says.
      ask: (kind, ask, signal) => this.#ask(kind, ask, signal),
      account: (id) => this.call('account', id),
      timeline: (accountId, page) => this.call('timeline', accountId, page),
      onChange: (listener) => {
        this.#changeListeners.add(listener);
        return () => this.#changeListeners.delete(listener);
      },
      refresh: () => {
        this.#saving();
        return this.call('refresh');
      },
      backUp: (reason) => this.call('backUp', reason),
      previewRestore: (backupId) => this.call('previewRestore', backupId),
      restore: (backupId) => {
        this.#saving();
        return this.call('restore', backupId);
      },
      checkIntegrity: () => this.call('checkIntegrity'),
      quarantined: () => this.call('quarantined'),
      prepareImport: (withoutBackup) => this.call('prepareImport', withoutBackup),
      setSpace: (low) => this.post({ kind: 'space', low }),
      leaving: () => this.post({ kind: 'leaving' }),
      setClock: (clock: ClockReading) => this.post({ kind: 'clock', clock }),
      close: async () => {
        await this.call('close');
        this.#port.terminate();
      },
    };
  }

  async #ask<K extends QuestionKind>(kind: K, ask: Ask<K>, signal?: AbortSignal): Promise<AnswerTo<K>> {
    if (!signal) return this.call('ask', kind, ask);
    signal.throwIfAborted();
    const answer = this.call('ask', kind, ask) as Promise<AnswerTo<K>>;
    const id = this.#calls;
    const drop = (): void => {
      this.post({ kind: 'dropped', id });
      this.#settle(id, (waiting) => waiting.reject(new Error('Nobody waits for this answer any more.')));
    };
    signal.addEventListener('abort', drop);
    try {
      return await answer;
    } finally {
      signal.removeEventListener('abort', drop);
    }
  }

  /** From the moment a command leaves until the journal has it, nothing claims to be saved. */
  #saving(): void {
    const state = this.#save.get();
    if (state.kind === 'saved') this.#save.set({ kind: 'saving', pending: 1 });
  }

  #openView(query: ViewQuery): ViewHandle {
    this.#calls += 1;
    const id = this.#calls;
    const cell = createSignal<View | null>(this.#firstView(query));
    this.#views.set(id, cell);
    this.post({ kind: 'view', id, query });
    return {
      get: cell.get,
      subscribe: cell.subscribe,
      setQuery: (next) => {
        const first = this.#firstView(next);
        if (first) cell.set(first);
        this.post({ kind: 'view', id, query: next });
      },
      close: () => {
        this.#views.delete(id);
        this.post({ kind: 'closeView', id });
      },
    };
  }

  #firstView(query: ViewQuery): View | null {
    return this.#firstViews[JSON.stringify(query)] ?? null;
  }

  #receive(message: FromStore): void {
    switch (message.kind) {
      case 'answer':
        this.#settle(message.id, (waiting) => waiting.resolve(message.value as never));
        break;
      case 'failure':
        this.#settle(message.id, (waiting) => waiting.reject(new Error(message.message)));
        break;
      case 'rows':
        this.#book.take(message.slots, message.rows);
        break;
      case 'view':
        this.#views.get(message.id)?.set(message.view);
        break;
      case 'firstViews':
        this.#firstViews = message.views;
        break;
      case 'status':
        if (message.status.complete) this.#firstViews = {};
        this.#status.set(message.status);
        break;
      case 'save':
        this.#save.set(message.state);
        break;
      case 'changed': {
        const touched = message.touched && new Set(message.touched);
        for (const listener of this.#changeListeners) listener(touched, message.cause);
        break;
      }
      case 'progress':
        this.#progress.set(message.progress);
        this.#listeners.onProgress(message.progress);
        break;
      case 'backups':
        this.#backups.set(message.state);
        break;
      case 'integrity':
        this.#integrity.set(message.report);
        break;
      case 'takenOver':
        this.#takenOver.set(true);
        break;
      case 'stopped': {
        const { outcome } = message;
        this.#listeners.onStopped(
          outcome.kind === 'lost' ? { ...outcome, recovery: this.recovery() } : outcome,
        );
        break;
      }
      case 'hostCall':
        void this.#forward(message);
        break;
    }
  }

  #settle(
    id: number,
    how: (waiting: { resolve: (value: never) => void; reject: (error: Error) => void }) => void,
  ): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (waiting) how(waiting);
    // A command that changed nothing sends no batch: whatever state the worker told last holds again.
  }

  async #forward({ id, operation, request }: Extract<FromStore, { kind: 'hostCall' }>): Promise<void> {
    const answer = await this.#platform.call(operation, request as never);
    this.post({ kind: 'hostAnswer', id, answer });
  }
}
