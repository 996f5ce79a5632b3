import type { IncomingMessage } from 'node:http';
import type { HostErrorCode } from '../../shared/host/contract.ts';

/** Why a request is not let in. */
export interface Refusal {
  readonly status: number;
  readonly code: HostErrorCode;
  readonly message: string;
  /** With 429: seconds until it is worth trying again. */
  readonly retryAfterS?: number;
}

export const refusal = (status: number, code: HostErrorCode, message: string): Refusal => ({
  status,
  code,
  message,
});

/** The parts of a request that the guard reads; `rawHeaders` shows what Node folds together. */
export type GuardedRequest = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'rawHeaders'>;

const countOf = (request: GuardedRequest, name: string): number =>
  request.rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === name).length;

/**
 * Checked before anything else: a page of another name that was rebound to 127.0.0.1 still sends its own
 * name. The form must be `/path`, not an absolute address.
 */
export function checkAddress(request: GuardedRequest, host: string): Refusal | undefined {
  if (countOf(request, 'host') !== 1 || request.headers.host !== host) {
    return refusal(403, 'not-allowed', 'This address is not served here.');
  }
  if (request.url?.startsWith('/') !== true) {
    return refusal(400, 'bad-request', 'The address must begin with a slash.');
  }
  return undefined;
}

/** Calls that do something: only our own page, only POST, only JSON. */
export function checkApiRequest(request: GuardedRequest, origin: string): Refusal | undefined {
  if (countOf(request, 'origin') !== 1 || request.headers.origin !== origin) {
    return refusal(403, 'not-allowed', 'Only the page of this Groundwork may call it.');
  }
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') {
    return refusal(403, 'not-allowed', 'Only the page of this Groundwork may call it.');
  }
  return checkJsonPost(request);
}

/** Another start of Groundwork on this machine; a browser always sends an Origin with a POST. */
export function checkControlRequest(request: GuardedRequest): Refusal | undefined {
  if (
    countOf(request, 'origin') !== 0 ||
    Object.keys(request.headers).some((name) => name.startsWith('sec-'))
  ) {
    return refusal(403, 'not-allowed', 'Pages may not use this address.');
  }
  return checkJsonPost(request);
}

function checkJsonPost(request: GuardedRequest): Refusal | undefined {
  if (request.method !== 'POST') return refusal(405, 'not-allowed', 'Only POST is answered here.');
  const type = request.headers['content-type'] ?? '';
  if (countOf(request, 'content-type') > 1 || !/^application\/json(;\s*charset=utf-8)?$/i.test(type)) {
    return refusal(415, 'bad-request', 'Only application/json is read here.');
  }
  if (request.headers['content-encoding'] !== undefined) {
    return refusal(415, 'bad-request', 'Bodies must not be compressed.');
  }
  return undefined;
}

/** The token of `Authorization: Bearer <token>`; undefined when there is none or more than one. */
export function bearerToken(request: GuardedRequest): string | undefined {
  if (countOf(request, 'authorization') !== 1) return undefined;
  return /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
}
