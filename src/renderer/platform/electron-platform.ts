import type { HostBridge } from '../../shared/host/bridge.ts';
import type { Progress } from '../../shared/host/contract.ts';
import { err } from '../../shared/result.ts';
import { answerOf, cancelled, parseEvent, parseFrame, unreachable } from './parse-answer.ts';
import type { Platform } from './platform.ts';

/** The contract over Electron's IPC, through what the preload script gives. */
export function createElectronPlatform(bridge: HostBridge): Platform {
  let lastId = 0;
  const progressOf = new Map<number, (progress: Progress) => void>();
  bridge.onFrame((callId, value) => {
    const frame = parseFrame(value);
    if (frame.kind === 'progress') progressOf.get(callId)?.(frame.progress);
  });
  return {
    call: async (operation, request, options = {}) => {
      const { signal, onProgress } = options;
      if (signal?.aborted === true) return err(cancelled);
      lastId += 1;
      const callId = lastId;
      const cancel = (): void => bridge.cancel(callId);
      if (onProgress !== undefined) progressOf.set(callId, onProgress);
      signal?.addEventListener('abort', cancel, { once: true });
      try {
        return answerOf(operation, parseFrame(await bridge.call(callId, operation, request)));
      } catch {
        return err(unreachable('Groundwork does not answer. Close its window and start it again.'));
      } finally {
        progressOf.delete(callId);
        signal?.removeEventListener('abort', cancel);
      }
    },
    onEvent: (listener) =>
      bridge.onEvent((value) => {
        const event = parseEvent(value);
        if (event !== undefined) listener(event);
      }),
  };
}
