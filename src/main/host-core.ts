import type { HostEvent } from '../shared/host/contract.ts';
import { createHostClock, type HostClock } from './clock.ts';
import { createHandlers } from './create-handlers.ts';
import { openDataFolder } from './data-folder.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { createJournals } from './journal/journals.ts';
import type { OpenLink } from './links.ts';
import { createLog, type Log } from './log.ts';
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
}

export async function openHostCore(options: HostCoreOptions): Promise<HostCore> {
  const folder = await openDataFolder(options.dataDir);
  const clock = createHostClock(options.fixedAt);
  const log = createLog(folder.log, () => Date.now());
  const journals = createJournals(folder, log);
  const listeners = new Set<(event: HostEvent) => void>();
  const send = (event: HostEvent): void => {
    for (const listener of listeners) listener(event);
  };
  clock.onChange((reading) => {
    send({ kind: 'clock', ...reading });
  });

  const handlers = createHandlers({
    ...options,
    folder,
    clock,
    log,
    journals,
    registry: createRegistry(folder.registry),
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
      const timeUp = new AbortController();
      const limit = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, withinMs);
        timeUp.signal.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve();
        });
      });
      await Promise.race([Promise.allSettled([...running]), limit]);
      timeUp.abort();
    },
    close: async () => {
      clock.close();
      listeners.clear();
      await journals.close();
      await log.flush();
    },
  };
}
