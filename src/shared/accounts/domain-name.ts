import { parse } from 'tldts';
import type { AccountValues } from './account.ts';
import { readableLabel } from './punycode.ts';
import { isFreeMailBrand, isListedHost } from './shared-hosts.ts';

interface Host {
  /** `blog.acme.co.uk` */
  readonly host: string;
  /** `acme.co.uk` */
  readonly domain: string;
}

/**
 * The registrable domain of a website, an address of a page, or a mail address: lower case, international
 * names readable. `null` when there is none: blank, `[Blank]`, an IP address, an ending nobody runs.
 */
export const domainOf = (website: string | undefined): string | null => hostOf(website)?.domain ?? null;

function hostOf(website: string | undefined): Host | undefined {
  if (website === undefined || isBlankWebsite(website)) return undefined;
  // A cell may hold several addresses, or an address and a remark.
  for (const token of website
    .normalize('NFC')
    .trim()
    .split(/[\s,;|<>()"']+/)) {
    const { hostname, domain, isIcann, publicSuffix } = parse(token.replace(/^(https?)\/\//i, '$1://'));
    const isRun = isIcann === true || publicSuffix === fictionalEnding;
    if (hostname !== null && domain !== null && isRun) {
      return { host: readable(hostname), domain: readable(domain) };
    }
  }
  return undefined;
}

/** Kept free for examples (RFC 2606); the sample's companies live there. */
const fictionalEnding = 'example';

const readable = (name: string): string => name.split('.').map(readableLabel).join('.');

/** Literally `[Blank]`: the only known domain is a free-mail provider (domain section 2). */
export const isBlankWebsite = (website: string): boolean => /^\[blank\]$/i.test(website.trim());

/**
 * EX-3: whether a domain, or a host below one, belongs to a provider of free mail or of pages for others;
 * such a name never says that two accounts are one.
 */
export function isFreeMailOrSharedHost(domain: string): boolean {
  const host = readable(domain.trim().toLowerCase());
  return isListedHost(host) || isFreeMailBrand(parse(host).domainWithoutSuffix ?? '');
}

/** EX-3: every domain by which an account may be matched, the website's first, each once. */
export function matchableDomains(values: Pick<AccountValues, 'website' | 'otherDomains'>): string[] {
  const found = new Set<string>();
  for (const text of [values.website, ...(values.otherDomains ?? [])]) {
    const at = hostOf(text);
    if (at && !isFreeMailOrSharedHost(at.host)) found.add(at.domain);
  }
  return [...found];
}

/** EX-3: the domain that stands for an account: its website's, else the first other one; `null` = none. */
export const matchableDomain = (values: Pick<AccountValues, 'website' | 'otherDomains'>): string | null =>
  matchableDomains(values)[0] ?? null;
