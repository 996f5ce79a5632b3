import type { LostStore } from '../opening/open-outcome.ts';
import type { StoreProgress } from '../progress.ts';
import type { HostCalls } from '../host-relay.ts';
import type { OpenRequest } from '../protocol.ts';
import type { SchemaVersion } from '../versions/version.ts';
import type { WriteContext } from '../write.ts';

/** What plan and rebuild of a lost store work with. */
export interface RecoveryJob {
  readonly request: OpenRequest;
  readonly found: LostStore;
  /** Id of the backup that a person chose to start from. */
  readonly from?: string | undefined;
  readonly host: HostCalls;
  readonly context: WriteContext;
  readonly versions: readonly SchemaVersion[];
  readonly onProgress: (progress: StoreProgress) => void;
}
