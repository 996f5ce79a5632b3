import type { ClockReading } from '../../platform/page-clock.ts';
import { err } from '../../../shared/result.ts';
import type { StoreClient } from '../../store/api.ts';
import type { ExchangeMethod, ExchangeMethods, FromExchange, ToExchange } from './protocol.ts';

export interface CallPace {
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: CallPace['onProgress'];
}

type Answer<M extends ExchangeMethod> = ReturnType<ExchangeMethods[M]>;
type Arguments<M extends ExchangeMethod> = Parameters<ExchangeMethods[M]>;

/**
 * Imports and exports from the page's side. The worker holds the file, the plan and the writing; the page
 * asks for reports and for single pages of rows. Calls reject only when the worker itself broke.
 */
export class ExchangeClient {
  private readonly worker: Worker;
  private readonly store: StoreClient;
  private readonly waiting = new Map<number, Waiting>();
  private calls = 0;
  private arriving: Promise<void> = Promise.resolve();

  constructor(needs: { workspaceId: string; clock: ClockReading; store: StoreClient }) {
    this.store = needs.store;
    this.worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'exchange' });
    this.worker.addEventListener('message', ({ data }: MessageEvent<FromExchange>) => this.hear(data));
    this.worker.addEventListener('error', (event) => this.fail(event.message));
    const { workspaceId, clock, store } = needs;
    this.tell({ kind: 'open', workspaceId, clock, holder: store.holder });
  }

  readonly inspect = (...args: [...Arguments<'inspect'>, CallPace?]): Answer<'inspect'> =>
    this.call('inspect', [args[0], args[1]], args[2]);

  readonly setMapping = (...args: Arguments<'setMapping'>): Answer<'setMapping'> =>
    this.call('setMapping', args);

  readonly setOptions = (...args: Arguments<'setOptions'>): Answer<'setOptions'> =>
    this.call('setOptions', args);

  readonly decide = (...args: Arguments<'decide'>): Answer<'decide'> => this.call('decide', args);

  readonly decideAll = (...args: Arguments<'decideAll'>): Answer<'decideAll'> => this.call('decideAll', args);

  readonly page = (...args: Arguments<'page'>): Answer<'page'> => this.call('page', args);

  readonly refusedRows = (): Answer<'refusedRows'> => this.call('refusedRows', []);

  readonly inspectMapping = (
    ...args: [...Arguments<'inspectMapping'>, CallPace?]
  ): Answer<'inspectMapping'> => this.call('inspectMapping', [args[0], args[1]], args[2]);

  readonly readMapping = (...args: Arguments<'readMapping'>): Answer<'readMapping'> =>
    this.call('readMapping', args);

  readonly readCompanies = (...args: Arguments<'readCompanies'>): Answer<'readCompanies'> =>
    this.call('readCompanies', args);

  /**
   * Backs up what there is, then applies the plan as one change. The database has it then, the screens when
   * `arrived` resolves.
   */
  readonly apply = async (pace?: CallPace, { withoutBackup = false } = {}): Answer<'apply'> => {
    const prepared = await this.store.prepareImport(withoutBackup);
    if (!prepared.ok) return err({ error: prepared.error.error, backupFailed: prepared.error.isBackup });
    const answer = await this.call('apply', [], pace);
    if (answer.ok && answer.value.n !== null) this.arriving = this.store.refresh();
    return answer;
  };

  /** Resolves when the screens show what was applied last. */
  readonly arrived = (): Promise<void> => this.arriving;

  readonly countExport = (...args: Arguments<'countExport'>): Answer<'countExport'> =>
    this.call('countExport', args);

  readonly export = (request: Arguments<'export'>[0], pace?: CallPace): Answer<'export'> =>
    this.call('export', [request], pace);

  /** Hands on a new reading of the host's clock. */
  readonly setClock = (clock: ClockReading): void => this.tell({ kind: 'clock', clock });

  /** Ends the worker; what was not applied is gone. */
  readonly close = (): void => {
    this.worker.terminate();
    this.fail('The exchange was closed.');
  };

  private call<M extends ExchangeMethod>(method: M, args: Arguments<M>, pace: CallPace = {}): Answer<M> {
    this.calls += 1;
    const id = this.calls;
    const cancel = (): void => this.tell({ kind: 'cancel', id });
    const answered = new Promise<unknown>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, onProgress: pace.onProgress });
      this.tell({ kind: 'call', id, method, args });
    });
    pace.signal?.addEventListener('abort', cancel, { once: true });
    if (pace.signal?.aborted === true) cancel();
    return answered.finally(() => pace.signal?.removeEventListener('abort', cancel)) as Answer<M>;
  }

  private tell(message: ToExchange): void {
    this.worker.postMessage(message);
  }

  private hear(message: FromExchange): void {
    const waiting = this.waiting.get(message.id);
    if (!waiting) return;
    if (message.kind === 'progress') {
      waiting.onProgress?.(message.done, message.of);
      return;
    }
    this.waiting.delete(message.id);
    if (message.kind === 'answer') waiting.resolve(message.value);
    else waiting.reject(new Error(message.message));
  }

  private fail(message: string): void {
    for (const { reject } of this.waiting.values()) reject(new Error(message));
    this.waiting.clear();
  }
}
