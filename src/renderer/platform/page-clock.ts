import type { Clock } from '../../shared/clock.ts';

/**
 * The host's clock as it was read, in a form that page and workers can share: `takenAtMs` counts from the
 * same origin in each of them.
 */
export interface ClockReading {
  /** The host's time at the reading, milliseconds since the epoch, UTC. */
  readonly nowMs: number;
  readonly mode: 'running' | 'fixed';
  /** `performance.timeOrigin + performance.now()` when the reading arrived. */
  readonly takenAtMs: number;
}

/** The steady time of this page or worker; never set back. */
export interface SteadyTime {
  readonly timeOrigin: number;
  readonly now: () => number;
}

const steadyMs = (steady: SteadyTime): number => steady.timeOrigin + steady.now();

/** Notes when a reading of the host's clock arrived (`session.open` and `clock` events carry one). */
export const readingOf = (
  hostClock: { readonly nowMs: number; readonly mode: 'running' | 'fixed' },
  steady: SteadyTime = performance,
): ClockReading => ({ nowMs: hostClock.nowMs, mode: hostClock.mode, takenAtMs: steadyMs(steady) });

/** The host's clock, running on from a reading; a fixed one stands still (CLK-1). */
export const clockFrom = (reading: ClockReading, steady: SteadyTime = performance): Clock => ({
  nowMs: () =>
    reading.mode === 'fixed'
      ? reading.nowMs
      : Math.round(reading.nowMs + Math.max(0, steadyMs(steady) - reading.takenAtMs)),
});
