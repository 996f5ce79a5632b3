import { useMemo, useSyncExternalStore } from 'react';
import { homePath, leadPath, screenOf } from './routes.ts';

/**
 * Where the user is: a path, the account being inspected and whether "Who works this lead?" is open, all in the
 * hash (`#/accounts?account=…`, `#/board?lead`).
 */
export interface AppLocation {
  readonly path: string;
  readonly search: string;
}

/** Reads a hash; anything that is none of ours is the start. */
export function parseHash(hash: string): AppLocation {
  const text = hash.replace(/^#/, '');
  const [path = '', ...rest] = text.split('?');
  const clean = path.replace(/\/+$/, '');
  if (clean === leadPath) return { path: homePath, search: 'lead' };
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

/** Opens "Who works this lead?" over the screen; Back closes it. */
export function openLead(): void {
  const { path, search } = parseHash(currentHash());
  const hash = `#${path}?${withLead(search)}`;
  if (window.location.hash === hash) return;
  window.history.pushState(openedHere, '', hash);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Leads back where it was opened from; where the address itself led to it, to the screen under it. */
export function closeLead(): void {
  if (isOpenedHere(window.history.state)) {
    window.history.back();
    return;
  }
  const { path, search } = parseHash(currentHash());
  go(hashOf(path, new URLSearchParams(search).get('account')), true);
}

const withLead = (search: string): string => {
  const rest = search.split('&').filter((part) => part !== '' && part !== 'lead');
  return [...rest, 'lead'].join('&');
};

/** Marks the history entry that opening the dialog made. */
const openedHere = { lead: 'opened' } as const;
const isOpenedHere = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'lead' in state && state.lead === openedHere.lead;

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
  /** "Who works this lead?" is open over the screen. */
  readonly isLeadOpen: boolean;
}

export function useAppLocation(): LocationParts {
  const hash = useSyncExternalStore(subscribe, currentHash);
  return useMemo(() => {
    const { path, search } = parseHash(hash);
    const params = new URLSearchParams(search);
    return { path, account: params.get('account'), isLeadOpen: params.has('lead') };
  }, [hash]);
}
