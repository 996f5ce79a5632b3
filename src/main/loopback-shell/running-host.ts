import { request as httpRequest } from 'node:http';
import { z } from 'zod';
import { parseJson } from '../files.ts';
import type { ControlFile } from './control-file.ts';
import { controlProof } from './control-proof.ts';
import { loopbackAddress } from './http-server.ts';
import { randomSecret, sameSecret } from './sessions.ts';

/** A host of this data folder that runs already, in another process. */
export interface RunningHost {
  readonly origin: string;
  readonly pid: number;
  /** Brings its window to the front, or opens one. @returns how many pages it had */
  readonly open: () => Promise<number>;
  /** An address with a fresh one-time code. */
  readonly newAddress: () => Promise<string>;
  /** Moves a clock that was fixed at the start. */
  readonly changeClock: (change: { advanceMs: number } | { fixAt: string }) => Promise<void>;
}

const helloAnswer = z.object({ proof: z.string(), pid: z.number() });
const timeoutMs = 2_000;

/**
 * @returns undefined when whoever holds the port cannot prove that it knows the control file's secret. The
 * secret is sent only after that.
 */
export async function findRunningHost(file: ControlFile): Promise<RunningHost | undefined> {
  const nonce = randomSecret();
  const hello = helloAnswer.safeParse(
    await post(file.port, '/control/hello', { nonce }).catch(() => undefined),
  );
  if (!hello.success || !sameSecret(hello.data.proof, controlProof(file.secret, nonce))) return undefined;
  const ask = (name: string, body: unknown = {}): Promise<unknown> =>
    post(file.port, `/control/${name}`, body, file.secret);
  return {
    origin: `http://${loopbackAddress}:${file.port}`,
    pid: hello.data.pid,
    open: async () => z.object({ pages: z.number() }).parse(await ask('open')).pages,
    newAddress: async () => z.object({ address: z.string() }).parse(await ask('address')).address,
    changeClock: async (change) => {
      await ask('clock', change);
    },
  };
}

/** @throws Error when there is no answer, or none with status 200 */
function post(port: number, path: string, body: unknown, token?: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const request = httpRequest(
      { host: loopbackAddress, port, path, method: 'POST', headers, timeout: timeoutMs, agent: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
          if (text.length > 65_536) request.destroy(new Error('The answer is too long.'));
        });
        response.on('end', () => {
          if (response.statusCode === 200) resolve(parseJson(text));
          else reject(new Error(`Answered with ${String(response.statusCode)}.`));
        });
      },
    );
    request.on('timeout', () => request.destroy(new Error('No answer.')));
    request.on('error', reject);
    request.end(JSON.stringify(body));
  });
}
