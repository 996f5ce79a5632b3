import { uuidV7Source } from '../../../shared/ids.ts';
import { clockFrom, type ClockReading } from '../../platform/page-clock.ts';
import { countExport, writeExport } from './export-session.ts';
import { readCompanies } from './company-list.ts';
import { ImportSession } from './import-session.ts';
import { MappingSession } from './mapping-session.ts';
import type { ExchangeMethods, FromExchange, ToExchange } from './protocol.ts';
import { workspaceStore, type StoreAccess } from './store-access.ts';

let reading: ClockReading = { nowMs: 0, mode: 'fixed', takenAtMs: 0 };
const clock = { nowMs: () => clockFrom(reading).nowMs() };
const ids = uuidV7Source(clock.nowMs, (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));

interface Open {
  readonly store: StoreAccess;
  readonly session: ImportSession;
  readonly mapping: MappingSession;
}
let open: Open | undefined;

function opened(): Open {
  if (!open) throw new Error('The exchange worker was not opened.');
  return open;
}

const tell = (message: FromExchange): void => self.postMessage(message);

/** Progress is worth a message a few times a second, not a thousand. */
const leastMs = 50;

function progressOf(id: number): (done: number, of: number) => void {
  let told = -leastMs;
  return (done, of) => {
    const now = performance.now();
    if (done < of && now - told < leastMs) return;
    told = now;
    tell({ kind: 'progress', id, done, of });
  };
}

const running = new Map<number, AbortController>();

type Arguments<M extends keyof ExchangeMethods> = Parameters<ExchangeMethods[M]>;
type Handlers = {
  readonly [M in keyof ExchangeMethods]: (
    pace: { readonly onProgress: (done: number, of: number) => void; readonly signal: AbortSignal },
    ...args: Arguments<M>
  ) => ReturnType<ExchangeMethods[M]> | Awaited<ReturnType<ExchangeMethods[M]>>;
};

const handlers: Handlers = {
  inspect: (pace, file, choice) => opened().session.inspect(file, choice, pace),
  setMapping: (_, mapping) => opened().session.setMapping(mapping),
  setOptions: (_, options) => opened().session.setOptions(options),
  decide: (_, row, decision) => opened().session.decide(row, decision),
  decideAll: (_, choice) => opened().session.decideAll(choice),
  page: (_, kind, start, count) => opened().session.page(kind, start, count),
  refusedRows: () => opened().session.refusedRows(),
  inspectMapping: (pace, file, choice) => opened().mapping.inspect(file, choice, pace),
  readMapping: (_, columns, settings) => opened().mapping.read(columns, settings),
  readCompanies: (pace, file) => readCompanies(file, pace),
  apply: ({ onProgress, signal }) => opened().session.apply(onProgress, signal),
  countExport: (_, request) => countExport(opened().store, clock, request),
  export: (pace, request) => writeExport(opened().store, clock, request, pace),
};

async function answer({ id, method, args }: Extract<ToExchange, { kind: 'call' }>): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  try {
    // The page is our own code; its arguments are typed by `ExchangeMethods` on the other side.
    const handle = handlers[method] as (...values: readonly unknown[]) => unknown;
    const value = await handle({ onProgress: progressOf(id), signal: controller.signal }, ...args);
    tell({ kind: 'answer', id, value });
  } catch (error) {
    tell({ kind: 'failure', id, message: error instanceof Error ? error.message : String(error) });
  } finally {
    running.delete(id);
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToExchange>) => {
  switch (data.kind) {
    case 'open': {
      reading = data.clock;
      const store = workspaceStore(data, clock, ids);
      open = { store, session: new ImportSession({ store, clock, ids }), mapping: new MappingSession() };
      break;
    }
    case 'clock':
      reading = data.clock;
      break;
    case 'cancel':
      running.get(data.id)?.abort();
      break;
    case 'call':
      void answer(data);
      break;
  }
});
