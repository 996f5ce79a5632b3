import { useEffect } from 'react';
import type { Platform } from '../platform/platform.ts';
import type { StoreClient } from '../store/api.ts';

/** How long quitting waits for the last backup, in milliseconds; the journal has every change anyway. */
const longestWaitMs = 20_000;

/**
 * Answers the host when the app wants to quit: a last backup where one is due, then the word to go on.
 * @param store `null` while no workspace is open
 */
export function useQuit(platform: Platform, store: StoreClient | null): void {
  useEffect(
    () =>
      platform.onEvent((event) => {
        if (event.kind !== 'quit') return;
        const waited = new Promise((resolve) => setTimeout(resolve, longestWaitMs));
        const backedUp = store === null ? null : store.backUp('quit').catch(() => null);
        void Promise.race([backedUp, waited]).then(() => platform.call('session.ready-to-quit', {}));
      }),
    [platform, store],
  );
}
