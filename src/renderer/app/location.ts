import { useMemo, useSyncExternalStore } from 'react';
import { homePath, screenOf } from './routes.ts';

/** Where the user is: a path and the account being inspected, all in the hash (`#/accounts?account=…`). */
export interface AppLocation {
  readonly path: string;
  readonly search: string;
}

/** Reads a hash; anything that is none of ours is the start. */
export function parseHash(hash: string): AppLocation {
  const text = hash.replace(/^#/, '');
  const [path = '', ...rest] = text.split('?');
  const clean = path.replace(/\/+$/, '');
  return { path: clean.startsWith('/') && clean.length > 1 ? clean : homePath, search: rest.join('?') };
}

/** The hash for a path with an inspected account, or none. */
export const hashOf = (path: string, account: string | null): string =>
  account === null ? `#${path}` : `#${path}?${new URLSearchParams({ account }).toString()}`;

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener);
  window.addEventListener('popstate', listener);
  return () => {
    window.removeEventListener('hashchange', listener);
    window.removeEventListener('popstate', listener);
  };
};

const go = (hash: string, replace: boolean): void => {
  if (window.location.hash === hash) return;
  window.history[replace ? 'replaceState' : 'pushState'](null, '', hash);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
};

const currentHash = (): string => window.location.hash;

/** Opens a screen; an inspected account stays open beside screens that show accounts. */
export function openScreen(path: string, options: { readonly account?: string | null } = {}): void {
  const now = new URLSearchParams(parseHash(currentHash()).search).get('account');
  const screen = screenOf(path);
  const kept = screen === 'today' || screen === 'board' || screen === 'accounts' ? now : null;
  go(hashOf(path, options.account === undefined ? kept : options.account), false);
}

/** Opens the account panel beside the current screen; `null` closes it. From account to account: no new history entry. */
export function inspectAccount(id: string | null): void {
  const { path, search } = parseHash(currentHash());
  go(hashOf(path, id), id !== null && new URLSearchParams(search).has('account'));
}

/** For wouter: `[path, navigate]`. */
export const useHashPath = (): [string, (to: string) => void] => {
  const hash = useSyncExternalStore(subscribe, currentHash);
  return [parseHash(hash).path, openScreen];
};

/** Opens the panel and goes there: for those who came by keyboard. Escape leads back. */
export function inspectAndFocus(id: string): void {
  inspectAccount(id);
  // Twice: the first frame draws the panel, and a closing dialog gives focus back in it.
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>('aside.inspector')?.focus({ preventScroll: true });
    });
  });
}

export interface LocationParts {
  readonly path: string;
  /** Id of the account in the panel. */
  readonly account: string | null;
}

export function useAppLocation(): LocationParts {
  const hash = useSyncExternalStore(subscribe, currentHash);
  return useMemo(() => {
    const { path, search } = parseHash(hash);
    return { path, account: new URLSearchParams(search).get('account') };
  }, [hash]);
}
