import type { Session } from 'electron';

const refusedSchemes: ReadonlySet<string> = new Set(['http:', 'https:', 'ws:', 'wss:', 'ftp:', 'file:']);

const isRefused = (address: string): boolean =>
  !URL.canParse(address) || refusedSchemes.has(new URL(address).protocol);

/**
 * The page loads what the app's own scheme serves, and nothing from a network or a disk, whatever the policy
 * in its headers says. Requests of the main process do not pass here unless they use this session.
 */
export function refuseNetwork(session: Pick<Session, 'webRequest'>): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: isRefused(details.url) });
  });
}
