import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '../../shared/result.ts';
import { parseJson } from '../files.ts';
import { refusal, type Refusal } from './guard.ts';

/** Reads a JSON body within bounds of size and time. */
export async function readJsonBody(
  request: IncomingMessage,
  bounds: { readonly bytes: number; readonly ms: number },
): Promise<Result<unknown, Refusal>> {
  const tooLarge = refusal(413, 'too-large', `The request is larger than ${bounds.bytes} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > bounds.bytes) return err(tooLarge);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (result: Result<unknown, Refusal>): void => {
      clearTimeout(timer);
      request.off('data', onData);
      if (!result.ok) request.pause();
      resolve(result);
    };
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > bounds.bytes) finish(err(tooLarge));
      else chunks.push(chunk);
    };
    const timer = setTimeout(
      () => finish(err(refusal(408, 'bad-request', 'The request took too long to arrive.'))),
      bounds.ms,
    );
    request.on('data', onData);
    request.once('end', () => {
      const value = parseJson(Buffer.concat(chunks).toString('utf8'));
      finish(
        value === undefined ? err(refusal(400, 'bad-request', 'The request is no valid JSON.')) : ok(value),
      );
    });
    request.once('close', () => finish(err(refusal(400, 'bad-request', 'The request broke off.'))));
  });
}
