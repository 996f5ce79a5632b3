import type { ServerResponse } from 'node:http';
import type { AnswerFrame } from '../../shared/host/contract.ts';
import type { Refusal } from './guard.ts';

/** NDJSON: one frame or event per line. */
export const streamType = 'application/x-ndjson; charset=utf-8';

export const frameLine = (frame: AnswerFrame): string => `${JSON.stringify(frame)}\n`;

/**
 * Answers with one error frame and ends the connection, so that an unread body costs nothing. Calls are posts:
 * whoever gets is a person at an address bar, and reads a sentence.
 */
export function refuse(response: ServerResponse, { status, code, message, retryAfterS }: Refusal): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const isForReading = response.req.method === 'GET';
  response.writeHead(status, {
    'content-type': isForReading ? 'text/plain; charset=utf-8' : streamType,
    'cache-control': 'no-store',
    connection: 'close',
    ...(retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) }),
  });
  response.end(isForReading ? `${message}\n` : frameLine({ kind: 'error', error: { code, message } }));
}

export function answerJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}
