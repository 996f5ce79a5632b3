import type { ServerResponse } from 'node:http';
import type { AnswerFrame } from '../../shared/host/contract.ts';
import type { Refusal } from './guard.ts';

/** NDJSON: one frame or event per line. */
export const streamType = 'application/x-ndjson; charset=utf-8';

export const frameLine = (frame: AnswerFrame): string => `${JSON.stringify(frame)}\n`;

/** Answers with one error frame and ends the connection, so that an unread body costs nothing. */
export function refuse(response: ServerResponse, { status, code, message }: Refusal): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    'content-type': streamType,
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(frameLine({ kind: 'error', error: { code, message } }));
}

export function answerJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}
