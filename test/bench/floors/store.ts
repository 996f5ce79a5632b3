import type { FloorMapping } from './store-records.ts';
import type { FloorAnswer, FloorCall, ImportFloor, PutFloor, ReadFloor } from './store-worker.ts';

/** A page that does nothing but hold the worker and the file chosen for it. */
const worker = new Worker(new URL('./store-worker.ts', import.meta.url), { type: 'module' });
const waiting = new Map<number, PromiseWithResolvers<unknown>>();
let calls = 0;

worker.addEventListener('message', ({ data }: MessageEvent<FloorAnswer>) => {
  const call = waiting.get(data.id);
  waiting.delete(data.id);
  if (data.ok) call?.resolve(data.value);
  else call?.reject(new Error(data.message));
});

function call(method: FloorCall['method'], ...args: readonly unknown[]): Promise<unknown> {
  calls += 1;
  const settling = Promise.withResolvers<unknown>();
  waiting.set(calls, settling);
  worker.postMessage({ id: calls, method, args } satisfies FloorCall);
  return settling.promise;
}

export interface StoreFloor {
  /** Parses and writes the file in the page's input. */
  readonly importList: (mapping: FloorMapping) => Promise<ImportFloor>;
  readonly putAgain: (start: number, count: number) => Promise<PutFloor>;
  readonly readAll: () => Promise<ReadFloor>;
}

declare global {
  interface Window {
    storeFloor: StoreFloor;
  }
}

window.storeFloor = {
  importList: (mapping) => {
    const file = document.querySelector('input')?.files?.[0];
    if (file === undefined) throw new Error('No list was chosen.');
    return call('importList', file, mapping) as Promise<ImportFloor>;
  },
  putAgain: (start, count) => call('putAgain', start, count) as Promise<PutFloor>,
  readAll: () => call('readAll') as Promise<ReadFloor>,
};
