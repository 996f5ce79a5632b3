/** What the browser said when it was asked to keep this origin's data; `unknown` = it cannot be asked. */
export type Persistence = 'kept' | 'not-promised' | 'unknown';

let asked: Promise<Persistence> | undefined;

/** Asks the browser, once in a page's life, never to clear the data by itself. Later calls get the same answer. */
export function askForPersistence(
  storage: StorageManager | undefined = navigator.storage,
): Promise<Persistence> {
  asked ??= ask(storage);
  return asked;
}

async function ask(storage: StorageManager | undefined): Promise<Persistence> {
  if (storage === undefined) return 'unknown';
  try {
    return (await storage.persisted()) || (await storage.persist()) ? 'kept' : 'not-promised';
  } catch {
    return 'unknown';
  }
}
