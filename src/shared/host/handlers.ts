import type { HostError, HostParsedRequest, HostResponse, Operation, Progress } from './contract.ts';
import type { Result } from '../result.ts';

/** The part of an AbortSignal that a long operation needs; the domain knows no DOM. */
export interface CancelSignal {
  readonly aborted: boolean;
  readonly addEventListener: (type: 'abort', listener: () => void) => void;
}

/** What a handler gets beside its parsed request. */
export interface CallContext {
  readonly signal: CancelSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** One handler per operation; leaving one out does not compile. */
export type HostHandlers = {
  readonly [O in Operation]: (
    request: HostParsedRequest<O>,
    context: CallContext,
  ) => Promise<Result<HostResponse<O>, HostError>>;
};
