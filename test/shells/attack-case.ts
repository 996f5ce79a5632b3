import type { HostErrorCode } from '../../src/shared/host/contract.ts';
import { requestText } from './raw-socket.ts';

/** What an attacker may know, and (for single cases) what a leak would have given away. */
export interface Target {
  readonly port: number;
  readonly host: string;
  readonly origin: string;
  readonly token: string;
  /** A token of another data folder. */
  readonly foreignToken: string;
  readonly usedCode: string;
  /** Of the control file: it opens other doors than a page's token. */
  readonly controlSecret: string;
}

export interface AttackCase {
  readonly name: string;
  readonly parts: (target: Target) => readonly string[];
  readonly pauseMs?: number;
  /** Statuses that count as refused; 0 = the connection was closed without an answer. */
  readonly refusedWith: readonly number[];
  /** Calls that reach the host's own checks are refused in the answer's frame: the code it must hold. */
  readonly errorCode?: HostErrorCode;
}

export type Headers = Readonly<Record<string, string | undefined>>;

const evilRequest = (): string =>
  JSON.stringify({ id: '0193a000-0000-7000-8000-0000000000ee', name: 'written by an attacker' });

/** A well-formed call of the page, with some of it changed. */
export function call(
  target: Target,
  change: { headers?: Headers; body?: string; method?: string; target?: string } = {},
): string[] {
  const body = change.body ?? evilRequest();
  const headers: Headers = {
    Host: target.host,
    Origin: target.origin,
    Authorization: `Bearer ${target.token}`,
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
    ...change.headers,
  };
  return [
    requestText({
      method: change.method ?? 'POST',
      target: change.target ?? '/call/workspace.register',
      headers,
      body,
    }),
  ];
}

export const withHeaders = (
  name: string,
  refusedWith: readonly number[],
  headers: (target: Target) => Headers,
): AttackCase => ({ name, refusedWith, parts: (target) => call(target, { headers: headers(target) }) });
