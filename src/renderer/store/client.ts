import type { ClockReading } from '../platform/page-clock.ts';
import type { Platform } from '../platform/platform.ts';
import type {
  BookRow,
  Observable,
  OpenOutcome,
  SaveState,
  StoreClient,
  StoreStatus,
  View,
  ViewHandle,
  ViewQuery,
} from './api.ts';
import type { FromStore, JournalBatch, OpenRequest, StoreMethod, StoreMethods, ToStore } from './protocol.ts';

/** The store worker's port: what `new Worker(...)` gives, or a stand-in. */
export interface StorePort {
  readonly postMessage: (message: ToStore) => void;
  readonly listen: (listener: (message: FromStore) => void) => void;
  readonly terminate: () => void;
}

export type StoreOpened =
  | { readonly kind: 'open'; readonly store: StoreClient; readonly fresh: boolean }
  | Exclude<OpenOutcome, { kind: 'open' }>;

/**
 * Starts the store worker, opens the workspace's store and gives the page's side of it. The journal goes
 * from the worker through here to the host.
 */
export async function openStoreClient(
  port: StorePort,
  platform: Platform,
  request: OpenRequest,
): Promise<StoreOpened> {
  const link = new StoreLink(port, platform);
  link.post({ kind: 'clock', clock: request.clock });
  const access = await platform.forWorkers?.();
  if (access) link.post({ kind: 'access', access });
  const outcome = await link.call('open', request);
  if (outcome.kind !== 'open') {
    port.terminate();
    return outcome;
  }
  return { ...outcome, store: link.client() };
}

/** A value that tells its listeners when it changed. */
class Cell<T> implements Observable<T> {
  #value: T;
  readonly #listeners = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  readonly get = (): T => this.#value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(value: T): void {
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }
}

class StoreLink {
  readonly #port: StorePort;
  readonly #platform: Platform;
  readonly #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  readonly #views = new Map<number, Cell<View | null>>();
  readonly #rows: (BookRow | undefined)[] = [];
  readonly #slots = new Map<string, number>();
  readonly #status = new Cell<StoreStatus | null>(null);
  readonly #save = new Cell<SaveState>({ kind: 'saved', at: null });
  readonly #changeListeners = new Set<(touched: ReadonlySet<string> | null) => void>();
  #calls = 0;

  constructor(port: StorePort, platform: Platform) {
    this.#port = port;
    this.#platform = platform;
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

  client(): StoreClient {
    const status = this.#status;
    return {
      book: {
        row: (slot) => this.#rows[slot],
        slotOf: (id) => this.#slots.get(id),
        rowOf: (id) => {
          const slot = this.#slots.get(id);
          return slot === undefined ? undefined : this.#rows[slot];
        },
        size: () => this.#slots.size,
      },
      status: {
        get: () => {
          const value = status.get();
          if (!value) throw new Error('The store told no status before it opened.');
          return value;
        },
        subscribe: status.subscribe,
      },
      saveState: this.#save,
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
      previewMove: (ids, to) => this.call('previewMove', ids, to),
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
      setClock: (clock: ClockReading) => this.post({ kind: 'clock', clock }),
      close: async () => {
        await this.call('close');
        this.#port.terminate();
      },
    };
  }

  /** From the moment a command leaves until the journal has it, nothing claims to be saved. */
  #saving(): void {
    const state = this.#save.get();
    if (state.kind === 'saved') this.#save.set({ kind: 'saving', pending: 1 });
  }

  #openView(query: ViewQuery): ViewHandle {
    this.#calls += 1;
    const id = this.#calls;
    const cell = new Cell<View | null>(null);
    this.#views.set(id, cell);
    this.post({ kind: 'view', id, query });
    return {
      get: cell.get,
      subscribe: cell.subscribe,
      setQuery: (next) => this.post({ kind: 'view', id, query: next }),
      close: () => {
        this.#views.delete(id);
        this.post({ kind: 'closeView', id });
      },
    };
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
        this.#takeRows(message.slots, message.rows);
        break;
      case 'view':
        this.#views.get(message.id)?.set(message.view);
        break;
      case 'status':
        this.#status.set(message.status);
        break;
      case 'save':
        this.#save.set(message.state);
        break;
      case 'changed': {
        const touched = message.touched && new Set(message.touched);
        for (const listener of this.#changeListeners) listener(touched);
        break;
      }
      case 'journal':
        void this.#forward(message.id, message.batch);
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

  #takeRows(slots: readonly number[], rows: readonly (BookRow | null)[]): void {
    slots.forEach((slot, index) => {
      const before = this.#rows[slot];
      const row = rows[index] ?? undefined;
      if (before && !row) this.#slots.delete(before.id);
      if (row) this.#slots.set(row.id, slot);
      this.#rows[slot] = row;
    });
  }

  async #forward(id: number, batch: JournalBatch): Promise<void> {
    const answer = await this.#platform.call('journal.append', { ...batch, lines: [...batch.lines] });
    this.post({ kind: 'journalAnswer', id, answer });
  }
}
