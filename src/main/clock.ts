import type { Clock } from '../shared/clock.ts';

/** What the handshake and `clock` events tell the page. */
export interface HostClockReading {
  readonly nowMs: number;
  readonly mode: 'running' | 'fixed';
}

/** The machine's clock, or one that tests fix and advance (CLK-1: there is one clock, the host's). */
export interface HostClock extends Clock {
  readonly reading: () => HostClockReading;
  /** Fixes the clock at a moment (milliseconds since the epoch). */
  readonly fixAt: (ms: number) => void;
  /** @throws Error when the clock is running: only a fixed clock can be moved. */
  readonly advance: (ms: number) => void;
  readonly onChange: (listener: (reading: HostClockReading) => void) => () => void;
  readonly close: () => void;
}

/** A wall clock that leaves the steady one by more than this has been set, or the machine slept. */
const jumpMs = 2_000;
const lookEveryMs = 15_000;

/** @param fixedAt ISO instant; the clock stands still there */
export function createHostClock(fixedAt?: string): HostClock {
  const listeners = new Set<(reading: HostClockReading) => void>();
  let fixedMs = fixedAt === undefined ? undefined : parseInstant(fixedAt);
  const nowMs = (): number => fixedMs ?? Date.now();
  const reading = (): HostClockReading => ({
    nowMs: nowMs(),
    mode: fixedMs === undefined ? 'running' : 'fixed',
  });
  const tell = (): void => {
    for (const listener of listeners) listener(reading());
  };

  let offset = Date.now() - performance.now();
  const watch = setInterval(() => {
    const now = Date.now() - performance.now();
    if (fixedMs === undefined && Math.abs(now - offset) > jumpMs) tell();
    offset = now;
  }, lookEveryMs);
  watch.unref();

  return {
    nowMs,
    reading,
    fixAt: (ms) => {
      fixedMs = ms;
      tell();
    },
    advance: (ms) => {
      if (fixedMs === undefined) throw new Error('Only a fixed clock can be advanced.');
      fixedMs += ms;
      tell();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      clearInterval(watch);
      listeners.clear();
    },
  };
}

/** @throws RangeError when the text is no instant */
export function parseInstant(text: string): number {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new RangeError(`"${text}" is no moment; write it like 2026-11-21T09:00:00Z.`);
  return ms;
}
