import open from 'open';
import type { HostError } from '../shared/host/contract.ts';
import { mayOpenOutside } from '../shared/host/outside-link.ts';
import { err, ok, type Result } from '../shared/result.ts';

/** Hands a link to the system's browser or mail program. */
export type OpenLink = (url: string) => Promise<void>;

/** The address as the system gets it, checked again here: a page is not to be trusted with this. */
export function allowedLink(text: string): Result<string, HostError> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && mayOpenOutside(url)
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
