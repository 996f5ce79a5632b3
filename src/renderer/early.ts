/**
 * What a start can begin with before the page itself is there: its own small script, run while the rest is
 * still being fetched and read (electron.vite.config.ts puts it first in the page).
 */

// The engine reads the files of a large store for half a second before it answers anything: it begins now.
void indexedDB.databases();

let waiting: Worker | undefined = newStoreWorker();

/** The store worker that is already starting, once; a new one after that. */
export function storeWorker(): Worker {
  const worker = waiting ?? newStoreWorker();
  waiting = undefined;
  return worker;
}

/** Vite finds the worker by this very expression. */
function newStoreWorker(): Worker {
  return new Worker(new URL('./workers/store-worker.ts', import.meta.url), { type: 'module' });
}
