import open from 'open';
import type { HostError } from '../shared/host/contract.ts';
import { err, ok, type Result } from '../shared/result.ts';

/** Hands a link to the system's browser or mail program. */
export type OpenLink = (url: string) => Promise<void>;

/**
 * Whether a link may leave the app: decided on the parsed URL, never on how its text begins. Cells of an
 * imported file are not to be trusted.
 */
export function allowedLink(text: string): Result<string, HostError> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const allowed =
    url !== undefined &&
    ((url.protocol === 'https:' && url.hostname !== '' && url.username === '' && url.password === '') ||
      (url.protocol === 'mailto:' && url.pathname !== ''));
  return allowed
    ? ok(url.href)
    : err({
        code: 'not-allowed',
        message: 'Only https and mailto links can be opened. Copy the text if you need it elsewhere.',
      });
}

/** Used by the loopback shell; Electron has its own way. */
export const openWithSystem: OpenLink = async (url) => {
  await open(url);
};
