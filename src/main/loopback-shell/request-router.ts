import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';
import type { HostCore } from '../host-core.ts';
import { securityHeaders } from '../security-headers.ts';
import { answerJson, refuse } from './answers.ts';
import { createAttempts } from './attempts.ts';
import { streamCall } from './call-stream.ts';
import { answerControl, type ControlParts } from './control-server.ts';
import type { EventStreams } from './event-streams.ts';
import {
  bearerToken,
  checkAddress,
  checkApiRequest,
  checkControlRequest,
  refusal,
  type Refusal,
} from './guard.ts';
import type { ServerLimits } from './limits.ts';
import { readJsonBody } from './read-body.ts';
import type { Sessions } from './sessions.ts';
import type { StaticFiles } from './static-files.ts';

export interface RouterParts {
  /** `127.0.0.1:<port>`, known once the port is. */
  readonly host: () => string;
  readonly core: HostCore;
  readonly sessions: Sessions;
  readonly events: EventStreams;
  readonly staticFiles: StaticFiles;
  readonly control: ControlParts;
  readonly limits: ServerLimits;
}

const sessionRequest = z.object({ code: z.string().min(1).max(200) });
const apiPath = /^\/(call|session|events|control)(?:[/?;#].*)?$/;
const namedPath = /^\/(call|control)\/([A-Za-z_.-]{1,60})$/;

const noToken = refusal(
  401,
  'not-allowed',
  'This page is no longer signed in to Groundwork. Close it and start Groundwork again.',
);
const usedCode = refusal(
  401,
  'not-allowed',
  'This address was used before. Start Groundwork again to get a new one.',
);
const busy = refusal(503, 'unreachable', 'Groundwork is busy. Try again in a moment.');

/** Answers every request: address first, then static files or, behind the guard, the API. Never throws. */
export function createRequestRouter(parts: RouterParts) {
  const { limits, sessions, events, core } = parts;
  let calls = 0;
  const tries = {
    session: createAttempts(limits.attempts),
    control: createAttempts(limits.attempts),
    calls: createAttempts(limits.attempts),
  };

  /** Wrong tries never keep a page with the right token from saving. */
  const withToken = (request: IncomingMessage): Refusal | undefined => {
    const token = bearerToken(request);
    if (token !== undefined && sessions.isValid(token)) return undefined;
    const spent = tries.calls.refused();
    tries.calls.failed();
    return spent ?? noToken;
  };

  /** The body, between two looks at the token: it may have been revoked while the body arrived. */
  async function guardedBody(request: IncomingMessage, bytes: number): Promise<Result<unknown, Refusal>> {
    const before = withToken(request);
    if (before !== undefined) return err(before);
    const body = await readJsonBody(request, { bytes, ms: limits.bodyMs });
    if (!body.ok) return body;
    const after = withToken(request);
    return after === undefined ? body : err(after);
  }

  async function openSession(request: IncomingMessage): Promise<Result<unknown, Refusal>> {
    const spent = tries.session.refused();
    if (spent !== undefined) return err(spent);
    const body = await readJsonBody(request, { bytes: limits.smallBodyBytes, ms: limits.bodyMs });
    if (!body.ok) return body;
    const asked = sessionRequest.safeParse(body.value);
    const token = asked.success ? await sessions.exchange(asked.data.code) : undefined;
    if (token !== undefined) return ok({ token });
    tries.session.failed();
    return err(usedCode);
  }

  async function call(request: IncomingMessage, response: ServerResponse, operation: string): Promise<void> {
    if (calls >= limits.calls) {
      refuse(response, busy);
      return;
    }
    calls += 1;
    try {
      const body = await guardedBody(request, limits.bodyBytes);
      if (!body.ok) {
        refuse(response, body.error);
        return;
      }
      await streamCall(response, core.dispatch, operation, body.value);
    } finally {
      calls -= 1;
    }
  }

  async function listen(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await guardedBody(request, limits.smallBodyBytes);
    if (!body.ok) {
      refuse(response, body.error);
      return;
    }
    if (events.count() >= limits.eventStreams) {
      refuse(response, busy);
      return;
    }
    events.add(response, { kind: 'clock', ...core.clock.reading() });
  }

  async function controlAnswer(request: IncomingMessage, name: string): Promise<Result<unknown, Refusal>> {
    // A greeting tries no secret, and a second start must find this host whatever others do.
    const guarded = name !== 'hello';
    const spent = guarded ? tries.control.refused() : undefined;
    if (spent !== undefined) return err(spent);
    const body = await readJsonBody(request, { bytes: limits.smallBodyBytes, ms: limits.bodyMs });
    if (!body.ok) return body;
    const answer = answerControl(parts.control, name, body.value, bearerToken(request));
    if (!answer.ok && guarded) tries.control.failed();
    return answer;
  }

  async function control(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    const answer = await controlAnswer(request, name);
    if (answer.ok) answerJson(response, answer.value);
    else refuse(response, answer.error);
  }

  async function session(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const opened = await openSession(request);
    if (opened.ok) answerJson(response, opened.value);
    else refuse(response, opened.error);
  }

  /** Who answers; decided without reading the body. */
  function choose(
    request: IncomingMessage,
    response: ServerResponse,
  ): Refusal | (() => Promise<void> | void) {
    const wrongAddress = checkAddress(request, parts.host());
    if (wrongAddress !== undefined) return wrongAddress;
    const path = request.url ?? '';
    if (!apiPath.test(path)) return () => parts.staticFiles(request, response);
    const [, room, name = ''] = namedPath.exec(path) ?? [];
    if (room === 'control') return checkControlRequest(request) ?? (() => control(request, response, name));
    const wrong = checkApiRequest(request, `http://${parts.host()}`);
    if (wrong !== undefined) return wrong;
    if (room === 'call') return () => call(request, response, name);
    if (path === '/events') return () => listen(request, response);
    if (path === '/session') return () => session(request, response);
    return refusal(404, 'not-found', 'There is no such address.');
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const chosen = choose(request, response);
    if (typeof chosen === 'function') await chosen();
    else refuse(response, chosen);
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    route(request, response).catch((error: unknown) => {
      core.log.event('request.failed', { error: error instanceof Error ? error.name : typeof error });
      refuse(response, refusal(500, 'internal', 'Something went wrong on this machine.'));
    });
  };
}
