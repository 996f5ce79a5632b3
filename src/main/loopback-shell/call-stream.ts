import type { ServerResponse } from 'node:http';
import type { AnswerFrame, Progress } from '../../shared/host/contract.ts';
import type { Dispatch } from '../dispatch.ts';
import { frameLine, streamType } from './answers.ts';

const tellEveryMs = 50;

/** Runs one operation and writes its frames; a page that goes away cancels it. */
export async function streamCall(
  response: ServerResponse,
  dispatch: Dispatch,
  operation: string,
  request: unknown,
): Promise<void> {
  const abort = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) abort.abort();
  });
  const start = (status: number): void => {
    if (response.headersSent) return;
    response.writeHead(status, { 'content-type': streamType, 'cache-control': 'no-store' });
  };
  let lastTold = 0;
  const onProgress = (progress: Progress): void => {
    const now = performance.now();
    const isEnd = progress.done >= progress.of;
    if (response.destroyed || (now - lastTold < tellEveryMs && !isEnd)) return;
    lastTold = now;
    start(200);
    response.write(frameLine({ kind: 'progress', progress }));
  };
  const answer = await dispatch(operation, request, { signal: abort.signal, onProgress });
  if (response.destroyed) return;
  const frame: AnswerFrame = answer.ok
    ? { kind: 'result', result: answer.value }
    : { kind: 'error', error: answer.error };
  start(!answer.ok && answer.error.code === 'unknown-operation' ? 404 : 200);
  response.end(frameLine(frame));
}
