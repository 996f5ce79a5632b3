import type { ContextBridge, IpcRenderer, IpcRendererEvent } from 'electron';
import { bridgeName, channels, type HostBridge } from '../src/shared/host/bridge.ts';
import type { AnswerFrame, HostEvent } from '../src/shared/host/contract.ts';

/** Gives the page named functions and nothing else: no `ipcRenderer`, no channel names, no raw events. */
export function exposeBridge(
  contextBridge: Pick<ContextBridge, 'exposeInMainWorld'>,
  ipc: Pick<IpcRenderer, 'invoke' | 'send' | 'on' | 'off'>,
): void {
  /** Listens on one channel and hands on the values without the event, which knows the sender. */
  const listen = (channel: string, hear: (...values: unknown[]) => void): (() => void) => {
    const onMessage = (_event: IpcRendererEvent, ...values: unknown[]): void => hear(...values);
    ipc.on(channel, onMessage);
    return () => {
      ipc.off(channel, onMessage);
    };
  };
  const bridge: HostBridge = {
    call: (callId, operation, request) =>
      ipc.invoke(channels.call, callId, operation, request) as Promise<AnswerFrame>,
    cancel: (callId) => ipc.send(channels.cancel, callId),
    // The page parses what it gets (src/renderer/platform), so the types here are its own contract.
    onFrame: (listener) =>
      listen(channels.frame, (callId, frame) => listener(callId as number, frame as AnswerFrame)),
    onEvent: (listener) => listen(channels.event, (event) => listener(event as HostEvent)),
  };
  contextBridge.exposeInMainWorld(bridgeName, bridge);
}
