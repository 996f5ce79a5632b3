import type { IdSource } from '../../../shared/ids.ts';
import { databaseName, type GroundworkDatabase, type StoreMeta } from '../database.ts';
import { readMeta } from '../reading.ts';

/** How long to wait for a page that is just closing to let go of the store, in milliseconds. */
const patience = 1500;

export interface HoldOptions {
  /** Takes the store from the window that holds it. */
  readonly takeOver: boolean;
  /** Called when another window took it from this one. */
  readonly onLost: () => void;
}

/**
 * Only one page at a time works on a store. Held until it is let go or the worker ends; a crash frees it.
 * @returns what lets go of it; `null` when another window holds it
 */
export async function holdStore(
  workspaceId: string,
  { takeOver, onLost }: HoldOptions,
): Promise<(() => void) | null> {
  const options = takeOver ? { steal: true } : { signal: AbortSignal.timeout(patience) };
  return new Promise((resolve) => {
    let isHeld = false;
    navigator.locks
      .request(databaseName(workspaceId), options, () => {
        isHeld = true;
        return new Promise<void>((letGo) => resolve(letGo));
      })
      .catch(() => {
        if (isHeld) onLost();
        else resolve(null);
      });
  });
}

/**
 * Makes this connection the only one that writes. A lock that was taken away is noticed late by a window
 * that sleeps; the mark in the store itself is compared inside every transaction (`readHeldMeta`).
 */
export async function claimStore(database: GroundworkDatabase, ids: IdSource): Promise<StoreMeta> {
  const holder = ids.next();
  const meta = await database.transaction('rw', database.meta, async () => {
    const held = { ...(await readMeta(database)), holder };
    await database.meta.put(held);
    return held;
  });
  database.holder = holder;
  return meta;
}
