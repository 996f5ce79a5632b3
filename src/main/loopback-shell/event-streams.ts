import type { ServerResponse } from 'node:http';
import type { HostEvent } from '../../shared/host/contract.ts';
import { streamType } from './answers.ts';

/** The pages that listen to what the host says unasked. */
export interface EventStreams {
  readonly add: (response: ServerResponse, first: HostEvent) => void;
  readonly send: (event: HostEvent) => void;
  readonly count: () => number;
  readonly close: () => void;
}

/** An empty line now and then shows both sides that the other is there. */
const heartbeatMs = 20_000;

export function createEventStreams(): EventStreams {
  const open = new Set<ServerResponse>();
  const heartbeat = setInterval(() => {
    for (const response of open) response.write('\n');
  }, heartbeatMs);
  heartbeat.unref();
  return {
    add: (response, first) => {
      response.writeHead(200, { 'content-type': streamType, 'cache-control': 'no-store' });
      response.write(`${JSON.stringify(first)}\n`);
      open.add(response);
      response.once('close', () => open.delete(response));
    },
    send: (event) => {
      for (const response of open) response.write(`${JSON.stringify(event)}\n`);
    },
    count: () => open.size,
    close: () => {
      clearInterval(heartbeat);
      for (const response of open) response.end();
      open.clear();
    },
  };
}
