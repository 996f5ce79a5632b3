import type { Clock } from '../../shared/clock.ts';
import type { IdSource } from '../../shared/ids.ts';
import type { HostCalls } from './host-relay.ts';
import type { FromStore } from './protocol.ts';
import type { SchemaVersion } from './versions/version.ts';

/** What a session has of the world around it. */
export interface SessionPort {
  readonly tell: (message: FromStore) => void;
  readonly host: HostCalls;
  readonly ids: IdSource;
  /** Reads the clock that the page last handed over. */
  readonly clock: Clock;
  /** Every version of the schema; tests give others. */
  readonly versions?: readonly SchemaVersion[];
}
