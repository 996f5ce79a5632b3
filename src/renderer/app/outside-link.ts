import { readableLabel } from '../../shared/accounts/punycode.ts';
import { longestLink, mayOpenOutside } from '../../shared/host/outside-link.ts';

/** Where a link leads, in the pieces that a person should look at. */
export interface OutsideLink {
  /** What the system gets, exactly: `before`, `host` and `after` joined. */
  readonly url: string;
  readonly kind: 'website' | 'mail';
  readonly before: string;
  /** The part that decides where it leads: the host, in the plain letters that name servers use, or the recipient. */
  readonly host: string;
  readonly after: string;
  /** The same host in other letters, when it has some; those may be made to look like another name. */
  readonly readable: string | undefined;
}

/** @returns `undefined` for whatever may not be opened outside */
export function outsideLink(text: string | undefined): OutsideLink | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!mayOpenOutside(url) || url.href.length > longestLink) return undefined;
  const kind = url.protocol === 'mailto:' ? 'mail' : 'website';
  const host = kind === 'mail' ? url.pathname : url.host;
  const at = url.href.indexOf(host);
  const readable = host.split('.').map(readableLabel).join('.');
  return {
    url: url.href,
    kind,
    before: url.href.slice(0, at),
    host,
    after: url.href.slice(at + host.length),
    readable: readable === host ? undefined : readable,
  };
}

/** A website as a person or a file wrote it: a scheme may be missing, and http is asked for as https. */
export function websiteLink(website: string | undefined): OutsideLink | undefined {
  if (website === undefined || website === '' || website === '[Blank]') return undefined;
  if (/^(https|mailto):/i.test(website)) return outsideLink(website);
  if (/^http:/i.test(website)) return outsideLink(website.replace(/^http:/i, 'https:'));
  // `example.com:8443` begins like a scheme, `file:///etc` and `tel:1` only look like a host.
  const link = outsideLink(`https://${website}`);
  return /^[a-z][a-z\d+.-]*:(?!\d)/i.test(website) || link?.host.includes('.') !== true ? undefined : link;
}
