import type { Page } from '@playwright/test';

/** What lies in the app's database, counted by hand: past its store, its library and its own numbers. */
export interface StoreCounts {
  readonly accounts: number;
  readonly changeSets: number;
  /** Changes, inside change sets or in their packs. */
  readonly historyEntries: number;
  /** What the change sets say they did: created, updated and deleted. */
  readonly changes: number;
  /** Different accounts that the history tells of. */
  readonly accountsInHistory: number;
  /** What the integrity check looks at beside accounts. */
  readonly otherRecords: number;
}

/** Reads the open workspace's database through raw IndexedDB, one record at a time. */
export function countStore(page: Page): Promise<StoreCounts> {
  return page.evaluate(async () => {
    interface StoredChange {
      readonly kind: string;
      readonly id: string;
    }
    interface StoredSet {
      readonly changes?: readonly StoredChange[];
      readonly counts: Readonly<Record<string, number>>;
    }
    const found = await indexedDB.databases();
    const name = found.map((one) => one.name ?? '').find((one) => /^groundwork-[0-9a-f-]{36}$/.test(one));
    if (name === undefined) throw new Error('The page has no workspace database.');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The database could not be opened.'));
    });
    const each = (table: string, take: (value: unknown) => void): Promise<void> =>
      new Promise((resolve, reject) => {
        const request = database.transaction(table).objectStore(table).openCursor();
        request.onerror = () => reject(request.error ?? new Error(`"${table}" could not be read.`));
        request.onsuccess = () => {
          const cursor = request.result;
          if (cursor === null) {
            resolve();
            return;
          }
          take(cursor.value);
          cursor.continue();
        };
      });
    let accounts = 0;
    let otherRecords = 0;
    let changeSets = 0;
    let historyEntries = 0;
    let changes = 0;
    const inHistory = new Set<string>();
    const takeChanges = (list: readonly StoredChange[]): void => {
      historyEntries += list.length;
      for (const { kind, id } of list) if (kind === 'account') inHistory.add(id);
    };
    try {
      await each('accounts', (row) => {
        if (!('deleted' in (row as object))) accounts += 1;
      });
      for (const table of ['settings', 'customFields', 'prospects', 'opportunities', 'documents'])
        await each(table, () => (otherRecords += 1));
      await each('changeSets', (row) => {
        const set = row as StoredSet;
        changeSets += 1;
        for (const count of Object.values(set.counts)) changes += count;
        takeChanges(set.changes ?? []);
      });
      await each('changePacks', (row) => takeChanges((row as { changes: readonly StoredChange[] }).changes));
    } finally {
      database.close();
    }
    return { accounts, changeSets, historyEntries, changes, accountsInHistory: inHistory.size, otherRecords };
  });
}
