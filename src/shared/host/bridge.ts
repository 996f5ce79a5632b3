import type { AnswerFrame, HostEvent } from './contract.ts';

/**
 * The contract over Electron: what the preload script gives the page, and the channel names behind it.
 * Named functions only, never `ipcRenderer` itself.
 */
export interface HostBridge {
  /** Runs one operation; `callId` is the page's own and names the call in frames and `cancel`. */
  readonly call: (callId: number, operation: string, request: unknown) => Promise<AnswerFrame>;
  readonly cancel: (callId: number) => void;
  /** Progress of running calls. Returns the way to stop. */
  readonly onFrame: (listener: (callId: number, frame: AnswerFrame) => void) => () => void;
  readonly onEvent: (listener: (event: HostEvent) => void) => () => void;
}

/** Name of the bridge on the page's global object. */
export const bridgeName = 'groundworkHost';

export const channels = {
  call: 'groundwork:call',
  cancel: 'groundwork:cancel',
  frame: 'groundwork:frame',
  event: 'groundwork:event',
} as const;
