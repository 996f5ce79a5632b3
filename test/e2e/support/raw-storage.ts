import type { Page } from '@playwright/test';

/** Runs `work` on an empty page of the app's origin, with the store let go of, then loads the app again. */
export async function besideTheApp<T>(page: Page, work: () => Promise<T>): Promise<T> {
  const address = new URL(page.url());
  const empty = new URL('/empty-page', address).href;
  await page.route(empty, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Empty</title>' }),
  );
  await page.goto(empty);
  const done = await work();
  await page.goto(`${address.origin}/`);
  return done;
}

/** Deletes every database of the origin, as the engine does when it finds its own log damaged. */
export const loseDatabases = (page: Page): Promise<void> =>
  besideTheApp(page, () =>
    page.evaluate(async () => {
      for (const { name = '' } of await indexedDB.databases()) {
        await new Promise((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase(name);
          deleting.onsuccess = resolve;
          deleting.onerror = () => reject(new Error(`${name} was not deleted.`));
          deleting.onblocked = () => reject(new Error(`${name} is still open.`));
        });
      }
    }),
  );

/** Damages the record of an account in the browser's storage: its Priority becomes one that does not exist. */
export const damageAccount = (page: Page, name: string): Promise<void> =>
  damage(page, { table: 'accounts', where: ['name', name], at: ['priority'], to: 9 });

/** Damages the third row of the first part of a mapping: its motion becomes one that does not exist. */
export const damageMapping = (page: Page): Promise<void> =>
  damage(page, {
    table: 'documents',
    where: ['type', 'mappingPart'],
    at: ['rows', '2', 'motion'],
    to: 'sideways',
  });

interface Damage {
  readonly table: string;
  /** A field of the record's values, and what it says in the record that is meant. */
  readonly where: readonly [string, string];
  /** The way to what becomes something else. */
  readonly at: readonly string[];
  readonly to: unknown;
}

const damage = (page: Page, of: Damage): Promise<void> =>
  besideTheApp(page, () =>
    page.evaluate(async ({ table, where: [field, wanted], at, to }) => {
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error(request.error?.message ?? 'failed'));
        });
      const [found] = await indexedDB.databases();
      const database = await done(indexedDB.open(found?.name ?? ''));
      const records = database.transaction(table, 'readwrite').objectStore(table);
      const rows = (await done(records.getAll())) as { values?: Record<string, unknown> }[];
      const row = rows.find(({ values }) => values?.[field] === wanted);
      if (row === undefined) throw new Error(`${table} has no record with ${field} ${wanted}.`);
      let inner: Record<string, unknown> = row.values ?? {};
      for (const key of at.slice(0, -1)) inner = inner[key] as Record<string, unknown>;
      inner[at.at(-1) ?? ''] = to;
      await done(records.put(row));
      database.close();
    }, of),
  );
