import { connect } from 'node:net';

export interface RawAnswer {
  /** 0 when the connection ended without an answer. */
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/**
 * Sends bytes exactly as given, which no HTTP client would, and reads until the server closes or has
 * answered.
 * @param parts sent one after the other, with a pause between them
 */
export function sendRaw(port: number, parts: readonly string[], pauseMs = 0): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    let text = '';
    const finish = (): void => {
      clearTimeout(limit);
      socket.destroy();
      const [head = '', ...rest] = text.split('\r\n\r\n');
      resolve({
        status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0),
        head,
        body: rest.join('\r\n\r\n'),
      });
    };
    const limit = setTimeout(finish, 5_000);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', finish);
    socket.on('close', finish);
    socket.on('connect', () => {
      void (async () => {
        for (const part of parts) {
          if (socket.destroyed) return;
          socket.write(part);
          await new Promise((next) => setTimeout(next, pauseMs));
        }
      })();
    });
  });
}

/** A request as text; a header with the value `undefined` is left out. */
export function requestText(request: {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string | undefined>> | readonly (readonly [string, string])[];
  readonly body?: string;
}): string {
  const entries: readonly (readonly [string, string | undefined])[] = Array.isArray(request.headers)
    ? (request.headers as readonly (readonly [string, string])[])
    : Object.entries(request.headers);
  const lines = entries.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return [`${request.method} ${request.target} HTTP/1.1`, ...lines, '', request.body ?? ''].join('\r\n');
}
