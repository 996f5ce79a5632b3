import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A web site of somebody else on this machine: it may hold anything and allows its pages everything. */
export interface HostileServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const page = '<!doctype html><title>hostile</title><body></body>';

/** @param target origin under attack: `/bounce/...` sends whatever comes on to it */
export async function startHostileServer(target: string): Promise<HostileServer> {
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    request.resume();
    if (request.url?.startsWith('/bounce/') === true) {
      response.writeHead(307, { location: `${target}/${request.url.slice('/bounce/'.length)}` }).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The hostile server has no port.');
  return {
    port: address.port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
