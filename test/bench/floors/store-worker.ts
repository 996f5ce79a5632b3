import Papa from 'papaparse';
import { recordsOf, type FloorMapping, type FloorRecord } from './store-records.ts';

/** Parsing and raw IndexedDB, off the main thread as in the app, with nothing around them. */
const recordsPerTransaction = 10_000;

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The request failed.'));
  });

const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The transaction was aborted.'));
  });

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('floor', 1);
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore('accounts', { keyPath: 'id' });
    store.createIndex('nameKey', 'nameKey');
    store.createIndex('board', ['column', 'boardKey']);
  };
  return settled(request);
}

let database: IDBDatabase | undefined;
let records: FloorRecord[] = [];

async function put(portion: readonly FloorRecord[]): Promise<void> {
  database ??= await open();
  const transaction = database.transaction('accounts', 'readwrite', { durability: 'strict' });
  const store = transaction.objectStore('accounts');
  for (const record of portion) store.put(record);
  transaction.commit();
  await completed(transaction);
}

export interface ImportFloor {
  readonly rows: number;
  readonly parseMs: number;
  readonly putMs: number;
}

/** Parses the text, then writes its rows; reading the file and making records are not counted. */
async function importList(file: File, mapping: FloorMapping): Promise<ImportFloor> {
  database ??= await open();
  const text = await file.text();
  const started = performance.now();
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  const parsed = performance.now();
  records = recordsOf(data, mapping);
  const ready = performance.now();
  for (let start = 0; start < records.length; start += recordsPerTransaction) {
    await put(records.slice(start, start + recordsPerTransaction));
  }
  return { rows: records.length, parseMs: parsed - started, putMs: performance.now() - ready };
}

export interface PutFloor {
  /** Until IndexedDB has flushed the records. */
  readonly putMs: number;
  /** Until a host has appended and synced a line as well. */
  readonly appendMs: number;
}

/** Writes `count` records once more, changed, from `start` on; then has the host append the change. */
async function putAgain(start: number, count: number): Promise<PutFloor> {
  const bdrNextStep = `Call ${performance.now()}`;
  const changed = records
    .slice(start, start + count)
    .map((record) => ({ ...record, values: { ...record.values, bdrNextStep } }));
  const started = performance.now();
  await put(changed);
  const putMs = performance.now() - started;
  const body = JSON.stringify(
    changed.map(({ id }) => ({ id, before: { bdrNextStep: 'Call' }, after: { bdrNextStep } })),
  );
  const answer = await fetch('/append', { method: 'POST', body });
  if (!answer.ok) throw new Error(`The floor's host did not append: ${answer.status}.`);
  return { putMs, appendMs: performance.now() - started };
}

export interface ReadFloor {
  readonly rows: number;
  readonly readMs: number;
}

const recordsPerRead = 200;

/** Reads every record, some at a time, and looks at none. */
async function readAll(): Promise<ReadFloor> {
  database ??= await open();
  const started = performance.now();
  let rows = 0;
  for (let range: IDBKeyRange | null = null; ;) {
    const store = database.transaction('accounts').objectStore('accounts');
    const portion = (await settled(store.getAll(range, recordsPerRead))) as readonly FloorRecord[];
    rows += portion.length;
    const last = portion.at(-1);
    if (last === undefined) return { rows, readMs: performance.now() - started };
    range = IDBKeyRange.lowerBound(last.id, true);
  }
}

export interface StoreFloorMethods {
  readonly importList: typeof importList;
  readonly putAgain: typeof putAgain;
  readonly readAll: typeof readAll;
}

const methods: StoreFloorMethods = { importList, putAgain, readAll };

export interface FloorCall {
  readonly id: number;
  readonly method: keyof StoreFloorMethods;
  readonly args: readonly unknown[];
}

export type FloorAnswer = { readonly id: number } & (
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string }
);

self.addEventListener('message', ({ data: { id, method, args } }: MessageEvent<FloorCall>) => {
  const tell = (answer: FloorAnswer): void => self.postMessage(answer);
  const call = methods[method] as (...given: readonly unknown[]) => Promise<unknown>;
  call(...args).then(
    (value) => tell({ id, ok: true, value }),
    (error: unknown) => tell({ id, ok: false, message: String(error) }),
  );
});
