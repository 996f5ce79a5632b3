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
  besideTheApp(page, () =>
    page.evaluate(async (wanted) => {
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error(request.error?.message ?? 'failed'));
        });
      const [found] = await indexedDB.databases();
      const database = await done(indexedDB.open(found?.name ?? ''));
      const accounts = database.transaction('accounts', 'readwrite').objectStore('accounts');
      const rows = (await done(accounts.getAll())) as { values: { name: string; priority?: unknown } }[];
      const row = rows.find(({ values }) => values.name === wanted);
      if (row === undefined) throw new Error(`There is no account ${wanted}.`);
      row.values.priority = 9;
      await done(accounts.put(row));
      database.close();
    }, name),
  );
