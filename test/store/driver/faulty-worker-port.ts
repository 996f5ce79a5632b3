import type { StorePort } from '../../../src/renderer/store/client.ts';

/** How the upgrade to the newest schema version goes wrong, after it has deleted every account. */
export type UpgradeFault = 'fails' | 'hangs';

export function startFaultyWorker(fault: UpgradeFault): StorePort {
  const worker = new Worker(new URL('./faulty-worker.ts', import.meta.url), { type: 'module', name: fault });
  return {
    postMessage: (message) => worker.postMessage(message),
    listen: (listener) =>
      worker.addEventListener('message', ({ data }: MessageEvent<Parameters<typeof listener>[0]>) =>
        listener(data),
      ),
    terminate: () => worker.terminate(),
  };
}
