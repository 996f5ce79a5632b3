import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { errnoOf } from '../io-error.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ServerLimits } from './limits.ts';

export const loopbackAddress = '127.0.0.1';

/** A server that speaks plain requests only: no upgrade, no tunnel. */
export function createHttpServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  limits: ServerLimits,
): Server {
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.headersMs + limits.bodyMs,
      connectionsCheckingInterval: 1_000,
      keepAliveTimeout: 5_000,
      maxHeaderSize: 16_384,
    },
    answer,
  );
  server.maxConnections = limits.connections;
  const turnAway = (_request: IncomingMessage, socket: Duplex): void => {
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  };
  server.on('upgrade', turnAway);
  server.on('connect', turnAway);
  const expectNothing = (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(417, { connection: 'close' }).end();
  };
  // `checkContinue` would otherwise tell the client to go on before the guard has looked.
  server.on('checkContinue', expectNothing);
  server.on('checkExpectation', expectNothing);
  return server;
}

/** Binds 127.0.0.1 only. @returns the port, or `taken` when something else holds it */
export function listenOn(server: Server, port: number): Promise<Result<number, 'taken' | 'forbidden'>> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error): void => {
      const code = errnoOf(error);
      if (code === 'EADDRINUSE') resolve(err('taken'));
      else if (code === 'EACCES') resolve(err('forbidden'));
      else reject(error);
    };
    server.once('error', onError);
    server.listen({ host: loopbackAddress, port, exclusive: true }, () => {
      server.off('error', onError);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
      else resolve(ok(address.port));
    });
  });
}
