import type { Dexie } from 'dexie';
import type { StoreMeta } from '../database.ts';

/** The store's own facts; `undefined` when they are gone or cannot be read. */
export async function factsIfThere(database: Dexie): Promise<StoreMeta | undefined> {
  try {
    return await database.table<StoreMeta>('meta').get('store');
  } catch {
    return undefined;
  }
}
