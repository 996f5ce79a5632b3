import type { AnswerFrame, HostError } from '../../shared/host/contract.ts';
import { err } from '../../shared/result.ts';
import { createEventSource } from './loopback-events.ts';
import { createLoopbackSession, type SessionSurroundings } from './loopback-session.ts';
import { readNdjson } from './ndjson.ts';
import { answerOf, cancelled, parseFrame, parseJson, unreachable } from './parse-answer.ts';
import type { CallOptions, Platform } from './platform.ts';

const signedOut: HostError = {
  code: 'not-allowed',
  message: 'This page is not signed in to Groundwork. Close it and start Groundwork again.',
};
const gone = unreachable(
  'Groundwork does not answer on this machine. Start it again; this page then goes on by itself.',
);

/**
 * The contract over loopback HTTP. One call is one POST whose answer streams frames. A transport failure is
 * the error `unreachable`; whether to try again is the caller's choice.
 */
export function createLoopbackPlatform(around: SessionSurroundings): Platform {
  const session = createLoopbackSession(around);

  async function post(path: string, body: unknown, signal?: AbortSignal): Promise<Response | null> {
    const token = await session.token();
    if (token === null) return null;
    return around.fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    });
  }

  async function lastFrame(response: Response, onProgress: CallOptions['onProgress']): Promise<AnswerFrame> {
    if (response.body === null) return { kind: 'error', error: gone };
    for await (const line of readNdjson(response.body)) {
      const frame = parseFrame(parseJson(line));
      if (frame.kind !== 'progress') return frame;
      onProgress?.(frame.progress);
    }
    return { kind: 'error', error: gone };
  }

  return {
    call: async (operation, request, options = {}) => {
      const { signal, onProgress } = options;
      try {
        const response = await post(`/call/${operation}`, request, signal);
        if (response === null) return err(signedOut);
        return answerOf(operation, await lastFrame(response, onProgress));
      } catch {
        return err(signal?.aborted === true ? cancelled : gone);
      }
    },
    onEvent: createEventSource((signal) => post('/events', {}, signal)),
    forWorkers: async () => {
      const token = await session.token();
      return token === null ? null : { kind: 'loopback', token };
    },
  };
}
