import { open, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { repositoryRoot } from '../run/child.ts';

const folder = join(repositoryRoot, 'out', 'bench-floors');

/** Builds the floors; a second at most, so always. */
export async function buildFloors(): Promise<void> {
  await build({ configFile: join(import.meta.dirname, 'floors', 'vite.config.ts') });
}

/** Serves the floors' pages, and appends to a synced file what they post: the least a host can do. */
export interface FloorServer {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** @param appendTo the file of `POST /append` */
export async function startFloorServer(appendTo: string): Promise<FloorServer> {
  const file = await open(appendTo, 'a');
  const server = createServer((request, response) => {
    const answered = request.method === 'POST' ? append(request, response) : serve(request, response);
    answered.catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  async function append(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    await file.appendFile(Buffer.concat(chunks));
    await file.sync();
    response.writeHead(204).end();
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The floors got no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await file.close();
    },
  };
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://floor').pathname;
  const body = await readFile(join(folder, path)).catch(() => undefined);
  if (body === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(body);
}
