import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { z } from 'zod';
import { channels } from '../src/shared/host/bridge.ts';
import type { AnswerFrame, HostEvent } from '../src/shared/host/contract.ts';
import type { Dispatch } from '../src/main/dispatch.ts';
import { appOrigin } from './app-protocol.ts';

const callArguments = z.tuple([z.int().nonnegative(), z.string().max(60), z.unknown()]);

type Sender = Pick<IpcMainInvokeEvent | IpcMainEvent, 'senderFrame' | 'sender'>;

/** Only the main frame of our own page: no frame inside it, no page that came from elsewhere. */
function isOwnPage({ senderFrame, sender }: Sender): boolean {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return false;
  return URL.canParse(senderFrame.url) && originOf(senderFrame.url) === appOrigin;
}

/** `URL.origin` is "null" for schemes that Node does not know. */
const originOf = (address: string): string => {
  const url = new URL(address);
  return `${url.protocol}//${url.host}`;
};

const refused: AnswerFrame = {
  kind: 'error',
  error: { code: 'not-allowed', message: 'Only the page of this Groundwork may call it.' },
};
const malformed: AnswerFrame = {
  kind: 'error',
  error: { code: 'bad-request', message: 'The page called the host in a form it does not know.' },
};

/** Binds the host's contract to IPC. Requests and answers are checked by `dispatch`. */
export function bindIpc(ipc: Pick<IpcMain, 'handle' | 'on'>, dispatch: Dispatch): void {
  const running = new Map<string, AbortController>();
  const watched = new WeakSet<WebContents>();

  /** A page that is gone needs no answer; what it asked for is cancelled. */
  const watch = (contents: WebContents): void => {
    if (watched.has(contents)) return;
    watched.add(contents);
    const cancelAll = (): void => {
      for (const [key, abort] of running) if (key.startsWith(`${contents.id}:`)) abort.abort();
    };
    contents.on('destroyed', cancelAll);
    contents.on('render-process-gone', cancelAll);
  };

  ipc.handle(channels.call, async (event, ...values: unknown[]): Promise<AnswerFrame> => {
    if (!isOwnPage(event)) return refused;
    const parsed = callArguments.safeParse(values);
    if (!parsed.success) return malformed;
    const [callId, operation, request] = parsed.data;
    const { sender } = event;
    const key = `${sender.id}:${callId}`;
    const abort = new AbortController();
    watch(sender);
    running.set(key, abort);
    try {
      const answer = await dispatch(operation, request, {
        signal: abort.signal,
        onProgress: (progress) => {
          const frame: AnswerFrame = { kind: 'progress', progress };
          if (!sender.isDestroyed()) sender.send(channels.frame, callId, frame);
        },
      });
      return answer.ok ? { kind: 'result', result: answer.value } : { kind: 'error', error: answer.error };
    } finally {
      running.delete(key);
    }
  });
  ipc.on(channels.cancel, (event, callId: unknown) => {
    if (isOwnPage(event) && typeof callId === 'number') running.get(`${event.sender.id}:${callId}`)?.abort();
  });
}

/** Tells the page what it did not ask for. */
export function sendEvent(contents: Pick<WebContents, 'isDestroyed' | 'send'>, event: HostEvent): void {
  if (!contents.isDestroyed()) contents.send(channels.event, event);
}
