import type { HostEvent } from '../shared/host/contract.ts';
import { createBackupStores } from './backups/backup-stores.ts';
import { coveredThrough } from './backups/newest-backup.ts';
import { createHostClock, type HostClock } from './clock.ts';
import { createHandlers } from './create-handlers.ts';
import { openDataFolder } from './data-folder.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import {
  freeBytesOf,
  spaceLimits,
  watchFreeSpace,
  type MeasureFreeBytes,
  type SpaceLimits,
} from './free-space.ts';
import { createJournals } from './journal/journals.ts';
import type { OpenLink } from './links.ts';
import { createLog, type Log } from './log.ts';
import { rebuildRegistry } from './workspaces/rebuild-registry.ts';
import { createRegistry } from './workspaces/registry.ts';

/** What both shells share: the handlers over one data folder, and what the host says unasked. */
export interface HostCore {
  readonly dispatch: Dispatch;
  readonly clock: HostClock;
  readonly log: Log;
  /** Sends an event to every page that listens. */
  readonly send: (event: HostEvent) => void;
  readonly onEvent: (listener: (event: HostEvent) => void) => () => void;
  readonly isIdle: () => boolean;
  /** Resolves when no call is running, or after `withinMs`. */
  readonly whenIdle: (withinMs: number) => Promise<void>;
  /** Asks the page to finish what it wants to before the app quits; waits for its word, or `withinMs`. */
  readonly readyToQuit: (withinMs: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface HostCoreOptions {
  readonly shell: 'electron' | 'loopback';
  readonly dataDir: string;
  readonly resourcesDir: string;
  readonly appVersion: string;
  readonly demo: boolean;
  readonly openLink: OpenLink;
  /** ISO instant: the clock stands still there. */
  readonly fixedAt?: string;
  /** Stand-ins for the disk's free space and its limits: for tests. */
  readonly space?: { readonly measure?: MeasureFreeBytes; readonly limits?: SpaceLimits };
}

export async function openHostCore(options: HostCoreOptions): Promise<HostCore> {
  const folder = await openDataFolder(options.dataDir);
  const clock = createHostClock(options.fixedAt);
  const log = createLog(folder.log, () => Date.now());
  const listeners = new Set<(event: HostEvent) => void>();
  const send = (event: HostEvent): void => {
    for (const listener of listeners) listener(event);
  };
  clock.onChange((reading) => {
    send({ kind: 'clock', ...reading });
  });

  const space = watchFreeSpace({
    measure: options.space?.measure ?? freeBytesOf(folder.root),
    limits: options.space?.limits ?? spaceLimits,
    tell: send,
  });
  const backups = createBackupStores({
    folder,
    log,
    nowMs: clock.nowMs,
    space,
    onVerified: async (workspaceId, all) => {
      const pruned = await journals.of(workspaceId).prune(all);
      if (pruned > 0) log.event('journal.pruned', { workspaceId, files: pruned });
    },
  });
  const journals = createJournals(folder, log, async (workspaceId, store) =>
    coveredThrough(await backups.of(workspaceId).verified(), store),
  );
  let onReady: (() => void) | undefined;

  const handlers = createHandlers({
    ...options,
    backups,
    space,
    onReadyToQuit: () => onReady?.(),
    folder,
    clock,
    log,
    journals,
    registry: createRegistry(folder.registry, (damaged) =>
      rebuildRegistry(
        folder,
        damaged,
        async (id) => (await backups.of(id).newest(null))?.manifest?.workspaceName,
      ),
    ),
  });
  const dispatch = createDispatch(handlers, log);
  const running = new Set<Promise<unknown>>();

  return {
    clock,
    log,
    send,
    dispatch: (operation, request, context) => {
      const answer = dispatch(operation, request, context);
      running.add(answer);
      void answer.finally(() => running.delete(answer));
      return answer;
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isIdle: () => running.size === 0,
    whenIdle: async (withinMs) => {
      await within(withinMs, Promise.allSettled([...running]));
    },
    readyToQuit: async (withinMs) => {
      if (listeners.size === 0) return;
      const ready = new Promise<void>((resolve) => {
        onReady = resolve;
      });
      send({ kind: 'quit' });
      await within(withinMs, ready);
    },
    close: async () => {
      clock.close();
      space.close();
      listeners.clear();
      await backups.close();
      await journals.close();
      await log.flush();
    },
  };
}

/** Resolves with `work`, or when the time is up. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const stop = new AbortController();
  const limit = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    stop.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  await Promise.race([work, limit]);
  stop.abort();
}
