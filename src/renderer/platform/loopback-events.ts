import type { HostEvent } from '../../shared/host/contract.ts';
import { readNdjson } from './ndjson.ts';
import { parseEvent, parseJson } from './parse-answer.ts';

/** Opens the event stream once; throws or answers not-ok when the host is not there. */
export type OpenStream = (signal: AbortSignal) => Promise<Response | null>;

const firstPauseMs = 250;
const longestPauseMs = 5_000;

/** Pause before the next try: doubles up to a cap. */
export const pauseAfter = (failures: number): number =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures, 10));

/**
 * Keeps an event stream open while anybody listens, and opens it again with growing pauses when the host
 * goes away.
 */
export function createEventSource(open: OpenStream): (listener: (event: HostEvent) => void) => () => void {
  const listeners = new Set<(event: HostEvent) => void>();
  let stop: AbortController | undefined;

  async function readOnce(signal: AbortSignal): Promise<boolean> {
    let heard = false;
    try {
      const response = await open(signal);
      if (response?.ok !== true || response.body === null) return heard;
      for await (const line of readNdjson(response.body)) {
        heard = true;
        const event = parseEvent(parseJson(line));
        if (event !== undefined) for (const listener of listeners) listener(event);
      }
    } catch {
      // The host went away or we stopped: the loop decides.
    }
    return heard;
  }
  async function keepReading(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted;) {
      failures = (await readOnce(signal)) ? 0 : failures + 1;
      await pause(pauseAfter(failures), signal);
    }
  }
  return (listener) => {
    listeners.add(listener);
    if (stop === undefined) {
      stop = new AbortController();
      void keepReading(stop.signal);
    }
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      stop?.abort();
      stop = undefined;
    };
  };
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
