import { z } from 'zod';

/** Where the page keeps its token: `sessionStorage`, so that a reload works and another tab has none. */
export type TokenStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What the session needs of the browser. */
export interface SessionSurroundings {
  readonly fetch: typeof globalThis.fetch;
  readonly storage: TokenStorage;
  /** The address bar: holds the one-time code at first. */
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState' | 'state'>;
}

/** The page's right to call the host. */
export interface LoopbackSession {
  /**
   * @returns the token; `null` when the page has none and its code is used up
   * @throws TypeError when the host cannot be reached
   */
  readonly token: () => Promise<string | null>;
}

const storageKey = 'groundwork.token';
const codePattern = /^#code=([\w-]+)$/;

/** Takes the one-time code out of the address at once, and exchanges it at the first call. */
export function createLoopbackSession(around: SessionSurroundings): LoopbackSession {
  let code = codePattern.exec(around.location.hash)?.[1];
  if (code !== undefined) {
    const { pathname, search } = around.location;
    around.history.replaceState(around.history.state, '', `${pathname}${search}`);
  }
  let exchanging: Promise<string | null> | undefined;

  async function exchange(oneTimeCode: string): Promise<string | null> {
    const response = await around.fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: oneTimeCode }),
    });
    code = undefined;
    if (!response.ok) return around.storage.getItem(storageKey);
    const { token } = z.object({ token: z.string() }).parse(await response.json());
    around.storage.setItem(storageKey, token);
    return token;
  }
  return {
    token: () => {
      if (code === undefined) return Promise.resolve(around.storage.getItem(storageKey));
      exchanging ??= exchange(code).finally(() => {
        exchanging = undefined;
      });
      return exchanging;
    },
  };
}
