import type { HostError } from '../../shared/host/contract.ts';
import type { Result } from '../../shared/result.ts';
import type { Platform } from '../platform/platform.ts';
import type { FromStore } from './protocol.ts';

/** A call that the page makes for its worker. */
type RelayedCall = Extract<FromStore, { kind: 'hostCall' }>;

/** The host as the store sees it: calls that never throw. */
export type HostCalls = Pick<Platform, 'call'>;

export interface HostRelay extends HostCalls {
  readonly answered: (id: number, answer: Result<unknown, HostError>) => void;
}

/** Calls the host through the page, for shells in which only the page can. The page's side checks both ways. */
export function createHostRelay(tell: (message: RelayedCall) => void): HostRelay {
  const waiting = new Map<number, (answer: Result<unknown, HostError>) => void>();
  let calls = 0;
  return {
    call: (operation, request) =>
      new Promise<Result<unknown, HostError>>((resolve) => {
        calls += 1;
        waiting.set(calls, resolve);
        tell({ kind: 'hostCall', id: calls, operation, request });
      }) as never,
    answered: (id, answer) => {
      const resolve = waiting.get(id);
      waiting.delete(id);
      resolve?.(answer);
    },
  };
}
