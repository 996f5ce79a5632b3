import type { SessionSurroundings } from '../../src/renderer/platform/loopback-session.ts';

/** What a page has around it, for a platform that runs in plain Node: a browser sets the Origin itself. */
export function pageAt(
  address: string,
): SessionSurroundings & { readonly shownAddresses: readonly string[] } {
  const url = new URL(address);
  const stored = new Map<string, string>();
  const shownAddresses: string[] = [];
  return {
    fetch: (input, init) =>
      fetch(new URL(typeof input === 'string' ? input : '/', url.origin), {
        ...init,
        headers: { ...Object.fromEntries(new Headers(init?.headers)), origin: url.origin },
      }),
    storage: {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => void stored.set(key, value),
      removeItem: (key) => void stored.delete(key),
    },
    location: { hash: url.hash, pathname: url.pathname, search: url.search },
    history: {
      state: null,
      replaceState: (_state, _unused, shown) => void shownAddresses.push(String(shown)),
    },
    shownAddresses,
  };
}
