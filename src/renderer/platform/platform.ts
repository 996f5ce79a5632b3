import type {
  HostError,
  HostEvent,
  HostRequest,
  HostResponse,
  Operation,
  Progress,
} from '../../shared/host/contract.ts';
import type { Result } from '../../shared/result.ts';

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** The machine as the page sees it. Screens and store never ask which shell they run in. */
export interface Platform {
  /** Calls the host. Never throws: a host that cannot be reached is the error `unreachable`. */
  readonly call: <O extends Operation>(
    operation: O,
    request: HostRequest<O>,
    options?: CallOptions,
  ) => Promise<Result<HostResponse<O>, HostError>>;
  /** Listens to what the host says unasked; returns the way to stop. Reconnects by itself. */
  readonly onEvent: (listener: (event: HostEvent) => void) => () => void;
  /**
   * What a worker of this page needs to call the host by itself, so that large bodies never cross the
   * page; absent where only the page can call.
   */
  readonly forWorkers?: () => Promise<WorkerAccess | null>;
}

/** Handed to a worker; see worker-platform.ts. */
export interface WorkerAccess {
  readonly kind: 'loopback';
  readonly token: string;
}
