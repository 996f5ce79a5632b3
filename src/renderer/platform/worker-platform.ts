import { createLoopbackPlatform } from './loopback-platform.ts';
import type { Platform, WorkerAccess } from './platform.ts';

/** The host as a worker reaches it by itself, with what the page handed over. */
export const createWorkerPlatform = ({ token }: WorkerAccess): Pick<Platform, 'call'> =>
  createLoopbackPlatform({
    fetch: (input, init) => fetch(input, init),
    storage: { getItem: () => token, setItem: () => undefined, removeItem: () => undefined },
    location: { hash: '', pathname: '/', search: '' },
    history: { replaceState: () => undefined, state: null },
  });
