import { limits } from '../../shared/host/contract.ts';
import type { AttemptLimits } from './attempts.ts';

/** Bounds of the loopback server. Tests tighten the times. */
export interface ServerLimits {
  readonly bodyBytes: number;
  /** Bodies of /session, /events and /control. */
  readonly smallBodyBytes: number;
  /** How long a body may take to arrive. */
  readonly bodyMs: number;
  /** How long the request line and headers may take. */
  readonly headersMs: number;
  readonly calls: number;
  readonly eventStreams: number;
  readonly connections: number;
  /** Wrong codes and tokens, counted for sign-in, control and calls each on its own. */
  readonly attempts: AttemptLimits;
}

export const defaultServerLimits: ServerLimits = {
  bodyBytes: limits.requestBytes,
  smallBodyBytes: 4_096,
  bodyMs: 20_000,
  headersMs: 5_000,
  calls: 64,
  eventStreams: 16,
  connections: 128,
  attempts: { atOnce: 20, pauseMs: 3_000 },
};
